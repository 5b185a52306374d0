"""The outline of a file: what must be known of it to tell whether it concerns another."""

from collections import defaultdict
from typing import NamedTuple

from zhiquan.entries.limit import Limit
from zhiquan.knowledge.checks import duplicates
from zhiquan.knowledge.folder import FACTS
from zhiquan.knowledge.knowledge_base import KnowledgeBase


class Outline(NamedTuple):
    """What one readable file says to others."""

    names: tuple[str, ...] = ()
    """Refs of the files that it names in a field, a text or an example, sorted."""
    once: tuple[str, ...] = ()
    """What it says that no other entry may say too: titles, questions, its place in an order."""
    removed: bool = False
    """True for what is left of a removed entry."""


def outlines(kb: KnowledgeBase) -> dict[str, Outline]:
    """The outline of every file of a knowledge base that could be read, by ref."""
    said: dict[str, list[str]] = defaultdict(list)
    for place, key in duplicates.said_once(kb):
        said[place.path].append(repr(key))
    return {
        ref: Outline(_named(kb, ref), tuple(sorted(set(said[kb.file(ref)]))), ref in kb.tombstones)
        for ref in kb.held()
    }


def _named(kb: KnowledgeBase, ref: str) -> tuple[str, ...]:
    entry = kb.find(ref)
    named = kb.contents[ref].targets()
    if isinstance(entry, Limit):
        named |= {f"{FACTS}/{fact}" for fact in _given(entry)}
    return tuple(sorted({FACTS if name.startswith(f"{FACTS}/") else name for name in named}))


def _given(limit: Limit) -> set[str]:
    """The facts of its examples, which no field marks as references."""
    return {fact for example in limit.examples for fact in example.given}
