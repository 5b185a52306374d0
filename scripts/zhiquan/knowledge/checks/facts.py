"""Declared facts and tables: a check asks for the type it can use, a table ascends by day."""

from collections.abc import Iterator
from itertools import pairwise

from zhiquan.entries.rule import Check, FactType
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.knowledge.values import DATE
from zhiquan.source.diagnostic import Diagnostic

NUMBERS: frozenset[FactType] = frozenset({"count", "rate", "money", "days"})
FITTING: dict[str, frozenset[FactType]] = {
    "within": frozenset({"time"}),
    "at_most": NUMBERS,
    "at_least": NUMBERS,
    "at_most_times": frozenset({"rate"}),
    "must": frozenset({"flag"}),
    "must_not": frozenset({"flag"}),
}
"""The types of fact that each condition can be asked of."""


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Conditions over facts of the wrong type, and tables whose days do not ascend."""
    for name, limit in kb.limits.items():
        for index, version in enumerate(limit.versions):
            if version.check:
                place = kb.place(f"limits/{name}", "versions", index, "check")
                yield from _fits(place, version.check, kb)
    yield from _tables(kb)


def condition(stated: Check) -> str:
    """The name of the one condition that a check states."""
    values = ((name, getattr(stated, name)) for name in FITTING)
    # By identity: a ceiling of 0 equals False, and is stated.
    return next(name for name, value in values if value is not None and value is not False)


def _fits(place: Place, stated: Check, kb: KnowledgeBase) -> Iterator[Diagnostic]:
    name = condition(stated)
    yield from _fit(place.at("fact"), stated.fact, FITTING[name], name, kb)
    if stated.unless:
        yield from _fit(place.at("unless"), stated.unless, frozenset({"flag"}), "unless", kb)
    if stated.at_most_times:
        at = place.at("at_most_times", "on")
        yield from _fit(at, stated.at_most_times.on, frozenset({"date"}), "on", kb)


def _fit(
    place: Place, fact: str, fitting: frozenset[FactType], name: str, kb: KnowledgeBase
) -> Iterator[Diagnostic]:
    declared = kb.facts[fact].type if fact in kb.facts else None
    if fact == DATE and declared is None:
        declared = "date"
    if declared and declared not in fitting:
        wanted = " or ".join(sorted(fitting))
        message = f"'{name}' needs a fact of type {wanted}; '{fact}' is a {declared}"
        yield place.fault("ZQ322", message)


def _tables(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    for name, table in kb.tables.items():
        place = kb.place(f"tables/{name}")
        for index, (earlier, later) in enumerate(pairwise(table.points), 1):
            if later.on <= earlier.on:
                message = f"{later.on} stands below {earlier.on}"
                at = place.at("points", index, "on")
                yield at.fault("ZQ328", message, "oldest first, one row a day")
        if table.known_until <= table.points[-1].on:
            message = f"known until {table.known_until}, but a value is from {table.points[-1].on}"
            hint = "the first day for which no value is known"
            yield place.at("known_until").fault("ZQ328", message, hint)
