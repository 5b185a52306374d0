"""Claims about a named company: each has a source with a date."""

import re
from collections.abc import Iterator

from zhiquan.entries.provenance import Source
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message

Claim = tuple[Place, str, tuple[Source, ...]]
"""Where a claim stands, about which company, and what it rests on."""


_YEAR = re.compile(r"(?:19|20)\d\d")


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Reported cases, records and circulating claims none of whose sources has a date."""
    for place, company, sources in (*_cases(kb), *_records(kb)):
        if not any(_dated(source) for source in sources):
            said = message("a claim about '{company}' without a date", company=company)
            hint = message("give the day it happened, or the day of the report")
            yield place.at("sources").fault("ZQ329", said, hint)


def _cases(kb: KnowledgeBase) -> Iterator[Claim]:
    for name, practice in kb.practices.items():
        for index, case in enumerate(practice.cases):
            if case.lender and not case.date:
                yield kb.place(f"practices/{name}", "cases", index), case.lender, case.sources


def _records(kb: KnowledgeBase) -> Iterator[Claim]:
    for name, lender in kb.lenders.items():
        place = kb.place(f"lenders/{name}")
        for index, item in enumerate(lender.record):
            if not item.date:
                yield place.at("record", index), name, item.sources
        for index, claim in enumerate(lender.claims):
            yield place.at("claims", index), name, claim.sources


def _dated(source: Source) -> bool:
    """Whether the source says when: by a date, an instrument, or a year in its description."""
    if source.report is None or source.report.date:
        return True
    return bool(_YEAR.search(f"{source.report.title} {source.verified.copy_read}"))
