"""The folder of entries: which file is which entry, and which files do not belong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.scalars import Kind
from zhiquan.source.diagnostic import Diagnostic, Span

ENTRIES = "docs/entries"
FACTS = "facts"
TABLES = "tables"
TRANSLATIONS = "translations.lock"
"""Stands beside the entries; see `knowledge.translations`."""
INDEX = "index"
"""No entry has this id: the list of its kind has the address."""
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIRST_LINE = Span(1, 1, 1)


@dataclass(frozen=True)
class EntryFile:
    """One file of the knowledge base."""

    path: Path
    name: str
    """Relative to the project root, with forward slashes."""
    ref: str
    """`limits/contact-hours`, `tables/lpr-1y`, or `facts` for the one file of facts."""

    @property
    def kind(self) -> Kind | None:
        """The kind of entry; None for facts and tables."""
        folder = self.ref.partition("/")[0]
        return folder if folder in KINDS else None


def walk(root: Path) -> Iterator[EntryFile | Diagnostic]:
    """Every file under `docs/entries`, sorted by path; a fault for each that does not belong.

    Hidden files (`.DS_Store`, an editor's swap file) are passed over.
    """
    for path in _visible(root / ENTRIES):
        if path.is_dir():
            yield from _walk_folder(root, path)
        elif path.name == f"{FACTS}.yaml":
            yield EntryFile(path, _name(root, path), FACTS)
        elif path.name != TRANSLATIONS:
            yield _stray(root, path, "an entry stands in the folder of its kind")


def _visible(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _walk_folder(root: Path, folder: Path) -> Iterator[EntryFile | Diagnostic]:
    if folder.name not in {*KINDS, TABLES}:
        near = get_close_matches(folder.name, (*KINDS, TABLES), n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"kinds: {', '.join(KINDS)}"
        yield _stray(root, folder, hint)
        return
    for path in _visible(folder):
        yield _entry_file(root, path)


def _entry_file(root: Path, path: Path) -> EntryFile | Diagnostic:
    if path.is_dir() or path.suffix != ".yaml":
        return _stray(root, path, "an entry is one file named <id>.yaml")
    if path.stem == INDEX or not ID.fullmatch(path.stem):
        return Diagnostic(
            code="ZQ206",
            message=f"'{path.stem}' cannot be an id",
            path=_name(root, path),
            span=_FIRST_LINE,
            hint=_better_id(path.stem),
        )
    return EntryFile(path, _name(root, path), f"{path.parent.name}/{path.stem}")


def _better_id(stem: str) -> str:
    if stem == INDEX:
        return "the list of all entries of the kind has this address"
    like = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "contact-hours"
    return f"small letters, digits and single hyphens, for example '{like}'"


def stray(name: str, message: str, hint: str | None = None) -> Diagnostic:
    """The fault of a file or folder that is no part of the knowledge base."""
    return Diagnostic(code="ZQ207", message=message, path=name, span=_FIRST_LINE, hint=hint)


def _stray(root: Path, path: Path, hint: str) -> Diagnostic:
    what = "folder" if path.is_dir() else "file"
    message = f"{what} '{path.name}' is not part of the knowledge base"
    return stray(_name(root, path), message, hint)


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
