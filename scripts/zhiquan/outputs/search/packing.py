"""Packing: sorted postings as short base64 texts."""

import base64
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from zhiquan.outputs.search.cutting import Numbers
from zhiquan.outputs.search.weighing import RANK_BITS, RECORD_BITS

KEEP = 250
"""Postings kept per token, the weightiest; the true number of records is kept beside them."""

_AT_ONCE = 500_000
"""Postings packed at once; more would take memory and no less time."""

_SEVEN = 7
_FOUR = 4


@dataclass(frozen=True)
class Packed:
    """The postings of one language."""

    frequency: dict[str, int]
    """By token: how many records hold it."""
    postings: dict[str, str]
    """By token: its postings as base64."""


def packed(postings: Numbers, token: Callable[[int], str]) -> Packed:
    """Sorts, prunes and packs.

    Args:
        postings: as `weighed` gives them, in any order; they are sorted in place.
        token: the token of a code.
    """
    postings.sort()
    # The upper half of each number, seen in place: a copy would be the peak of the memory.
    codes = postings.astype("<i8", copy=False).view("<i4")[1::2]
    start = np.concatenate(([0], np.flatnonzero(codes[1:] != codes[:-1]) + 1))
    count = np.diff(start, append=len(postings))
    tokens = [token(code) for code in codes[start].tolist()]
    texts: list[str] = []
    for some in np.array_split(np.arange(len(start)), len(postings) // _AT_ONCE + 1):
        inside = postings[start[some[0]] : start[some[-1]] + count[some[-1]]]
        texts += _texts(*_bytes(*_kept(inside, count[some])))
    return Packed(
        frequency=dict(zip(tokens, count.tolist(), strict=True)),
        postings=dict(zip(tokens, texts, strict=True)),
    )


def _kept(postings: Numbers, count: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Token, record and weight of the postings kept, by token and record."""
    first = np.cumsum(count) - count
    kept = postings[np.arange(len(postings)) - np.repeat(first, count) < KEEP]
    found = np.repeat(np.arange(len(count)), np.minimum(count, KEEP))
    level = 255 - (kept >> RECORD_BITS & 0xFF)
    order = np.sort(found << RANK_BITS | (kept & (1 << RECORD_BITS) - 1) << 8 | level)
    return found, order >> 8 & (1 << RECORD_BITS) - 1, order & 0xFF


def _bytes(found: Numbers, record: Numbers, level: Numbers) -> tuple[bytes, list[int]]:
    """Per posting the distance to the record before it (LEB128) and the weight; ends of tokens."""
    same = np.diff(found, prepend=-1) == 0
    distance = record - np.where(same, np.roll(record, 1), 0)
    length = 1 + np.digitize(distance, [1 << _SEVEN * more for more in range(1, _FOUR)])
    end = np.cumsum(length + 1)
    data = np.zeros(end[-1], np.uint8)
    for at in range(_FOUR):
        here = length > at
        more = np.where(length[here] > at + 1, 0x80, 0)
        data[(end - 1 - length + at)[here]] = distance[here] >> _SEVEN * at & 0x7F | more
    data[end - 1] = level
    return data.tobytes(), end[np.flatnonzero(np.diff(found, append=-1))].tolist()


def _texts(data: bytes, ends: list[int]) -> list[str]:
    starts = [0, *ends[:-1]]
    return [
        base64.b64encode(data[start:end]).decode() for start, end in zip(starts, ends, strict=True)
    ]
