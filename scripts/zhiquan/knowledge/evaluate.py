"""Evaluating a rule on a case: a closed vocabulary of six conditions, exact numbers, no guesses."""

import datetime as dt
from collections.abc import Mapping

from zhiquan.entries.limit import Limit
from zhiquan.entries.rule import Check, Multiple, Outcome
from zhiquan.knowledge.amounts import LEAST, MOST, bounded, multiple
from zhiquan.knowledge.dates import in_force, published_value
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.values import DATE, Given
from zhiquan.source.message import Language

MUST = {"zh": "必须", "en": "required"}
MUST_NOT = {"zh": "不得", "en": "not allowed"}


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
    fact = kb.facts.get(check.fact)
    if check.at_most is not None:
        return bounded(MOST[lang], check.at_most, fact, lang)
    if check.at_least is not None:
        return bounded(LEAST[lang], check.at_least, fact, lang)
    if ceiling := check.at_most_times:
        table = kb.tables.get(ceiling.table)
        name = table.title.shown(lang)[0] if table else ceiling.table
        rate = published_value(table, on) if table else None
        return multiple(ceiling.times, name, lang, rate=rate)
    return (MUST if check.must else MUST_NOT)[lang]


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


def _under_ceiling(fact: str, stated: Multiple, case: Given, kb: KnowledgeBase) -> bool | None:
    value, on = case.number(fact), case.date(stated.on)
    table = kb.tables.get(stated.table)
    rate = published_value(table, on) if table else None
    return None if rate is None else value <= rate * stated.times
