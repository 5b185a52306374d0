"""Drift of translations: one language was changed and the other was not compared with it since."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhiquan.knowledge.anatomy import Contents, PlacedText
from zhiquan.knowledge.translations import Confirmed, Lock, pair, pairs_of, sides
from zhiquan.source.diagnostic import Pointer, written
from zhiquan.source.message import Language


@dataclass(frozen=True, slots=True)
class Drift:
    """A text of which one language was changed alone."""

    pointer: Pointer
    """Place of the text."""
    stale: Language
    """The language that is still what it was."""
    was: Confirmed
    """The pair that was compared."""

    @property
    def since(self) -> dt.date:
        """The day both were compared."""
        return dt.date.fromisoformat(self.was.on)


def drifts(contents: Mapping[str, Contents], lock: Lock) -> Mapping[str, tuple[Drift, ...]]:
    """By ref: the texts that drifted. Only entries in the lock are looked at."""
    found = {
        ref: tuple(_of_entry(contents[ref].texts, lines))
        for ref, lines in lock.items()
        if ref in contents
    }
    return {ref: some for ref, some in found.items() if some}


def _of_entry(texts: list[PlacedText], lines: str) -> Iterator[Drift]:
    now = [(pair(text), pointer, text) for pointer, text in texts if text.zh and text.en]
    new = [one for one in now if one[0] not in lines]
    if not new:
        return
    present = {one[0] for one in now}
    gone = {(one.zh, one.en): one for one in pairs_of(lines) if one.both not in present}
    found = [(pointer, sides(text)) for _, pointer, text in new]
    left = [(pointer, own) for pointer, own in found if gone.pop(own, None) is None]
    by_zh, by_en = (
        {zh: one for (zh, _), one in gone.items()},
        {en: one for (_, en), one in gone.items()},
    )
    for pointer, (zh, en) in left:
        if was := by_en.get(en):
            yield Drift(pointer, "en", was)
        elif was := by_zh.get(zh):
            yield Drift(pointer, "zh", was)


def compared(
    contents: Contents, pairs: tuple[Confirmed, ...], today: dt.date
) -> tuple[Confirmed, ...]:
    """The pairs of an entry after somebody compared all its texts.

    A pair that had been compared keeps its day, unless only a slip had been mended in it.
    """
    known = {(one.zh, one.en): one.on for one in pairs if not one.typo}
    found: dict[str, Confirmed] = {}
    for pointer, text in contents.texts:
        if text.zh and text.en:
            both = pair(text)
            own = sides(text)
            on = known.get(own, today.isoformat())
            found.setdefault(both, Confirmed(written(pointer), both, *own, on))
    return tuple(found.values())


@dataclass(frozen=True)
class Acknowledged:
    """What became of the drift of an entry whose editor says that only slips were mended."""

    pairs: tuple[Confirmed, ...]
    """The pairs of the entry now."""
    done: tuple[Drift, ...]
    refused: tuple[Drift, ...]
    """Texts in which a slip was acknowledged before: a second time, both languages are compared."""


def acknowledged(
    contents: Contents, pairs: tuple[Confirmed, ...], found: tuple[Drift, ...]
) -> Acknowledged:
    """Takes the changed texts as the compared ones, and keeps the day of the comparison."""
    texts = dict(contents.texts)
    done = tuple(one for one in found if not one.was.typo)
    left = [one for one in pairs if one not in {drift.was for drift in done}]
    for drift in done:
        text = texts[drift.pointer]
        named = (written(drift.pointer), pair(text), *sides(text), drift.was.on)
        left.append(Confirmed(*named, typo=True))
    refused = tuple(one for one in found if one.was.typo)
    return Acknowledged(tuple(left), done, refused)
