"""The nearest known name, for "did you mean …?"."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from zhiquan.entries.kinds import KINDS
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.source.message import Message, message

_MOST_GUESSES = 200


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one, or None where none is much like it."""
    found = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def meant(near: str | None, otherwise: Message) -> Message:
    """The hint that asks whether the nearest name was meant, or another where none is near."""
    return message("did you mean '{name}'?", name=near) if near else otherwise


def guesses(kb: KnowledgeBase) -> Callable[[str], str | None]:
    """`nearest_ref`, asked once for each name, and for so many names that it takes no time.

    Comparing a name with every id is the slowest thing that a check does, and a single file can
    hold ten thousand names that are all wrong.
    """
    known: dict[str, str | None] = {}

    def near(target: str) -> str | None:
        if target not in known:
            known[target] = nearest_ref(target, kb) if len(known) < _MOST_GUESSES else None
        return known[target]

    return near


def nearest_ref(target: str, kb: KnowledgeBase) -> str | None:
    """The ref most like an unknown one: the same id in another kind, or a near id in its own."""
    kind, _, name = target.partition("/")
    if elsewhere := next((other for other in KINDS if name in kb.ids(other)), None):
        return f"{elsewhere}/{name}"
    near = nearest(name, kb.ids(kind)) if kind in {*KINDS, "facts", "tables"} else None
    return f"{kind}/{near}" if near else None
