"""Weights: how much a record speaks of a token.

The weight is BM25F (Robertson & Zaragoza 2009, section 3.5): occurrences are weighted by field and
length before they saturate. Lengths are compared with fixed usual lengths, so that one entry's
postings do not change when another is added.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from zhiquan.outputs.search.cutting import Numbers

TITLE, NAME, LEAD, BODY = 3.0, 2.0, 1.5, 1.0
"""Weight of one occurrence by field. Only in the body does it count how often a token occurs."""

SATURATION = 1.2
"""k1 of BM25: how soon a further occurrence stops counting."""

RANK_BITS, RECORD_BITS = 32, 24
"""A posting is one number: token code, 255 minus the weight, record number. Sorted, the postings of
a token stand together, the weightiest first."""

_USUAL_TITLE, _USUAL_BODY = 8, 300
_TITLE_SLOPE, _BODY_SLOPE = 0.5, 0.6


class Line(NamedTuple):
    """One text of a record."""

    text: str
    record: int
    kind: float
    """Weight of the kind of entry, up to 1."""
    field: float = BODY
    role: Literal["title", "name", ""] = ""
    """Whether the whole text names the record."""


def weighed(codes: Numbers, at: Numbers, lines: Sequence[Line]) -> Numbers:
    """One posting per token and record.

    Args:
        codes: the code of each token.
        at: the line that each stands in.
        lines: the lines; those of a record follow each other.
    """
    record = np.array([line.record for line in lines])
    bits = len(lines).bit_length()
    # Equal tokens come together, and of these equal lines, and so equal records.
    order = np.sort(codes << bits | at)
    start = _changes(order)
    count = np.diff(start, append=len(order))
    code, line = order[start] >> bits, order[start] & (1 << bits) - 1
    value = _share(np.bincount(at, minlength=len(lines)), lines)[line]
    inside = np.array([line.field == BODY for line in lines])[line]
    value[inside] *= count[inside]
    start = _changes(code << RECORD_BITS | record[line])
    occurrences = np.add.reduceat(value, start)
    kind = np.array([line.kind for line in lines])[line[start]]
    level = np.maximum(1, np.rint(255 * kind * occurrences / (occurrences + SATURATION)))
    rank = (255 - level.astype(np.int64)) << RECORD_BITS | record[line[start]]
    found: Numbers = code[start] << RANK_BITS | rank
    return found


def _share(lengths: Numbers, lines: Sequence[Line]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """What one occurrence in each line counts."""
    field = np.array([line.field for line in lines])
    inside = field == BODY
    usual = np.where(inside, _USUAL_BODY, _USUAL_TITLE)
    slope = np.where(inside, _BODY_SLOPE, _TITLE_SLOPE)
    return field / (1 - slope + slope * lengths / usual)


def _changes(ordered: Numbers) -> Numbers:
    """Where a value differs from the one before it; the first always does."""
    return np.flatnonzero(np.diff(ordered, prepend=-1))
