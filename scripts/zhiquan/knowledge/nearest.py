"""The nearest known name, for "did you mean …?"."""

from collections.abc import Iterable
from difflib import get_close_matches

from zhiquan.entries.kinds import KINDS
from zhiquan.knowledge.knowledge_base import KnowledgeBase


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one, or None where none is much like it."""
    found = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def nearest_ref(target: str, kb: KnowledgeBase) -> str | None:
    """The ref most like an unknown one: the same id in another kind, or a near id in its own."""
    kind, _, name = target.partition("/")
    if elsewhere := next((other for other in KINDS if name in kb.ids(other)), None):
        return f"{elsewhere}/{name}"
    near = nearest(name, kb.ids(kind)) if kind in {*KINDS, "facts", "tables"} else None
    return f"{kind}/{near}" if near else None
