"""Under which letter a name stands in an index, and in which order.

Chinese names stand by pinyin. The common characters of GB 2312 are encoded in the order of their
pinyin, so the first byte pairs of each letter are all that is needed (GB 2312-1980, level 1,
0xB0A1 to 0xD7F9). Rarer characters are ordered by radical there and stand at the end.
"""

from bisect import bisect_right

_FIRST = {
    "A": 0xB0A1, "B": 0xB0C5, "C": 0xB2C1, "D": 0xB4EE, "E": 0xB6EA, "F": 0xB7A2, "G": 0xB8C1,
    "H": 0xB9FE, "J": 0xBBF7, "K": 0xBFA6, "L": 0xC0AC, "M": 0xC2E8, "N": 0xC4C3, "O": 0xC5B6,
    "P": 0xC5BE, "Q": 0xC6DA, "R": 0xC8BB, "S": 0xC8F6, "T": 0xCBFA, "W": 0xCDDA, "X": 0xCEF4,
    "Y": 0xD1B9, "Z": 0xD4D1,
}  # fmt: skip
_LETTERS, _STARTS = tuple(_FIRST), tuple(_FIRST.values())
_END = 0xD7F9
OTHER = "#"


def letter(name: str) -> str:
    """The capital letter of a name's first letter or character; `#` for digits and rare ones."""
    first = name[:1].upper()
    if "A" <= first <= "Z":
        return first
    code = int.from_bytes(first.encode("gbk", "replace"), "big")
    if not _STARTS[0] <= code <= _END:
        return OTHER
    return _LETTERS[bisect_right(_STARTS, code) - 1]


def order(name: str) -> tuple[bool, str, bytes, str]:
    """Sorts by letter, then as the language does: Latin without case, Chinese by pinyin."""
    found = letter(name)
    return found == OTHER, found, name.casefold().encode("gb18030"), name
