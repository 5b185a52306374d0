"""The golden queries of golden.txt."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("golden.txt")


@dataclass(frozen=True)
class Query:
    """What a reader types, and the entries that would satisfy them."""

    kind: str
    lang: str
    text: str
    entries: frozenset[str]
    aside: bool
    """True for every third of its kind: never looked at while the ranking was tuned."""


def queries() -> Iterator[Query]:
    """Every query in the order of the file."""
    seen: Counter[str] = Counter()
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, lang, text, entries = (part.strip() for part in line.split(" | "))
            seen[kind] += 1
            yield Query(kind, lang, text, frozenset(entries.split()), aside=seen[kind] % 3 == 0)


def recall(ranks: list[int], at: int = 5) -> float:
    """Share of queries with a right entry among the first `at`; rank 0 is none."""
    return sum(0 < rank <= at for rank in ranks) / len(ranks)


def reciprocal(ranks: list[int], at: int = 10) -> float:
    """Mean reciprocal rank within the first `at`."""
    return sum(1 / rank for rank in ranks if 0 < rank <= at) / len(ranks)
