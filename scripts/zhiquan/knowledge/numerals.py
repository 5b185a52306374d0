"""Numbers written in words, in Chinese and in English, as far as they may stand for digits.

They are only ever *offered*: "three calls" answers for "3次", but a word needs no digit.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

ZH_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "双": 2,
}
ZH_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
ZH_WORDS = f"[{''.join((*ZH_DIGITS, *ZH_SCALES))}]{{1,24}}"

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
EN_VALUES = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: value * 10 for value, word in enumerate(_TENS, 2)}
    | {word: value for value, word in enumerate(_ORDINALS, 1)}
    | {"once": 1, "twice": 2, "double": 2, "doubled": 2, "triple": 3, "both": 2, "dozen": 12}
)
EN_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORD = "|".join(sorted((*EN_VALUES, *EN_SCALES), key=len, reverse=True))
EN_WORDS = rf"\b(?i:{_WORD})(?:[ -](?i:and |{_WORD})){{0,16}}\b"

ZH_FRACTIONS = {"半": ("0.5", "50", "6", "30")}
EN_FRACTIONS = {"half": ("0.5", "50", "6", "30"), "quarter": ("0.25", "25", "3", "15")}
"""What a fraction may stand for: of one, in per cent, a year in months, an hour in minutes."""


def plain(number: Decimal) -> str:
    """A number without idle zeros or an exponent: 3.00 → 3, 2.05E+6 → 2050000."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def zh_values(words: str) -> Iterator[str]:
    """The values that a run of Chinese numerals may stand for, with each of its digits."""
    yield from (str(ZH_DIGITS[char]) for char in words if char in ZH_DIGITS)
    if set(words) <= set(ZH_DIGITS):
        yield str(int("".join(str(ZH_DIGITS[char]) for char in words)))
    else:
        yield str(_zh_scaled(words))


def _zh_scaled(words: str) -> int:
    total = section = digit = 0
    for char in words:
        if char in ZH_DIGITS:
            digit = ZH_DIGITS[char]
            continue
        scale = ZH_SCALES[char]
        if scale < ZH_SCALES["万"]:
            section, digit = section + (digit or 1) * scale, 0
        elif scale == ZH_SCALES["万"]:
            total, section, digit = total + (section + digit or 1) * scale, 0, 0
        else:
            total, section, digit = (total + section + digit or 1) * scale, 0, 0
    return total + section + digit


def en_values(words: str) -> Iterator[str]:
    """The values that a run of English number words may stand for, with each of its words."""
    total = section = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in EN_VALUES:
            yield str(EN_VALUES[word])
            section += EN_VALUES[word]
        elif word in EN_SCALES:
            section = (section or 1) * EN_SCALES[word]
            if EN_SCALES[word] > EN_SCALES["hundred"]:
                total, section = total + section, 0
    yield str(total + section)
