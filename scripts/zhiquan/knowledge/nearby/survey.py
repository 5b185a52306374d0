"""Every file of the folder as far as it must be known, most of it from the cache."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zhiquan.knowledge.collection import without_collection
from zhiquan.knowledge.folder import EntryFile, walk
from zhiquan.knowledge.load import assemble
from zhiquan.knowledge.nearby.cache import Kept, digest, kept_of, read_cache, write_cache
from zhiquan.knowledge.nearby.outline import Outline, outlines
from zhiquan.knowledge.parse import Parsed, bytes_of, parse_document
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.progress import Progress
from zhiquan.source.yaml_reader import Document, read

_SOME_DAY = date.min
"""An outline does not depend on the day."""
_FEW = 8
"""Files that are read at every run rather than that the cache is written anew."""


@dataclass(frozen=True, kw_only=True)
class Survey:
    """The folder of entries, each file known by its outline, or by its faults."""

    files: dict[str, EntryFile]
    """By ref, sorted by path."""
    kept: dict[str, Kept]
    """By ref: the files that can be read."""
    broken: dict[str, tuple[Diagnostic, ...]]
    """By ref: the files that cannot."""
    stray: tuple[Diagnostic, ...]
    """Files and folders that do not belong."""

    def outline(self, ref: str) -> Outline:
        """The outline of a file; nothing where it cannot be read or is not there."""
        return self.kept[ref].outline if ref in self.kept else Outline()

    def outlines(self) -> dict[str, Outline]:
        """The outline of each file that can be read, by ref."""
        return {ref: item.outline for ref, item in self.kept.items()}

    def parsed(self, ref: str) -> Parsed:
        """What a file holds, or its faults."""
        file = self.files[ref]
        if ref in self.broken:
            return self.broken[ref]
        return parse_document(Document(file.name, "", self.kept[ref].document()), file)


def survey(root: Path, *, progress: Progress | None = None) -> Survey:
    """Look at every file of `root/docs/entries`; read those that are not in the cache."""
    found = list(walk(root))
    files = {item.ref: item for item in found if isinstance(item, EntryFile)}
    known = read_cache(root)
    kept: dict[str, Kept] = {}
    broken: dict[str, tuple[Diagnostic, ...]] = {}
    with without_collection():
        for done, (ref, file) in enumerate(files.items(), 1):
            item = _look(file, known.get(file.name))
            if isinstance(item, Kept):
                kept[ref] = item
            else:
                broken[ref] = item
            if progress:
                progress(done, len(files))
    by_name = {files[ref].name: item for ref, item in kept.items()}
    if _is_behind(known, by_name):
        write_cache(root, by_name)
    stray = tuple(item for item in found if isinstance(item, Diagnostic))
    return Survey(files=files, kept=kept, broken=broken, stray=stray)


def _is_behind(known: Mapping[str, Kept], now: Mapping[str, Kept]) -> bool:
    """Whether more files changed than a few: these are read in less time than all are written."""
    changed = sum(known.get(name) is not item for name, item in now.items())
    return changed > _FEW or len(known) - len(now) > _FEW


def _look(file: EntryFile, known: Kept | None) -> Kept | tuple[Diagnostic, ...]:
    """What the cache knows of the file, if it is still the same, or what the file holds now."""
    data = bytes_of(file)
    if isinstance(data, Diagnostic):
        return (data,)
    if known and known.digest == digest(data):
        return known
    document = read(data, name=file.name)
    if isinstance(document, tuple):
        return document
    parsed = parse_document(document, file)
    if isinstance(parsed, tuple):
        return parsed
    alone = assemble([file], {file.ref: parsed}, _SOME_DAY)
    return kept_of(data, outlines(alone).get(file.ref, Outline()), document.tree)
