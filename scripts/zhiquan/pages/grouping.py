"""Indexes: the entries of a kind in the order and groups in which a reader looks for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from zhiquan.entries.channel import Channel
from zhiquan.entries.law import InstrumentType
from zhiquan.entries.lender import Lender
from zhiquan.entries.limit import Subject
from zhiquan.entries.practice import Stage
from zhiquan.entries.scalars import Kind
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
    """A value of the grouping field; empty where the kind has no groups."""
    refs: tuple[str, ...]


def groups_of(kind: Kind, kb: KnowledgeBase) -> tuple[Group, ...]:
    """All entries of a kind in groups, both in reading order; empty groups are left out."""
    grouping = GROUPINGS.get(kind)
    if grouping is None:
        refs = (f"{kind}/{name}" for name in sorted(kb.of(kind), key=_order(kind, kb)))
        return (Group("", tuple(refs)),) if kb.of(kind) else ()
    found: dict[str, list[str]] = {name: [] for name in grouping.order}
    for name in sorted(kb.of(kind), key=_order(kind, kb)):
        found[getattr(kb.of(kind)[name], grouping.field)].append(f"{kind}/{name}")
    return tuple(Group(name, tuple(refs)) for name, refs in found.items() if refs)


def reading_order(kb: KnowledgeBase) -> tuple[str, ...]:
    """All refs in the order in which indexes list them, kind after kind."""
    groups = (group for kind in READING_ORDER for group in groups_of(kind, kb))
    return tuple(ref for group in groups for ref in group.refs)


def _order(kind: Kind, kb: KnowledgeBase) -> Callable[[str], tuple[int, str]]:
    """By the entry's own order where its kind has one, then by id."""
    entries: Mapping[str, Any] = kb.of(kind)
    return lambda name: (getattr(entries[name], "order", 0), name)


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
