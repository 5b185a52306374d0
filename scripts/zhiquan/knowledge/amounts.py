"""Amounts in words that can stand inside a sentence, in both languages."""

import re
from decimal import Decimal

from zhiquan.entries.rule import Fact
from zhiquan.knowledge.numerals import plain
from zhiquan.source.message import Language

MOST = {"zh": "最多", "en": "at most "}
LEAST = {"zh": "至少", "en": "at least "}
CURRENCY = "RMB"
TEN_THOUSAND = 10_000
_PLURAL = re.compile(r"s(?= a\b| per\b|$)")


def bounded(bound: str, value: Decimal, fact: Fact | None, lang: Language) -> str:
    """A bound on a fact with its unit: 每天最多3次, 每年最多36%, at most RMB 3,000.

    Args:
        bound: `MOST` or `LEAST` in the language.
        value: The figure.
        fact: Gives the unit; one that is missing in the language is left out.
        lang: The reader's language.
    """
    unit = (fact.unit.get(lang) or "") if fact and fact.unit else ""
    if lang == "zh":
        counted, _, each = unit.partition("/")
        return f"{'每' if each else ''}{each}{bound}{number(value, lang)}{counted}"
    if unit == CURRENCY:
        return f"{bound}{CURRENCY} {number(value, lang)}"
    if value == 1:
        unit = _PLURAL.sub("", unit, count=1)
    space = "" if unit.startswith("%") or not unit else " "
    return f"{bound}{number(value, lang)}{space}{unit}"


def multiple(times: Decimal, title: str, lang: Language, *, rate: Decimal | None) -> str:
    """A ceiling that is a multiple of a published rate: at most 12% (4 × 3.00%, one-year LPR).

    Where the rate of the day is not known, the words name it and give no figure.
    """
    name = _short(title)
    if rate is None:
        return (
            f"最多{name}的{plain(times)}倍" if lang == "zh" else f"at most {plain(times)} × {name}"
        )
    figures = f"{plain(times * rate)}%", f"{plain(times)} × {rate}%"
    if lang == "zh":
        return "最多{}（{}，{}）".format(*figures, name)
    return "at most {} ({}, {})".format(*figures, name)


def number(value: Decimal, lang: Language) -> str:
    """A number as readers of the language write it: 20万 and 200,000; no idle zeros."""
    if lang == "zh" and value >= TEN_THOUSAND and value % TEN_THOUSAND == 0:
        return f"{plain(value / TEN_THOUSAND)}万"
    return f"{value:,f}" if lang == "en" and value == value.to_integral_value() else plain(value)


def _short(title: str) -> str:
    """A title inside a sentence: without its explanation, "One-year LPR" with a small letter."""
    name = re.sub(r"[（(].*[）)]", "", title).strip()
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
