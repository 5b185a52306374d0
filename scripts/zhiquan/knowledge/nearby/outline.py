"""The outline of a file: what must be known of it to tell whether it concerns another."""

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


def outline(alone: KnowledgeBase) -> Outline:
    """The outline of the only file of a knowledge base."""
    named = {target for contents in alone.contents.values() for target in contents.targets()}
    named |= {f"{FACTS}/{fact}" for limit in alone.limits.values() for fact in _given(limit)}
    files = {FACTS if target.startswith(f"{FACTS}/") else target for target in named}
    said = {repr(key) for _, key in duplicates.said_once(alone)}
    return Outline(tuple(sorted(files)), tuple(sorted(said)), bool(alone.tombstones))


def _given(limit: Limit) -> set[str]:
    """The facts of its examples, which no field marks as references."""
    return {fact for example in limit.examples for fact in example.given}
