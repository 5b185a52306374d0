"""Article numbers as sources write them: which two of them speak of the same text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from zhiquan.entries.law import Amendment
from zhiquan.entries.provenance import Source

_PAIR = re.compile(r"(\d+)[-–](\d+)")
_PART = re.compile(r"(\d+)(?:[-–](\d+))?(.*)")
_NUMBER = re.compile(r"\d+")

Number = tuple[int, int]
"""An article and, where it was inserted behind one (293-1), its place there; or else 0."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Articles from one number to another, or a piece of a single one."""

    first: Number
    last: Number
    within: tuple[int, ...] = ()
    """Of 50(2) the 2, of 6.3.1 the 3 and the 1; empty for whole articles."""

    def meets(self, other: "Stretch") -> bool:
        """Whether one holds a part of the other; two paragraphs of one article do not."""
        if self.last < other.first or other.last < self.first:
            return False
        return all(one == two for one, two in zip(self.within, other.within, strict=False))


def is_range(written: str) -> bool:
    """Whether two numbers are the ends of a range; 293-1 is one inserted article."""
    match = _PAIR.fullmatch(written)
    return match is not None and int(match[1]) < int(match[2])


@lru_cache(maxsize=10_000)
def stretches(written: str) -> tuple[Stretch, ...]:
    """What an `article` names, e.g. "56-58, 293-1, 50(2)"."""
    return tuple(_stretch(part.strip()) for part in written.split(",") if part.strip())


def _stretch(part: str) -> Stretch:
    match = _PART.match(part)
    if match is None:
        return Stretch((0, 0), (0, 0))
    first, second, rest = int(match[1]), int(match[2] or 0), match[3]
    if is_range(f"{first}-{second}"):
        return Stretch((first, 0), (second, 0))
    within = tuple(int(number) for number in _NUMBER.findall(rest))
    return Stretch((first, second), (first, second), within)


def meet(one: str, other: str) -> bool:
    """Whether two `article` fields name a text in common."""
    return any(a.meets(b) for a in stretches(one) for b in stretches(other))


def changes(amendment: Amendment, source: Source) -> bool:
    """Whether an amendment may have changed what a source cites.

    Where one of the two names no article, or counts something else than articles, that is not
    known, and it may.
    """
    known = amendment.articles and source.article and source.unit in {"article", "clause"}
    return not known or meet(amendment.articles or "", source.article or "")
