"""The folder of entries: which file is which entry, and which files do not belong."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
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
LONGEST_ID = 64
"""Characters of an id: it names files, with something before and behind it."""
DEVICES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    )
)
"""Names that are devices on Windows, whatever follows the point: no such file can be made there."""
_TAKEN = frozenset({INDEX, *DEVICES})
_FIRST_LINE = Span(1, 1, 1)

Found = os.DirEntry[str]


@dataclass(frozen=True)
class EntryFile:
    """One file of the knowledge base."""

    location: str
    """Where it lies, as the system is asked for it."""
    name: str
    """Relative to the project root, with forward slashes."""
    ref: str
    """`limits/contact-hours`, `tables/lpr-1y`, or `facts` for the one file of facts."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.location)

    @property
    def kind(self) -> Kind | None:
        """The kind of entry; None for facts and tables."""
        folder = self.ref.partition("/")[0]
        return folder if folder in KINDS else None


def walk(root: Path) -> Iterator[EntryFile | Diagnostic]:
    """Every file under `docs/entries`, sorted by path; a fault for each that does not belong.

    Hidden files (`.DS_Store`, an editor's swap file) are passed over.
    """
    if linked := next((part for part in ("docs", ENTRIES) if (root / part).is_symlink()), None):
        yield stray(linked, message("'{name}' is a link to another place", name=linked))
        return
    for found in _visible(root / ENTRIES):
        name = f"{ENTRIES}/{found.name}"
        if _is_folder(found):
            yield from _walk_folder(found, name)
        elif found.is_symlink():
            yield _link(found, name)
        elif found.name == f"{FACTS}.yaml":
            yield EntryFile(found.path, name, FACTS)
        elif found.name != TRANSLATIONS:
            yield _stray(found, name, message("an entry stands in the folder of its kind"))


def _visible(folder: str | Path) -> list[Found]:
    """What lies in a folder, sorted; of each, the system says unasked what it is."""
    try:
        with os.scandir(folder) as found:
            visible = [one for one in found if not one.name.startswith(".")]
    except OSError:
        return []
    return sorted(visible, key=lambda one: one.name)


def _is_folder(found: Found) -> bool:
    """A link to one is none."""
    return found.is_dir(follow_symlinks=False)


def _walk_folder(folder: Found, of: str) -> Iterator[EntryFile | Diagnostic]:
    if folder.name not in {*KINDS, TABLES}:
        near = get_close_matches(folder.name, (*KINDS, TABLES), n=1)
        hint = message("kinds: {kinds}", kinds=tuple(KINDS))
        if near:
            hint = message("did you mean '{name}'?", name=near[0])
        yield _stray(folder, of, hint)
        return
    for found in _visible(folder.path):
        yield _entry_file(found, folder.name, f"{of}/{found.name}")


def _entry_file(found: Found, kind: str, name: str) -> EntryFile | Diagnostic:
    stem = found.name.removesuffix(".yaml")
    if _is_folder(found) or stem == found.name:
        return _stray(found, name, message("an entry is one file named <id>.yaml"))
    if stem in _TAKEN or len(stem) > LONGEST_ID or not ID.fullmatch(stem):
        return Diagnostic(
            code="ZQ206",
            message=message("'{id}' cannot be an id", id=stem),
            path=name,
            span=_FIRST_LINE,
            hint=_better_id(stem),
        )
    return EntryFile(found.path, name, f"{kind}/{stem}")


def _better_id(stem: str) -> Message:
    if stem == INDEX:
        return message("the list of all entries of the kind has this address")
    if stem in DEVICES:
        return message("on Windows no file can have this name")
    if len(stem) > LONGEST_ID:
        return message("at most {most} characters", most=LONGEST_ID)
    like = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "contact-hours"
    return message("small letters, digits and single hyphens, for example '{like}'", like=like)


def stray(name: str, said: Message, hint: Message | None = None) -> Diagnostic:
    """The fault of a file or folder that is no part of the knowledge base."""
    return Diagnostic(code="ZQ207", message=said, path=name, span=_FIRST_LINE, hint=hint)


def _link(found: Found, name: str) -> Diagnostic:
    said = message("'{name}' is a link to another place", name=found.name)
    return stray(name, said, message("put the file itself here"))


def _stray(found: Found, name: str, hint: Message) -> Diagnostic:
    if found.is_dir():
        said = message("folder '{name}' is not part of the knowledge base", name=found.name)
    else:
        said = message("file '{name}' is not part of the knowledge base", name=found.name)
    return stray(name, said, hint)
