"""How Chinese writes figures: 第50条, 205万元, 2026年1月1日, 晚上10点半, 万分之五."""

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
from zhiquan.knowledge.numerals import ZH_FRACTIONS, ZH_WORDS, zh_values

SCALES = {
    "百": Decimal(100),
    "千": Decimal(1_000),
    "万": Decimal(10_000),
    "亿": Decimal(100_000_000),
    "万亿": Decimal(1_000_000_000_000),
    "": Decimal(1),
}
SHARES = {"百分之": Decimal(1), "千分之": Decimal("0.1"), "万分之": Decimal("0.01")}
"""What one of each is in per cent."""
MORNING = "凌晨|清晨|早上|早晨|早|上午"
NIGHT = "晚上|晚|夜里|夜间|深夜|半夜|当晚"
PART_STARTS = "凌清早上中下傍晚夜深半当"
PART = rf"(?P<part>{MORNING}|中午|下午|傍晚|{NIGHT})?\s*"
HOURS, SMALL = 24, 6


def article(match: re.Match[str], found: Figures) -> None:
    """第50条, 第675、676条, 第5.3条."""
    listed = re.findall(NUMBER, match[1])
    for digits in listed:
        found.article(match[0] if len(listed) == 1 else digits, digits)


def month(match: re.Match[str], found: Figures) -> None:
    """1月."""
    found.need(f"M{int(match[1])}", match[0])


def time(match: re.Match[str], found: Figures) -> None:
    """22:00, 晚上10点半, 8时."""
    hour, clock = int(match["hour"]), match["clock"]
    minutes = 30 if match["half"] else int(clock or match["minute"] or 0)
    if hour > HOURS:
        found.number(match["hour"], match["hour"])
    elif match["part"]:
        found.time(match[0], _by_part(match["part"], hour) * 60 + minutes)
    elif clock or hour > NOON // 60:
        found.time(match[0], hour * 60 + minutes)
    else:
        found.half_time(match[0], hour * 60 + minutes)


def _by_part(part: str, hour: int) -> int:
    """The hour of the day: 晚上10点 is 22, 夜里12点 is 24, 夜里2点 is 2."""
    if part in MORNING.split("|") or hour > NOON // 60:
        return hour
    if part in NIGHT.split("|") and (hour < SMALL or hour == NOON // 60):
        return hour % (NOON // 60)
    return hour % (NOON // 60) + NOON // 60


def share(match: re.Match[str], found: Figures) -> None:
    """万分之5: 0.05 per cent."""
    found.number(match[0], match[2], scale=SHARES[match[1]])
    found.offered.add(f"N{match[2]}")


def share_in_words(match: re.Match[str], found: Figures) -> None:
    """万分之五: it answers for 0.05."""
    for digits in zh_values(match[2]):
        found.offered.update((f"N{digits}", f"N{value(digits, SHARES[match[1]])}"))


def office_hours(match: re.Match[str], found: Figures) -> None:
    """早8晚10."""
    found.time(match[0], int(match[1]) * 60)
    found.time(match[0], int(match[2]) * 60 + NOON)


def interval(match: re.Match[str], found: Figures) -> None:
    """3至5万."""
    for digits in (match[1], match[2]):
        found.number(match[0], digits, scale=SCALES[match[3]])


def number(match: re.Match[str], found: Figures) -> None:
    """205万, 24, 15.4."""
    found.number(match[0], match[1], scale=SCALES[match[2] or ""])


def spelt(text: str) -> Iterable[str]:
    """三, 二十四, 半: the plain numbers they may stand for."""
    return ZH_FRACTIONS.get(text) or zh_values(text)


_TIME = (
    rf"{PART}(?<![\d.])(?P<hour>\d{{1,2}})",
    r"(?:[:：](?P<clock>\d{2})(?!\d)|[点时](?!间)(?:(?P<half>半)|(?P<minute>\d{1,2})分?)?)",
)

_RULES: tuple[tuple[str, Read], ...] = (
    *SHARED,
    (rf"第((?:{NUMBER})(?:(?:、|，|{TO}|和|及|与)(?:{NUMBER}))*)[条款项章节编]", article),
    (r"(?<!\d)(\d{1,2})月", month),
    ("".join(_TIME), time),
    (rf"([百千万]分之)({NUMBER})", share),
    (rf"([百千万]分之)({ZH_WORDS})", share_in_words),
    (r"早(\d{1,2})晚(\d{1,2})", office_hours),
    (rf"({NUMBER}){TO}({NUMBER})\s*(万亿|[百千万亿])", interval),
    (rf"({NUMBER})\s*(万亿|[百千万亿])?", number),
)

ZH = Lexicon(
    rules=_RULES,
    gate=rf"(?=[0-9０-９A-Za-z\[\]第百千万{PART_STARTS}])",
    words=f"半|{ZH_WORDS}",
    values=spelt,
)
