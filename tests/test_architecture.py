"""The rooms of the package, and the size and manners of what stands in them."""

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "scripts/zhiquan"
ROOMS = ("source", "entries", "knowledge", "pages", "outputs", "mkdocs_plugin", "commands", "cli")
"""Left to right: a room imports only from itself and from rooms before it."""

AT_HOME = {
    "mkdocs": "mkdocs_plugin",
    "material": "mkdocs_plugin",
    "click": "commands",
    "typst": "outputs.book.typesetter",
    "pikepdf": "outputs.book.pdf_file",
}
"""Frameworks, and the one room or module that may import each; `cli` only gathers the commands."""

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "misc", "base", "common"}
SILENT = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)

# In parts, so that this file does not name them itself.
REGISTRIES = (
    ("pypi", "org"),
    ("files.pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("yarnpkg", "com"),
    ("crates", "io"),
    ("proxy.golang", "org"),
    ("rubygems", "org"),
    ("repo.maven", "apache.org"),
    ("deb.debian", "org"),
    ("mirrors.aliyun", "com"),
    ("tuna.tsinghua", "edu.cn"),
)
PLACES = (("", "work", "shared"), ("", "work", "main"), ("", "tmp", "zq"), ("", "root", ""))

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One module of the package."""

    name: str
    """Dotted, e.g. `zhiquan.source.report`."""
    path: Path
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room it stands in; of the package itself, its last name."""
        return self.name.removeprefix("zhiquan.").split(".")[0]

    def imports(self) -> Iterator[str]:
        """Dotted names that it imports, in the form `zhiquan.source.report`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def modules() -> dict[str, Module]:
    """Every module of the package by dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        text = path.read_text("utf-8")
        found[name] = Module(name, path, text, ast.parse(text))
    return found


def functions(module: Module) -> Iterator[tuple[str, Function]]:
    """Every function of a module with its name, methods and inner functions too."""
    for node in ast.walk(module.tree):
        if isinstance(node, Function):
            yield f"{module.name}.{node.name}", node


def code_lines(module: Module) -> set[int]:
    """Numbers of the lines that hold code: no blank ones, no comments, no docstrings."""
    tokens = tokenize.generate_tokens(io.StringIO(module.text).readline)
    lines = {
        line
        for token in tokens
        if token.type not in SILENT
        for line in range(token.start[0], token.end[0] + 1)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


@cache
def lengths() -> dict[str, int]:
    """Code lines of every function's body and signature."""
    found: dict[str, int] = {}
    for module in modules().values():
        code = code_lines(module)
        for name, node in functions(module):
            end = node.end_lineno or node.lineno
            found[f"{name}:{node.lineno}"] = len(code & set(range(node.lineno, end + 1)))
    return found


def files_of_the_tree() -> list[Path]:
    """Every file that is kept, or would be kept, in the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def test_every_module_stands_in_a_room() -> None:
    """Beside the rooms there is nothing in the package but the package itself."""
    assert {module.room for module in modules().values()} == {*ROOMS, "zhiquan"}


def test_rooms_import_from_the_left_only() -> None:
    """Text becomes tree, entry, knowledge base, page, output; nothing looks back."""
    wrong = [
        f"{module.name} imports {name}"
        for module in modules().values()
        for name in module.imports()
        if name.startswith("zhiquan.")
        and (room := name.split(".")[1]) in ROOMS
        and ROOMS.index(room) > ROOMS.index(module.room)
    ]
    assert wrong == []


@pytest.mark.parametrize(("framework", "home"), AT_HOME.items())
def test_each_framework_is_imported_in_one_place(framework: str, home: str) -> None:
    """The day a framework goes, one module changes."""
    importers = {
        module.room
        for module in modules().values()
        if any(name.split(".")[0] == framework for name in module.imports())
    }
    assert importers <= {home, "cli"}


def test_modules_do_not_import_in_circles() -> None:
    """Each module can be read after those that it imports; graphlib names a circle."""
    graph = {
        name: {target for target in module.imports() if target in modules()} - {name}
        for name, module in modules().items()
    }
    assert len(list(TopologicalSorter(graph).static_order())) == len(modules())


def test_modules_are_short() -> None:
    """At most 250 lines, so that a module is read at one sitting."""
    lines = {name: module.text.count("\n") for name, module in modules().items()}
    assert {name: count for name, count in lines.items() if count > 250} == {}


def test_functions_are_short() -> None:
    """At most 40 code lines each; over the package a median of 6 and a ninth decile of 18."""
    assert {name: count for name, count in lengths().items() if count > 40} == {}
    counts = sorted(lengths().values())
    assert median(counts) <= 6
    assert quantiles(counts, n=10)[-1] <= 18


def test_inheritance_is_flat() -> None:
    """A class of ours may have a base of ours, which then has none."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for module in modules().values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    deep = {
        name
        for name, own in bases.items()
        if any(bases.get(base, set()) & bases.keys() for base in own)
    }
    assert deep == set()


def test_modules_are_named_after_what_they_hold() -> None:
    """A name such as `utils` says nothing, and takes everything."""
    names = {part for name in modules() for part in name.split(".")}
    assert names & FORBIDDEN_NAMES == set()


def public(body: list[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    """Public classes and functions of a module, and public methods of such classes."""
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def test_every_public_name_is_explained() -> None:
    """Modules, classes, functions and methods that others use say what they give."""
    silent = [name for name, module in modules().items() if not ast.get_docstring(module.tree)]
    silent += [
        f"{name}.{node.name}"
        for name, module in modules().items()
        for node in public(module.tree.body)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_global_changes() -> None:
    """No `global`: what changes is passed on or belongs to an object."""
    wrong = [
        module.name
        for module in modules().values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Global)
    ]
    assert wrong == []


def test_the_tree_names_no_place_of_one_machine_and_no_registry() -> None:
    """The repository works wherever it lies; where packages come from is the reader's setting."""
    hosts = "|".join(re.escape(".".join(parts)) for parts in REGISTRIES)
    places = "|".join(re.escape("/".join(parts)) for parts in PLACES)
    unwanted = re.compile(
        rf"(?<![\w.-])(?:[\w-]+\.)*(?:{hosts})(?![\w.-]*\w)|(?<![\w.])(?:{places})"
    )
    found = []
    for path in files_of_the_tree():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in unwanted.finditer(text)]
    assert found == []
