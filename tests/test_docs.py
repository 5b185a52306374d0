"""What is documented is what there is: commands, options, targets, fields and codes."""

import re
import subprocess
from pathlib import Path

import click
import pytest

from tests.conftest import ROOT
from zhiquan.cli import main
from zhiquan.commands.schema import command_reference
from zhiquan.entries.entry import Entry, Tombstone
from zhiquan.entries.fields import field_reference, parts
from zhiquan.entries.kinds import MODELS
from zhiquan.entries.rule import Fact, Table
from zhiquan.source.codes import CODES
from zhiquan.source.explain import reference

GUIDE_FILES = ("README.md", "CONTRIBUTING.md", "CONTRIBUTING.zh.md", "HACKING.md")
GUIDES = "\n".join((ROOT / name).read_text("utf-8") for name in GUIDE_FILES)
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE)
FILES = (*MODELS.values(), Fact, Table, Tombstone)
WRITTEN = {
    "commands.md": lambda: command_reference(main, "en"),
    "commands.zh.md": lambda: command_reference(main, "zh"),
    "fields.md": field_reference,
    "diagnostics.md": reference,
}
"""The generated pages of docs/reference, and what they should hold."""

OPTIONS = sorted(
    {
        (name, option)
        for name, command in main.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
)


def on_disk(name: str) -> str:
    """A page of the reference as it is kept."""
    return (ROOT / "docs/reference" / name).read_text("utf-8")


@pytest.mark.parametrize("name", WRITTEN)
def test_the_reference_is_fresh(name: str) -> None:
    """`zhiquan schema` has been run since the code changed."""
    assert on_disk(name) == WRITTEN[name](), "run zhiquan schema"


def test_nothing_else_stands_in_the_reference() -> None:
    """Every page of the reference is made, so none can be out of date."""
    assert {path.name for path in (ROOT / "docs/reference").iterdir()} == set(WRITTEN)


@pytest.mark.parametrize("name", main.commands)
def test_every_command_is_in_a_guide(name: str) -> None:
    """README, CONTRIBUTING or HACKING says what each command is for."""
    assert f"`zhiquan {name}" in GUIDES


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_in_the_reference(command: str, option: str) -> None:
    """The section of each command lists each option, and says what it does."""
    section = on_disk("commands.md").split(f"## zhiquan {command}\n")[1].split("\n## ")[0]
    line = re.search(rf"^  (?:-\w, )?{option}(?: \S+)*  +\S", section, flags=re.MULTILINE)
    assert line, f"{option} has no help"


@pytest.mark.parametrize("name", ["", *main.commands])
def test_help_shows_an_example(name: str) -> None:
    """A person copies a line that works before reading about options."""
    command = main.commands[name] if name else main
    assert f"Example: zhiquan {name}".strip() in (command.help or "")


@pytest.mark.parametrize("name", main.commands)
def test_every_command_has_a_scenario(name: str) -> None:
    """Each command is run as a whole, as a person would, by a scenario."""
    cases = [path.read_text("utf-8") for path in ROOT.glob("tests/cases/scenarios/*.yaml")]
    tests = [path.read_text("utf-8") for path in ROOT.glob("tests/scenarios/*.py")]
    by_case = any(re.search(rf"run: zhiquan {name}\b", case) for case in cases)
    assert by_case or any(f'"{name}"' in test for test in tests)


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_is_explained(target: str) -> None:
    """`make` lists each target with a word on it, a guide names it, and make knows it."""
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.search(rf"^{target}\s+\S", listed.stdout, flags=re.MULTILINE)
    assert f"make {target}" in GUIDES or target == "help"
    assert re.search(rf"^\.PHONY:.* {target}\b", MAKEFILE, flags=re.MULTILINE)


def test_every_phony_target_exists() -> None:
    """The Makefile promises nothing that it does not have."""
    (promised,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE)
    assert set(promised.split()) == set(TARGETS)


@pytest.mark.parametrize("model", [Entry, *FILES, *parts()], ids=lambda model: model.__name__)
def test_every_field_is_in_the_reference(model: type[Entry]) -> None:
    """Each field of each model has a row, and the row says what it means."""
    page = on_disk("fields.md")
    head = f"## {model.__name__}:" if model in FILES else f"### {model.__name__}\n"
    head = "## Fields of every kind" if model is Entry else head
    section = page.split(head)[1].split("\n##")[0]
    shared = set(Entry.model_fields) if issubclass(model, Entry) and model is not Entry else set()
    for name, info in model.model_fields.items():
        if name not in shared:
            row = rf"^\| \**{info.alias or name}\** \| \S"
            assert re.search(row, section, flags=re.MULTILINE), name


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_in_the_reference(code: str) -> None:
    """Each code has a section with a title in both languages."""
    assert re.search(rf"^### {code} \S.* · \S", on_disk("diagnostics.md"), flags=re.MULTILINE)


def test_links_of_the_guides_lead_somewhere() -> None:
    """No guide names a file of the repository that is not there."""
    for name in GUIDE_FILES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text("utf-8")):
            assert Path(ROOT / target).exists(), f"{name}: {target}"
