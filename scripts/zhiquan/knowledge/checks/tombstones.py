"""Removed entries: their readers are sent to an entry that is there."""

from collections.abc import Iterator

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.nearest import meant, nearest_ref
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message

INSTEAD = message("name an entry that is there")


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Redirects to nothing, and redirects that lead round in a circle."""
    for ref, tombstone in kb.tombstones.items():
        place, target = kb.place(ref, "removed", "redirect"), tombstone.removed.redirect
        end = _end(kb, ref)
        if end is None:
            said = message("the redirect to '{target}' leads round in a circle", target=target)
            yield place.fault("ZQ209", said, INSTEAD)
        elif kb.standing(end) == "unknown" and end == target:
            said = message("the redirect goes to '{target}', which is not there", target=target)
            yield place.fault("ZQ208", said, meant(nearest_ref(target, kb), INSTEAD))


def _end(kb: KnowledgeBase, ref: str) -> str | None:
    """Where a chain of redirects ends; None where it never does."""
    seen = set[str]()
    while ref in kb.tombstones:
        if ref in seen:
            return None
        seen.add(ref)
        ref = kb.tombstones[ref].removed.redirect
    return ref
