"""Evaluating a rule on a case: a closed vocabulary of six conditions, exact numbers, no guesses."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from zhiquan.entries.limit import Limit
from zhiquan.entries.rule import Check, Multiple, Outcome
from zhiquan.entries.scalars import Language
from zhiquan.knowledge.dates import in_force, published_value
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.numerals import plain
from zhiquan.knowledge.values import DATE, Given

MOST = {"zh": "最多", "en": "at most "}
LEAST = {"zh": "至少", "en": "at least "}
MUST = {"zh": "必须", "en": "required"}
MUST_NOT = {"zh": "不得", "en": "not allowed"}
TEN_THOUSAND = 10_000


def outcome(limit: Limit, given: Mapping[str, str], kb: KnowledgeBase) -> Outcome:
    """What the rule in force on the day of the case says about it.

    Returns:
        `unknown` where no version covers the day, or the one that does has no check.

    Raises:
        GivenError: A value is missing, undeclared or unreadable.
    """
    version = in_force(limit, Given(given, kb.facts).date(DATE))
    if version is None or version.check is None:
        return "unknown"
    return evaluate(version.check, given, kb)


def evaluate(check: Check, given: Mapping[str, str], kb: KnowledgeBase) -> Outcome:
    """The result of one check on a case.

    Returns:
        `exempt` where the `unless` flag is true; `unknown` where the check needs a published value
        and none is known for the day; otherwise `within` or `exceeded`. The line itself is within.

    Raises:
        GivenError: A value is missing, undeclared or unreadable.
    """
    case = Given(given, kb.facts)
    if check.unless and case.flag(check.unless, absent=False):
        return "exempt"
    holds = _holds(check, case, kb)
    if holds is None:
        return "unknown"
    return "within" if holds else "exceeded"


def ceiling(multiple: Multiple, on: dt.date, kb: KnowledgeBase) -> Decimal | None:
    """A multiple of a published rate on a day, e.g. 4 × 3.00 = 12.00; None where none is known."""
    table = kb.tables.get(multiple.table)
    value = published_value(table, on) if table else None
    return None if value is None else value * multiple.times


def check_value(check: Check, kb: KnowledgeBase, lang: Language, on: dt.date) -> str:
    """The value of a check on a day, to stand inside a sentence.

    Args:
        check: The check of one version.
        kb: Declares the fact, its unit and the tables.
        lang: The reader's language; a unit that is missing in it is left out.
        on: The day that chooses the published rate.

    Returns:
        E.g. `08:00–22:00`, `每天最多3次`, `at most 3 calls a day`, `at most 12% (4 × 3.00%, LPR)`.
    """
    if check.within:
        return "–".join(check.within)
    if check.at_most is not None:
        return _bounded(MOST[lang], check.at_most, check.fact, kb, lang)
    if check.at_least is not None:
        return _bounded(LEAST[lang], check.at_least, check.fact, kb, lang)
    if check.at_most_times:
        return _multiple(check.at_most_times, kb, lang, on)
    return (MUST if check.must else MUST_NOT)[lang]


def number(value: Decimal, lang: Language) -> str:
    """A number as readers of the language write it: 20万 and 200,000; no idle zeros."""
    if lang == "zh" and value >= TEN_THOUSAND and value % TEN_THOUSAND == 0:
        return f"{plain(value / TEN_THOUSAND)}万"
    return f"{value:,f}" if lang == "en" and value == value.to_integral_value() else plain(value)


def _holds(check: Check, case: Given, kb: KnowledgeBase) -> bool | None:
    """Whether the one stated condition holds; None where its published value is not known."""
    if check.within:
        return _in_window(case.time(check.fact), *check.within)
    if check.at_most is not None:
        return case.number(check.fact) <= check.at_most
    if check.at_least is not None:
        return case.number(check.fact) >= check.at_least
    if check.at_most_times:
        return _under_ceiling(check.fact, check.at_most_times, case, kb)
    return case.flag(check.fact) is check.must


def _in_window(time: str, first: str, last: str) -> bool:
    """Both ends belong to the window; one that ends before it begins runs past midnight."""
    if first <= last:
        return first <= time <= last
    return time >= first or time <= last


def _under_ceiling(fact: str, multiple: Multiple, case: Given, kb: KnowledgeBase) -> bool | None:
    value = case.number(fact)
    most = ceiling(multiple, case.date(multiple.on), kb)
    return None if most is None else value <= most


def _bounded(word: str, value: Decimal, fact: str, kb: KnowledgeBase, lang: Language) -> str:
    written, unit = number(value, lang), _unit(fact, kb, lang)
    counted, slash, each = unit.partition("/")
    if lang == "zh" and slash and not unit.startswith("%"):
        return f"每{each}{word}{written}{counted}"
    space = " " if lang == "en" and unit and not unit.startswith("%") else ""
    return f"{word}{written}{space}{unit}"


def _unit(fact: str, kb: KnowledgeBase, lang: Language) -> str:
    declared = kb.facts.get(fact)
    return (declared.unit.get(lang) or "") if declared and declared.unit else ""


def _multiple(multiple: Multiple, kb: KnowledgeBase, lang: Language, on: dt.date) -> str:
    table = kb.tables.get(multiple.table)
    name = table.title.shown(lang)[0] if table else multiple.table
    rate, most = (published_value(table, on) if table else None), ceiling(multiple, on, kb)
    times = plain(multiple.times)
    if rate is None or most is None:
        return f"{MOST[lang]}{name}的{times}倍" if lang == "zh" else f"at most {times} × {name}"
    sum_ = f"{times} × {rate}%"
    if lang == "zh":
        return f"{MOST[lang]}{plain(most)}%（{sum_}，{name}）"
    return f"at most {plain(most)}% ({sum_}, {name})"
