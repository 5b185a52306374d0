"""Tokens: what is looked up. Chinese as overlapping pairs of characters, the rest as words.

Pairs need no dictionary, so index and query can never disagree about where a word ends. The client
cuts text in the same way; tests/search/parity.json holds both to it.
"""

import re
from functools import cache
from operator import add

from zhiquan.outputs.search.folding import HAN

_RUN = re.compile(rf"[a-z]+(?=[0-9]{{3}})|[a-z0-9]+(?:\.[0-9]+)*%?|[{HAN}]+")
_ENDINGS = (
    (re.compile(r"ies$"), "y", 4),
    (re.compile(r"(ss|ch|sh|x)es$"), r"\1", 3),
    (re.compile(r"([^siu])s$"), r"\1", 3),
    (re.compile(r"(?:ing|ed|ment)$"), "", 5),
    (re.compile(r"(?:er|or|ion|ly)$"), "", 5),
    (re.compile(r"([bdgmnpt])\1$"), r"\1", 3),
    (re.compile(r"e$"), "", 3),
    (re.compile(r"([^aeiou])y$"), r"\1i", 2),
)
"""Pattern, what takes its place, and how many letters a word must have more than."""


def tokens(folded: str) -> list[str]:
    """The tokens of a folded text, in order and with repetitions.

    A run of Han characters gives its overlapping pairs, a single one itself. A Latin word gives its
    stem; a number itself, a percentage also its number; digits before a Han character also the two
    together (`24`, `24个`), since the unit says what is counted.
    """
    found: list[str] = []
    for match in _RUN.finditer(folded):
        run = match[0]
        if run[0] >= "\u3007":
            found += map(add, run, run[1:]) if len(run) > 1 else [run]
        else:
            found += latin(run, folded[match.end() : match.end() + 1])
    return found


def latin(run: str, after: str) -> list[str]:
    """The tokens of one Latin run: one, or of a number two.

    Args:
        run: Latin letters and digits.
        after: the character that follows it, or nothing.
    """
    if run.isalpha():
        return [stem(run)]
    if run.endswith("%"):
        return [run, run[:-1]]
    if not run[-1].isdigit():
        return [stem(run)]
    return [run, run + after] if after >= "\u3007" and _RUN.match(after) else [run]


@cache
def stem(word: str) -> str:
    """A Latin word without the endings that bend it: `collectors`, `collecting` → `collect`.

    Rougher than Porter's stemmer and a tenth of its size; what matters is that index and query do
    the same.
    """
    for pattern, instead, longer in _ENDINGS:
        if len(word) > longer:
            word = pattern.sub(instead, word)
    return word


def exact(folded: str) -> str:
    """A whole title or query as one key: its words without punctuation and endings."""
    runs: list[str] = _RUN.findall(folded)
    return " ".join(run if run[0] >= "\u3007" else stem(run) for run in runs)


def is_pair(token: str) -> bool:
    """True for a pair of Han characters."""
    return len(token) == 2 and all(map(is_han, token))  # noqa: PLR2004


def is_han(character: str) -> bool:
    """True for a Han character."""
    return character >= "\u3007" and _RUN.match(character) is not None


def hashed(text: str) -> int:
    """FNV-1a over UTF-16 code units, 32 bits, as the client does it (draft-eastlake-fnv)."""
    value = 0x811C9DC5
    for unit in memoryview(text.encode("utf-16-le")).cast("H"):
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    return value
