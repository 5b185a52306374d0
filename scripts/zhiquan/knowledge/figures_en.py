"""How English writes figures: article 50, RMB 2.05 million, 1 January 2026, 10.30 pm, 0.05%."""

import re
from collections.abc import Iterable
from decimal import Decimal

from zhiquan.knowledge.figures import (
    NOON,
    NUMBER,
    SHARED,
    TO,
    Figures,
    Lexicon,
    Read,
    value,
)
from zhiquan.knowledge.numerals import EN_FRACTIONS, EN_SCALES, EN_WORDS, en_values

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
VERBS = "May|March"
"""Months that are also words: they are months for certain only beside a number."""
UNITS = r"articles?|arts?\.|clauses?|items?|sections?|paragraphs?|chapters?|parts?|points?"
CITED = rf"(?:{NUMBER})(?:\(\d+\))*"
HALF = r"(?P<half>[ap])(?:m\b|\.m\.)"
LATE = ("afternoon", "evening", "night")
PART = rf"\s+(?:in the|at)\s+(?P<part>morning|{'|'.join(LATE)})\b"
SMALL = 6 * 60


def article(match: re.Match[str], found: Figures) -> None:
    """Article 50, articles 675 and 676, article 139(9)."""
    listed = re.findall(NUMBER, match[1])
    for digits in listed:
        found.article(match[0] if len(listed) == 1 else digits, digits)


def month(match: re.Match[str], found: Figures) -> None:
    """January."""
    found.need(f"M{MONTHS.index(match[0]) + 1}", match[0])


def maybe_month(match: re.Match[str], found: Figures) -> None:
    """May at the start of a question: it answers for 5月 and needs none."""
    found.offered.add(f"M{MONTHS.index(match[0]) + 1}")


def time(match: re.Match[str], found: Figures) -> None:
    """22:00, 10 pm, 10:30 p.m., 10 in the evening."""
    minutes = int(match["hour"]) * 60 + int(match["minute"] or 0)
    found.time(match[0], _by_half(minutes, match["half"] or match["part"]))


def half_past(match: re.Match[str], found: Figures) -> None:
    """Half past 10 in the evening, half past ten."""
    hour = int(match["hour"]) if match["hour"].isdigit() else int(next(en_values(match["hour"])))
    if match["part"]:
        found.time(match[0], _by_half(hour * 60 + 30, match["part"]))
    else:
        found.half_time(match[0], hour * 60 + 30)


def _by_half(minutes: int, half: str | None) -> int:
    """Minutes of the day: 10 pm is 22:00, 12 am is 0:00, 2 at night is 2:00."""
    if not half or (half == "night" and minutes < SMALL):
        return minutes
    return minutes % NOON + (NOON if half.lower() in {"p", *LATE} else 0)


def bare_hour(match: re.Match[str], found: Figures) -> None:
    """8 o'clock, and the 8 of "8 to 10 pm"."""
    found.half_time(match[0], int(match["hour"]) * 60)


def share(match: re.Match[str], found: Figures) -> None:
    """5 per 10,000: 0.05 per cent."""
    per = Decimal(match[2].replace(",", ""))
    found.number(match[0], match[1], scale=100 / per)
    found.offered.add(f"N{value(match[1])}")


def interval(match: re.Match[str], found: Figures) -> None:
    """3 to 5 million."""
    for digits in (match[1], match[2]):
        found.number(match[0], digits, scale=Decimal(EN_SCALES[match[3].lower()]))


def number(match: re.Match[str], found: Figures) -> None:
    """2.05 million, 24, 2,090."""
    scale = EN_SCALES[match[2].lower()] if match[2] else 1
    found.number(match[0], match[1], scale=Decimal(scale))


def spelt(text: str) -> Iterable[str]:
    """Three, twenty-four, half: the plain numbers they may stand for."""
    return EN_FRACTIONS.get(text.lower()) or en_values(text)


_HOUR = r"(?<![\d.])(?P<hour>\d{1,2})"
_SCALE = "|".join(EN_SCALES)
_MONTH = "|".join(name for name in MONTHS if name not in VERBS)

_RULES: tuple[tuple[str, Read], ...] = (
    *SHARED,
    (rf"\b(?i:{UNITS})\s+({CITED}(?:(?:,\s*(?:and\s+)?|{TO}){CITED})*)", article),
    (rf"\b(?:{_MONTH})\b|\b(?:{VERBS})\b(?= \d)|(?<=\d )(?:{VERBS})\b", month),
    (rf"\b(?:{VERBS})\b", maybe_month),
    (rf"{_HOUR}(?:[:.](?P<minute>\d{{2}}))?(?:\s*{HALF}|{PART})", time),
    (rf"{_HOUR}:(?P<minute>\d{{2}})(?!\d)(?P<half>)(?P<part>)", time),
    (rf"[Hh]alf past (?P<hour>\d{{1,2}}|[a-z]+)(?:{PART})?", half_past),
    (rf"{_HOUR}(?:\s*o['’]clock|(?={TO}\d{{1,2}}\s*[ap]\.?m\b))", bare_hour),
    (rf"({NUMBER}) (?:per|in) (100|1,000|10,000)\b", share),
    (rf"({NUMBER}){TO}({NUMBER})\s*(?i:({_SCALE}))\b", interval),
    (rf"({NUMBER})(?:\s*(?i:({_SCALE}))\b)?", number),
)

EN = Lexicon(
    rules=_RULES,
    gate=r"(?:(?=[0-9\[\]])|(?<![A-Za-z])(?=[A-Za-z]))",
    words=rf"\b(?i:half|quarter)\b|{EN_WORDS}",
    values=spelt,
)
