"""Worked examples: each is evaluated, and together they show both sides of every line."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from zhiquan.entries.limit import Limit
from zhiquan.entries.rule import Example
from zhiquan.knowledge.dates import covers, in_force
from zhiquan.knowledge.evaluate import outcome
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.nearest import nearest
from zhiquan.knowledge.place import Place
from zhiquan.knowledge.values import DATE, Given, GivenError
from zhiquan.source.diagnostic import Diagnostic

ENOUGH = 3
"""Under the line, on it, over it."""


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Wrong results, values that cannot be read, and lines that no example shows."""
    for name, limit in kb.limits.items():
        place = kb.place(f"limits/{name}")
        yield from _examples(place, limit, kb)
        if any(version.check for version in limit.versions):
            yield from _too_few(place, limit)
            yield from _changes(place, limit, kb)


def _examples(place: Place, limit: Limit, kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """The faults of each example; a fact that is not declared is reported once."""
    unknown = {version.check.fact for version in limit.versions if version.check}
    for index, example in enumerate(limit.examples):
        for fault in _example(place.at("examples", index), limit, example, kb):
            fact = str(fault.pointer[-1])
            if fault.code != "ZQ317" or fact not in unknown:
                yield fault
            if fault.code == "ZQ317":
                unknown.add(fact)


def _example(
    place: Place, limit: Limit, example: Example, kb: KnowledgeBase
) -> Iterator[Diagnostic]:
    faults = list(_given(place.at("given"), example.given, kb))
    yield from faults
    if faults:
        return
    try:
        found = outcome(limit, example.given, kb)
    except GivenError as error:
        if error.reason == "missing":
            hint = f"add {error.fact}: …"
            yield place.at("given").fault("ZQ319", f"{error}, and the check needs it", hint)
        return
    if found != example.result:
        message = f"the example says '{example.result}', the rule gives '{found}'"
        yield place.at("result").fault("ZQ316", message, _why(limit, example, kb))


def _given(place: Place, given: Mapping[str, str], kb: KnowledgeBase) -> Iterator[Diagnostic]:
    case = Given(given, kb.facts)
    for fact in given:
        try:
            case.read(fact)
        except GivenError as error:
            if error.reason == "unreadable":
                message = f"'{given[fact]}' is not a value of '{fact}' (type {case.type_of(fact)})"
                yield place.at(fact).fault("ZQ318", message, str(error))
            else:
                yield from _unknown_fact(place.at(fact), fact, kb)


def _unknown_fact(place: Place, fact: str, kb: KnowledgeBase) -> Iterator[Diagnostic]:
    if kb.standing(f"facts/{fact}") == "unknown":
        near = nearest(fact, (*kb.facts, DATE))
        hint = f"did you mean '{near}'?" if near else "declare it in docs/entries/facts.yaml"
        fault = place.fault("ZQ317", f"there is no fact '{fact}'", hint)
        yield replace(fault, on_key=True)


def _why(limit: Limit, example: Example, kb: KnowledgeBase) -> str:
    """Which version decided, so that the editor sees whether the rule or the example is wrong."""
    version = in_force(limit, Given(example.given, kb.facts).date(DATE))
    if version is None:
        return f"no version covers {example.given[DATE]}"
    return f"by the version from {version.from_}"


def _too_few(place: Place, limit: Limit) -> Iterator[Diagnostic]:
    results = {example.result for example in limit.examples}
    at = place.at("examples") if limit.examples else place.at("title")
    if len(limit.examples) < ENOUGH:
        message = f"{len(limit.examples)} examples for a check that needs {ENOUGH} or more"
        yield at.fault("ZQ320", message, "one under the line, one on it, one over it")
    elif missing := {"within", "exceeded"} - results:
        message = f"no example with the result '{min(missing)}'"
        yield at.fault("ZQ320", message, "show both sides of the line")


def _changes(place: Place, limit: Limit, kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Where the value of a check changes from one version to the next, both need an example."""
    days = {day for example in limit.examples if (day := _day(example, kb))}
    changed = {
        index
        for later, (before, after) in enumerate(pairwise(limit.versions), 1)
        if before.check != after.check
        for index in (later - 1, later)
    }
    for index in sorted(changed):
        version = limit.versions[index]
        if version.check and not any(covers(version, day) for day in days):
            message = "the check changes here, and no example falls into this version"
            hint = f"add one with date: {version.from_} or later"
            yield place.at("versions", index, "from").fault("ZQ321", message, hint)


def _day(example: Example, kb: KnowledgeBase) -> dt.date | None:
    try:
        return Given(example.given, kb.facts).date(DATE)
    except GivenError:
        return None
