"""Sounds: Chinese found by pinyin, and by characters that sound like the right ones.

No posting is made twice: a sound leads to the pairs of characters that are read so, and a reader's
`tiaojie`, or the unknown pair 条节, is looked up as 调解.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

CANDIDATES = 2
"""Pairs kept per sound, the first ones."""

_LEVEL_1 = 3755


def heard(pairs: Iterable[str]) -> tuple[str, dict[str, str]]:
    """What the client finds pairs by: those worth finding, best first, and readings apart.

    Args:
        pairs: pairs of Han characters, best first.

    Returns:
        The pairs, one after another; and by sound those of which a word is read otherwise than its
        characters one by one (银行 yinhang).
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    apart: dict[str, str] = {}
    kept = []
    for pair in pairs:
        sound = "".join(map(_reading, pair))
        as_word = _as_word(pair)
        if as_word != sound:
            apart[as_word] = apart.get(as_word, "") + pair
        found[sound].append(pair)
        if len(found[sound]) <= CANDIDATES:
            kept.append(pair)
    return "".join(kept), dict(sorted(apart.items()))


def syllables(more: str) -> dict[str, str]:
    """By syllable: the characters of everyday writing that are read so.

    Args:
        more: characters to be known beside those 3,755 (GB 2312, level 1).
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for character in dict.fromkeys((*everyday()[:_LEVEL_1], *more)):
        found[_reading(character)].append(character)
    return {sound: "".join(group) for sound, group in sorted(found.items()) if sound.isalpha()}


@cache
def everyday() -> list[str]:
    """The 6,763 characters of GB 2312, rows 16 to 87."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return [text for code in rows if (text := code.decode("gb2312", errors="ignore"))]


def _as_word(pair: str) -> str:
    """As pypinyin's dictionary of words reads it: 银行 yinhang, not yinxing."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # its tables take a third of a second

    return "".join(lazy_pinyin(pair))


@cache
def _reading(character: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # its tables take a third of a second

    return str(lazy_pinyin(character)[0])
