"""Indexes: the entries of a kind in the order and groups in which a reader looks for them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from zhiquan.entries.channel import Channel
from zhiquan.entries.law import InstrumentType
from zhiquan.entries.lender import Lender
from zhiquan.entries.limit import Subject
from zhiquan.entries.practice import Stage
from zhiquan.entries.scalars import Kind, Language
from zhiquan.knowledge.knowledge_base import KnowledgeBase

ENTRIES_A_PAGE = 500
QUESTIONS_A_PAGE = 1000
ANSWERS_A_PAGE = 100
READING_ORDER: tuple[Kind, ...] = (
    "topics",
    "practices",
    "limits",
    "channels",
    "lenders",
    "terms",
    "laws",
)
"""The kinds from what happened to a reader to what the answer rests on."""


@dataclass(frozen=True)
class Grouping:
    """By which field a kind is grouped, the groups in order, and where their names stand."""

    field: str
    order: tuple[str, ...]
    strings: str
    """Prefix of the groups' names among the interface strings."""


def _values(model: type[Any], field: str) -> tuple[str, ...]:
    return get_args(model.model_fields[field].annotation)


GROUPINGS: Mapping[Kind, Grouping] = {
    "practices": Grouping("stage", get_args(Stage), "stage"),
    "limits": Grouping("subject", get_args(Subject), "subject"),
    "laws": Grouping("type", get_args(InstrumentType), "law-type"),
    "channels": Grouping("step", _values(Channel, "step"), "channel-step"),
    "lenders": Grouping("type", _values(Lender, "type"), "lender-type"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """A group of an index; one that runs over pages comes again on the next."""

    name: str
    """A value of the grouping field, a letter of the glossary, or empty."""
    refs: tuple[str, ...]


def groups_of(kind: Kind, kb: KnowledgeBase, lang: Language) -> tuple[Group, ...]:
    """All entries of a kind in groups, both in reading order; empty groups are left out."""
    if kind == "terms":
        return _glossary(kb, lang)
    entries: Mapping[str, Any] = kb.of(kind)
    grouping = GROUPINGS.get(kind)
    found: dict[str, list[str]] = {name: [] for name in (grouping.order if grouping else ("",))}
    for name in sorted(entries, key=lambda name: (getattr(entries[name], "order", 0), name)):
        found[getattr(entries[name], grouping.field) if grouping else ""].append(f"{kind}/{name}")
    return tuple(Group(name, tuple(refs)) for name, refs in found.items() if refs)


def _glossary(kb: KnowledgeBase, lang: Language) -> tuple[Group, ...]:
    """The terms by the first letter or character of their title in the language."""
    titled = [(term.title.shown(lang)[0], f"terms/{name}") for name, term in kb.terms.items()]
    found: dict[str, list[str]] = {}
    for title, ref in sorted(titled, key=lambda one: (_letter(one[0]), one[0].casefold(), one[1])):
        found.setdefault(_letter(title), []).append(ref)
    return tuple(Group(letter, tuple(refs)) for letter, refs in found.items())


def _letter(title: str) -> str:
    """Where a title stands in the glossary: its first letter or character, `0` for digits."""
    first = next((char for char in title if char.isalnum()), "0")
    return "0" if first.isdigit() else first.upper()


def reading_order(kb: KnowledgeBase, lang: Language) -> tuple[str, ...]:
    """All refs in the order in which indexes list them, kind after kind."""
    groups = (group for kind in READING_ORDER for group in groups_of(kind, kb, lang))
    return tuple(ref for group in groups for ref in group.refs)


def parts_of(groups: Iterable[Group], size: int) -> tuple[tuple[Group, ...], ...]:
    """The groups cut into pages of at most `size` refs; at least one page."""
    parts: list[list[Group]] = [[]]
    room = size
    for group in groups:
        for piece in _pieces(group.refs, room, size):
            if room == 0:
                parts.append([])
                room = size
            parts[-1].append(Group(group.name, piece))
            room -= len(piece)
    return tuple(tuple(part) for part in parts)


def _pieces(refs: tuple[str, ...], room: int, size: int) -> Iterator[tuple[str, ...]]:
    """The refs cut where a page is full, `room` being what the current one still takes."""
    start, end = 0, room or size
    while start < len(refs):
        yield refs[start:end]
        start, end = end, end + size
