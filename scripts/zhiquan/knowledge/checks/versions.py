"""The versions of a limit: in order, none empty, no overlap, no gap that is not explained."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from zhiquan.entries.limit import Gap, Limit, Version
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Message, message


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Versions out of order, empty, overlapping, with a silent gap; gaps that are none."""
    for name, limit in kb.limits.items():
        place = kb.place(f"limits/{name}")
        for index, version in enumerate(limit.versions):
            yield from _empty(place.at("versions", index), version)
        for index, (earlier, later) in enumerate(pairwise(limit.versions), 1):
            yield from _join(place.at("versions", index), earlier, later, limit.gaps)
        yield from _needless_gaps(place, limit)


def _empty(place: Place, version: Version) -> Iterator[Diagnostic]:
    if version.to is not None and version.to <= version.from_:
        said = message("a version from {start} to {end} never applies", start=version.from_)
        hint = message("'to' is the first day it no longer applies, so it comes after 'from'")
        yield place.at("to").fault("ZQ310", said.filled(end=version.to), hint)


def _join(
    place: Place, earlier: Version, later: Version, gaps: tuple[Gap, ...]
) -> Iterator[Diagnostic]:
    start, end = later.from_, earlier.to
    if start <= earlier.from_:
        said = message("this version begins on {start}, not after the one above ({above})")
        said = said.filled(start=start, above=earlier.from_)
        yield place.at("from").fault("ZQ311", said, message("put the oldest version first"))
    elif end is None or start < end:
        hint = message("end the one above with to: {day}", day=start)
        yield place.at("from").fault("ZQ308", _overlap(start, end), hint)
    elif start > end and not _explained(end, start, gaps):
        said = message("no rule from {end} to {start}, and no gap says why", end=end, start=start)
        hint = message("add to gaps: {{from: {end}, to: {start}, why: …}}", end=end, start=start)
        yield place.at("from").fault("ZQ309", said, hint)


def _overlap(start: dt.date, end: dt.date | None) -> Message:
    if end is None:
        said = message("begins on {start} while the version above has no end: two rules on one day")
    else:
        said = message(
            "begins on {start} while the version above ends on {end}: two rules on one day"
        )
    return said.filled(start=start, end=end)


def _explained(start: object, end: object, gaps: tuple[Gap, ...]) -> bool:
    return any((gap.from_, gap.to) == (start, end) for gap in gaps)


def _needless_gaps(place: Place, limit: Limit) -> Iterator[Diagnostic]:
    real = {(earlier.to, later.from_) for earlier, later in pairwise(limit.versions)}
    for index, gap in enumerate(limit.gaps):
        if gap.from_ >= gap.to or (gap.from_, gap.to) not in real:
            said = message("no gap between two versions runs from {start} to {end}", end=gap.to)
            hint = message("a gap begins with the 'to' above it and ends with the 'from' below it")
            yield place.at("gaps", index, "from").fault("ZQ312", said.filled(start=gap.from_), hint)
