"""Addresses of other people's sites that the entries name, and where they stand."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.source.diagnostic import Pointer

_WHOLE = re.compile(r"https?://[^\s<>\"]+")
_IN_TEXT = re.compile(r"https?://[^\s<>\"'()\[\]{}，。；：、！？（）《》“”‘’]+")
_TRAILING = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an address."""

    ref: str
    pointer: Pointer


def outgoing(kb: KnowledgeBase) -> Mapping[str, tuple[Mention, ...]]:
    """By address, sorted: every place in an entry that names it, in a field or within a text."""
    found = defaultdict(list)
    for ref, entry in kb.entries():
        tree = entry.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
        for pointer, text in _strings(tree, ()):
            for address in _addresses(text):
                found[address].append(Mention(ref, pointer))
    return {address: tuple(found[address]) for address in sorted(found)}


def dependents(kb: KnowledgeBase, ref: str) -> int:
    """How many pages depend on an entry: its own, and that of each entry that links to it."""
    return 1 + len(kb.linked_from(ref))


def _strings(tree: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(tree, str):
        yield pointer, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from _strings(value, (*pointer, key))
    elif isinstance(tree, list | tuple):
        for index, value in enumerate(tree):
            yield from _strings(value, (*pointer, index))


def _addresses(text: str) -> list[str]:
    if "://" not in text:
        return []
    if _WHOLE.fullmatch(text):
        return [text]
    return [match.rstrip(_TRAILING) for match in _IN_TEXT.findall(text)]
