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
from zhiquan.knowledge.nearest import meant, nearest
from zhiquan.knowledge.place import Place
from zhiquan.knowledge.values import DATE, Given, GivenError
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Message, message

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
            said = message("{missing}, and the check needs it", missing=error.said)
            hint = message("add {fact}: …", fact=error.fact)
            yield place.at("given").fault("ZQ319", said, hint)
        return
    if found != example.result:
        said = message("the example says '{result}', the rule gives '{found}'", found=found)
        why = _why(limit, example, kb)
        yield place.at("result").fault("ZQ316", said.filled(result=example.result), why)


def _given(place: Place, given: Mapping[str, str], kb: KnowledgeBase) -> Iterator[Diagnostic]:
    case = Given(given, kb.facts)
    for fact in given:
        try:
            case.read(fact)
        except GivenError as error:
            if error.reason == "unreadable":
                said = message("'{value}' is not a value of '{fact}' (type {type})", fact=fact)
                said = said.filled(value=given[fact], type=case.type_of(fact))
                yield place.at(fact).fault("ZQ318", said, error.said)
            else:
                yield from _unknown_fact(place.at(fact), fact, kb)


def _unknown_fact(place: Place, fact: str, kb: KnowledgeBase) -> Iterator[Diagnostic]:
    if kb.standing(f"facts/{fact}") == "unknown":
        near = nearest(fact, (*kb.facts, DATE))
        hint = meant(near, message("declare it in docs/entries/facts.yaml"))
        fault = place.fault("ZQ317", message("there is no fact '{fact}'", fact=fact), hint)
        yield replace(fault, on_key=True)


def _why(limit: Limit, example: Example, kb: KnowledgeBase) -> Message:
    """Which version decided, so that the editor sees whether the rule or the example is wrong."""
    version = in_force(limit, Given(example.given, kb.facts).date(DATE))
    if version is None:
        return message("no version covers {day}", day=example.given[DATE])
    return message("by the version from {day}", day=version.from_)


def _too_few(place: Place, limit: Limit) -> Iterator[Diagnostic]:
    results = {example.result for example in limit.examples}
    at = place.at("examples") if limit.examples else place.at("title")
    if len(limit.examples) < ENOUGH:
        said = message("{count} examples for a check that needs {enough} or more", enough=ENOUGH)
        hint = message("one under the line, one on it, one over it")
        yield at.fault("ZQ320", said.filled(count=len(limit.examples)), hint)
    elif missing := {"within", "exceeded"} - results:
        said = message("no example with the result '{result}'", result=min(missing))
        yield at.fault("ZQ320", said, message("show both sides of the line"))


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
            said = message("the check changes here, and no example falls into this version")
            hint = message("add one with date: {day} or later", day=version.from_)
            yield place.at("versions", index, "from").fault("ZQ321", said, hint)


def _day(example: Example, kb: KnowledgeBase) -> dt.date | None:
    try:
        return Given(example.given, kb.facts).date(DATE)
    except GivenError:
        return None
