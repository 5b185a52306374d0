"""Declared facts and tables: a check asks for the type it can use, a table ascends by day."""

from collections.abc import Iterator
from itertools import pairwise

from zhiquan.entries.rule import Check, FactType
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.knowledge.values import DATE
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message

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
        said = message("'{condition}' needs a fact of type {types}; '{fact}' is a {declared}")
        types = " / ".join(sorted(fitting))
        said = said.filled(condition=name, types=types, fact=fact, declared=declared)
        yield place.fault("ZQ322", said)


def _tables(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    for name, table in kb.tables.items():
        place = kb.place(f"tables/{name}")
        for index, (earlier, later) in enumerate(pairwise(table.points), 1):
            if later.on <= earlier.on:
                said = message("{day} stands below {above}", day=later.on, above=earlier.on)
                at = place.at("points", index, "on")
                yield at.fault("ZQ328", said, message("oldest first, one row a day"))
        if table.known_until <= table.points[-1].on:
            said = message("known until {day}, but a value is from {last}", day=table.known_until)
            hint = message("the first day for which no value is known")
            fault = said.filled(last=table.points[-1].on)
            yield place.at("known_until").fault("ZQ328", fault, hint)
