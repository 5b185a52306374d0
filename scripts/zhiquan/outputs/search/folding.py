"""Folding: what a reader types and what an entry says, brought to one form for comparison.

The client (docs/assets/search.js) does the same; tests/search/parity.json holds both to it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

HAN = "\u3007\u3400-\u9fff"
"""Han characters, for use inside a character class."""

_APOSTROPHES = re.compile("['’‘`´]")
_MARKS = "，：；！？（）…"
"""Nothing but these keeps most Chinese text from being NFKC already, which costs a fifth of it."""


class Folding:
    """NFKC, lower case, no apostrophes, Traditional and variant characters to Simplified."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        """Prepares the table.

        Args:
            variants: single characters that stand for another, beyond OpenCC's own table.
        """
        table = {**_simplified(), **variants}
        self._table = {old: variants.get(new, new) for old, new in table.items()}
        self._odd = re.compile(f"[{''.join(self._table)}]")

    def fold(self, text: str) -> str:
        """The text for matching only; what readers see is never folded."""
        if not text.isascii():
            for mark in _MARKS:
                text = text.replace(mark, " ")
            text = unicodedata.normalize("NFKC", text)
        text = _APOSTROPHES.sub("", text.lower())
        return self._odd.sub(lambda match: self._table[match[0]], text)

    def pairs(self, characters: Iterable[str]) -> tuple[str, str]:
        """The part of the table that leads to some characters, as two strings of equal length."""
        wanted = set(characters)
        found = sorted((old, new) for old, new in self._table.items() if new in wanted)
        return "".join(old for old, _ in found), "".join(new for _, new in found)


@cache
def _simplified() -> Mapping[str, str]:
    """By character: its Simplified form, where it has another (OpenCC t2s, one by one)."""
    from opencc import OpenCC  # noqa: PLC0415  # a dictionary that `zhiquan check` need not load

    every = [chr(code) for code in range(0x3400, 0xA000)]
    simple = OpenCC("t2s").convert("\n".join(every)).split("\n")
    return {old: new for old, new in zip(every, simple, strict=True) if old != new}
