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
from zhiquan.source.message import message


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
        said = message("'{verdict}' rests on no limit", verdict=verdict)
        hint = message("add limits, or write verdict: unverified")
        yield place.at("verdict").fault("ZQ301", said, hint)
    for index, name in enumerate(limits):
        if name in kb.limits:
            yield from _ground(place.at("limits", index), name, kb, written)


def _ground(place: Place, name: str, kb: KnowledgeBase, written: dt.date) -> Iterator[Diagnostic]:
    version = in_force(kb.limits[name], kb.today)
    if version is None:
        said = message("no version of '{limit}' is in force on {today}", limit=name, today=kb.today)
        hint = message("a verdict rests on a rule that applies today")
        fault = place.fault("ZQ303", said, hint)
        ran_out = in_force(kb.limits[name], written) is not None
        yield replace(fault, severity="warning") if ran_out else fault
    elif level(version.sources) == "unverified":
        said = message("every source of '{limit}' is unverified, so no verdict can rest on it")
        hint = message("verify the limit, or write verdict: unverified")
        yield place.fault("ZQ302", said.filled(limit=name), hint)


def _finding(place: Place, status: str, sources: tuple[Source, ...]) -> Iterator[Diagnostic]:
    if status in {"finding", "confirmed"} and level(sources) == "unverified":
        said = message("'{status}' rests on nothing but unverified sources", status=status)
        weaker = "claim-only" if status == "finding" else "only-claimed"
        hint = message("write status: {weaker} until a source was read", weaker=weaker)
        yield place.fault("ZQ330", said, hint)


def _lenders(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    for name, lender in kb.lenders.items():
        place = kb.place(f"lenders/{name}")
        for index, item in enumerate(lender.record):
            yield from _finding(place.at("record", index, "status"), item.status, item.sources)
        for index, claim in enumerate(lender.claims):
            yield from _finding(place.at("claims", index, "status"), claim.status, claim.sources)
