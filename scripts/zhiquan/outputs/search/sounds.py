"""Sounds: Chinese found by pinyin, and by characters that sound like the right ones.

No posting is made twice. For each pair of characters in the index the sound of the pair leads to
it: `~tiaojie` → 调解. A reader's `tiaojie`, or the unknown pair 条节, goes the same way.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

CANDIDATES = 4
"""Pairs kept per sound, the most frequent ones."""


def sounds_of(pairs: Iterable[str], frequency: Callable[[str], int]) -> dict[str, str]:
    """By sound (`~tiaojie`): its pairs, most frequent first, written one after another.

    Args:
        pairs: pairs of Han characters.
        frequency: in how many records a pair occurs.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for sound in {_as_word(pair), _by_character(pair)}:
            found[f"~{sound}"].add(pair)
    return {
        sound: "".join(sorted(group, key=lambda pair: (-frequency(pair), pair))[:CANDIDATES])
        for sound, group in sorted(found.items())
    }


@cache
def syllables() -> dict[str, str]:
    """By syllable: the characters of everyday Chinese (GB 2312) that are read so."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for character in everyday():
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


def _by_character(pair: str) -> str:
    """As the client reads it, which knows one reading per character."""
    return "".join(map(_reading, pair))


@cache
def _reading(character: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # its tables take a third of a second

    return str(lazy_pinyin(character)[0])
