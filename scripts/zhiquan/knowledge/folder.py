"""The folder of entries: which file is which entry, and which files do not belong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from os import DirEntry, scandir
from pathlib import Path

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.scalars import Kind
from zhiquan.source.diagnostic import Diagnostic, Span
from zhiquan.source.message import Message, message

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
    for item in _visible(root / ENTRIES):
        name = f"{ENTRIES}/{item.name}"
        if item.is_dir():
            yield from _walk_folder(item)
        elif item.name == f"{FACTS}.yaml":
            yield EntryFile(Path(item), name, FACTS)
        elif item.name != TRANSLATIONS:
            yield _stray(item, name, message("an entry stands in the folder of its kind"))


def _visible(folder: Path) -> list[DirEntry[str]]:
    if not folder.is_dir():
        return []
    with scandir(folder) as found:
        shown = [item for item in found if not item.name.startswith(".")]
    return sorted(shown, key=lambda item: item.name)


def _walk_folder(folder: DirEntry[str]) -> Iterator[EntryFile | Diagnostic]:
    name = f"{ENTRIES}/{folder.name}"
    if folder.name not in {*KINDS, TABLES}:
        near = get_close_matches(folder.name, (*KINDS, TABLES), n=1)
        hint = message("kinds: {kinds}", kinds=tuple(KINDS))
        if near:
            hint = message("did you mean '{name}'?", name=near[0])
        yield _stray(folder, name, hint)
        return
    for item in _visible(Path(folder)):
        yield _entry_file(item, folder.name)


def _entry_file(item: DirEntry[str], folder: str) -> EntryFile | Diagnostic:
    name = f"{ENTRIES}/{folder}/{item.name}"
    path = Path(item)
    if item.is_dir() or path.suffix != ".yaml":
        return _stray(item, name, message("an entry is one file named <id>.yaml"))
    stem = path.stem
    if stem == INDEX or not ID.fullmatch(stem):
        return Diagnostic(
            code="ZQ206",
            message=message("'{id}' cannot be an id", id=stem),
            path=name,
            span=_FIRST_LINE,
            hint=_better_id(stem),
        )
    return EntryFile(path, name, f"{folder}/{stem}")


def _better_id(stem: str) -> Message:
    if stem == INDEX:
        return message("the list of all entries of the kind has this address")
    like = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "contact-hours"
    return message("small letters, digits and single hyphens, for example '{like}'", like=like)


def stray(name: str, said: Message, hint: Message | None = None) -> Diagnostic:
    """The fault of a file or folder that is no part of the knowledge base."""
    return Diagnostic(code="ZQ207", message=said, path=name, span=_FIRST_LINE, hint=hint)


def _stray(item: DirEntry[str], name: str, hint: Message) -> Diagnostic:
    if item.is_dir():
        said = message("folder '{name}' is not part of the knowledge base", name=item.name)
    else:
        said = message("file '{name}' is not part of the knowledge base", name=item.name)
    return stray(name, said, hint)
