"""Days of verification and review: none lies in the future, none is too long ago."""

import datetime as dt
from collections.abc import Iterator

from zhiquan.entries.provenance import Source
from zhiquan.knowledge.dates import overdue, review_due
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Reviews that are overdue, and days in the future on which nobody can have read anything."""
    for ref, entry in kb.entries():
        if entry.review.on > kb.today:
            yield from _future(kb.place(ref, "review", "on"), entry.review.on, kb.today)
        elif overdue(entry, kb.today):
            said = message("last reviewed on {day}, the next review was due {due}")
            said = said.filled(day=entry.review.on, due=review_due(entry))
            hint = message("volatility {letter}: look at it again, then set the new day")
            hint = hint.filled(letter=entry.volatility)
            yield kb.place(ref, "review", "on").fault("ZQ324", said, hint)
    yield from _readings(kb)
    yield from _events(kb)


def _readings(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    for name, law in kb.laws.items():
        yield from _future(kb.place(f"laws/{name}", "verified", "on"), law.verified.on, kb.today)
    for ref, contents in kb.contents.items():
        for pointer, source in contents.sources:
            if _latest(source) > kb.today:
                yield from _source(kb.place(ref, *pointer), source, kb.today)


def _latest(source: Source) -> dt.date:
    published = source.report.date if source.report else None
    return max(source.verified.on, published or dt.date.min)


def _source(place: Place, source: Source, today: dt.date) -> Iterator[Diagnostic]:
    yield from _future(place.at("verified", "on"), source.verified.on, today)
    if source.report and source.report.date:
        yield from _future(place.at("report", "date"), source.report.date, today)


def _events(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    for name, practice in kb.practices.items():
        for index, case in enumerate(practice.cases):
            place = kb.place(f"practices/{name}", "cases", index, "date")
            yield from _future(place, case.date, kb.today)
    for name, lender in kb.lenders.items():
        for index, item in enumerate(lender.record):
            place = kb.place(f"lenders/{name}", "record", index, "date")
            yield from _future(place, item.date, kb.today)


def _future(place: Place, day: dt.date | None, today: dt.date) -> Iterator[Diagnostic]:
    if day and day > today:
        said = message("{day} lies in the future", day=day)
        yield place.fault("ZQ323", said, message("today is {today}", today=today))
