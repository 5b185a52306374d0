"""Loading the folder of entries into one knowledge base."""

import datetime as dt
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from zhiquan.entries.entry import Entry, Tombstone
from zhiquan.entries.kinds import KINDS
from zhiquan.entries.rule import Table
from zhiquan.knowledge.anatomy import Contents
from zhiquan.knowledge.collection import without_collection
from zhiquan.knowledge.folder import FACTS, TABLES, EntryFile, walk
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.parse import Parsed, parse_file
from zhiquan.knowledge.translations import read_lock
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.opening import contents
from zhiquan.source.progress import Progress

MOST_SHOWN = 32 * 1024 * 1024
"""Bytes of the largest file of which a line is shown."""


@dataclass
class Reuse:
    """Keeps what unchanged files held between one load and the next (`serve`)."""

    kept: dict[str, tuple[tuple[int, int], Parsed]] = field(default_factory=dict)
    """By file: its time of change in nanoseconds and its size, and what was read."""
    walked: dict[str, tuple[BaseModel, Contents]] = field(default_factory=dict)
    """By ref: what was found in an entry (see `KnowledgeBase.walked`)."""

    def parse(self, file: EntryFile) -> Parsed:
        """What the file holds; read again only when it changed."""
        try:
            status = os.lstat(file.location)  # no path is made for each file
        except OSError:  # it went away since the folder was listed
            return parse_file(file)
        stamp = (status.st_mtime_ns, status.st_size)
        kept = self.kept.get(file.name)
        if kept is None or kept[0] != stamp:
            kept = self.kept[file.name] = (stamp, parse_file(file))
        return kept[1]


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """A knowledge base, and what was wrong with the files it was read from."""

    kb: KnowledgeBase
    diagnostics: tuple[Diagnostic, ...]
    """Faults of single files; their entries are left out of `kb`."""
    texts: Callable[[str], str]
    """The text of a file by its name in a diagnostic."""


def load(
    root: Path,
    *,
    today: dt.date,
    reuse: Reuse | None = None,
    progress: Progress | None = None,
) -> Loaded:
    """Read every entry under `root/docs/entries`.

    Args:
        root: The project root.
        today: The day the run is about.
        reuse: Keeps unchanged files between calls; give the same one each time.
        progress: Called after each file.

    Returns:
        The entries that could be read, and a diagnostic for everything that could not. A broken
        file never hides another.
    """
    found = list(walk(root))
    files = [item for item in found if isinstance(item, EntryFile)]
    faults = [item for item in found if isinstance(item, Diagnostic)]
    parse = reuse.parse if reuse else parse_file
    parsed: dict[str, Any] = {}
    with without_collection():
        for done, file in enumerate(files, 1):
            parsed[file.ref] = parse(file)
            if progress:
                progress(done, len(files))
    for result in parsed.values():
        if isinstance(result, tuple):
            faults += result
    translations, unread = read_lock(root)
    faults += unread
    walked = reuse.walked if reuse else {}
    return Loaded(
        kb=replace(assemble(files, parsed, today), translations=translations, walked=walked),
        diagnostics=tuple(faults),
        texts=partial(text_of, root),
    )


def text_of(root: Path, name: str) -> str:
    """The text of a file as far as it is one; nothing for a link or a file that went away."""
    try:
        return contents(root / name, most=MOST_SHOWN).decode("utf-8", "replace")
    except OSError:
        return ""


def assemble(
    files: Sequence[EntryFile], parsed: Mapping[str, Parsed], today: dt.date
) -> KnowledgeBase:
    """The knowledge base of files and what each holds, both sorted by path."""
    good = {ref: result for ref, result in parsed.items() if not isinstance(result, tuple)}
    by_kind: dict[str, Any] = {kind: _of_kind(good, kind, Entry) for kind in KINDS}
    facts = good.get(FACTS, {})
    return KnowledgeBase(
        today=today,
        tombstones={ref: item for ref, item in good.items() if isinstance(item, Tombstone)},
        facts=dict(sorted(facts.items())) if isinstance(facts, dict) else {},
        tables=_of_kind(good, TABLES, Table),
        files={file.ref: file.name for file in files},
        broken=frozenset(parsed) - frozenset(good),
        **by_kind,
    )


def _of_kind(good: Mapping[str, Parsed], kind: str, model: type[BaseModel]) -> dict[str, Any]:
    """The good entries of one kind by id; `files` come sorted by path, so ids are sorted too."""
    return {
        ref.partition("/")[2]: item
        for ref, item in good.items()
        if ref.startswith(f"{kind}/") and isinstance(item, model)
    }
