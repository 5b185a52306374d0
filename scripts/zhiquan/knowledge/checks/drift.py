"""Translations that drifted: one language was changed, the other not compared with it since."""

from collections.abc import Iterator

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Language, Message, message

CHANGED: dict[Language, Message] = {
    "en": message("the Chinese was changed, and the English not compared with it"),
    "zh": message("the English was changed, and the Chinese not compared with it"),
}
"""By the language that stayed as it was."""


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Texts of which one language was changed alone since both had been compared."""
    for ref, found in kb.drifts.items():
        for drift in found:
            said = message("{what} since {day}", what=CHANGED[drift.stale], day=drift.since)
            yield Diagnostic(
                code="ZQ415",
                message=said,
                path=kb.file(ref),
                pointer=(*drift.pointer, drift.stale),
                hint=message("compare, then: zhiquan translated {ref}", ref=ref),
            )
