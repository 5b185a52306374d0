"""Claims about a named company: each has a source with a date."""

from collections.abc import Iterator

from zhiquan.entries.provenance import Source
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Reported cases, records and circulating claims none of whose sources has a date."""
    for name, practice in kb.practices.items():
        for index, case in enumerate(practice.cases):
            if case.lender and not case.date:
                place = kb.place(f"practices/{name}", "cases", index)
                yield from _dated(place, case.lender, case.sources)
    for name, lender in kb.lenders.items():
        for index, item in enumerate(lender.record):
            if not item.date:
                yield from _dated(kb.place(f"lenders/{name}", "record", index), name, item.sources)


def _dated(place: Place, company: str, sources: tuple[Source, ...]) -> Iterator[Diagnostic]:
    if not any(source.law or (source.report and source.report.date) for source in sources):
        message = f"a claim about '{company}' without a date"
        hint = "give the day it happened, or the day of the report"
        yield place.at("sources").fault("ZQ329", message, hint)
