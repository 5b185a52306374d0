"""Verdicts and findings rest on something: a limit that is in force and was verified."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from zhiquan.entries.entry import Verdict
from zhiquan.entries.practice import Practice
from zhiquan.entries.provenance import Source
from zhiquan.knowledge.dates import in_force
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.knowledge.trust import level
from zhiquan.source.diagnostic import Diagnostic


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Verdicts without a limit, or on one that is unverified or not in force; soft findings."""
    for name, practice in kb.practices.items():
        for place, verdict, limits in _verdicts(kb.place(f"practices/{name}"), practice):
            yield from _verdict(place, verdict, limits, kb, practice.review.on)
        for index, case in enumerate(practice.cases):
            place = kb.place(f"practices/{name}", "cases", index, "status")
            yield from _finding(place, case.status, case.sources)
    yield from _lenders(kb)


def _verdicts(place: Place, practice: Practice) -> Iterator[tuple[Place, Verdict, tuple[str, ...]]]:
    yield place, practice.verdict, practice.limits
    for index, step in enumerate(practice.steps):
        yield place.at("steps", index), step.verdict, step.limits


def _verdict(
    place: Place, verdict: Verdict, limits: tuple[str, ...], kb: KnowledgeBase, written: dt.date
) -> Iterator[Diagnostic]:
    if verdict == "unverified":
        return
    if not limits:
        hint = "add limits, or write verdict: unverified"
        yield place.at("verdict").fault("ZQ301", f"'{verdict}' rests on no limit", hint)
    for index, name in enumerate(limits):
        if name in kb.limits:
            yield from _ground(place.at("limits", index), name, kb, written)


def _ground(place: Place, name: str, kb: KnowledgeBase, written: dt.date) -> Iterator[Diagnostic]:
    version = in_force(kb.limits[name], kb.today)
    if version is None:
        message = f"no version of '{name}' is in force on {kb.today}"
        fault = place.fault("ZQ303", message, "a verdict rests on a rule that applies today")
        ran_out = in_force(kb.limits[name], written) is not None
        yield replace(fault, severity="warning") if ran_out else fault
    elif level(version.sources) == "unverified":
        message = f"every source of '{name}' is unverified, so no verdict can rest on it"
        yield place.fault("ZQ302", message, "verify the limit, or write verdict: unverified")


def _finding(place: Place, status: str, sources: tuple[Source, ...]) -> Iterator[Diagnostic]:
    if status in {"finding", "confirmed"} and level(sources) == "unverified":
        message = f"'{status}' rests on nothing but unverified sources"
        weaker = "claim-only" if status == "finding" else "only-claimed"
        yield place.fault("ZQ330", message, f"write status: {weaker} until a source was read")


def _lenders(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    for name, lender in kb.lenders.items():
        place = kb.place(f"lenders/{name}")
        for index, item in enumerate(lender.record):
            yield from _finding(place.at("record", index, "status"), item.status, item.sources)
        for index, claim in enumerate(lender.claims):
            yield from _finding(place.at("claims", index, "status"), claim.status, claim.sources)
