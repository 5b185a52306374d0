"""How far a claim can be trusted: the best verification among its sources, and who speaks."""

from collections.abc import Iterable

from zhiquan.entries.provenance import Authority, Level, Source
from zhiquan.knowledge.knowledge_base import KnowledgeBase

BEST_FIRST: tuple[Level, ...] = ("primary-text", "reliable-report", "unverified")


def level(sources: Iterable[Source]) -> Level:
    """The best verification level among the sources; `unverified` where there are none."""
    found = {source.verified.level for source in sources}
    return next((best for best in BEST_FIRST if best in found), "unverified")


def authority(source: Source, kb: KnowledgeBase) -> Authority | None:
    """Who speaks in a source: the instrument's authority, or the reporter.

    None where the source names a law that is not in the knowledge base.
    """
    if source.report:
        return source.report.by
    law = kb.laws.get(source.law or "")
    return law.authority if law else None
