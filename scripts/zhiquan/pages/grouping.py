"""Indexes: the entries of a kind in the order and groups in which a reader looks for them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from zhiquan.entries.channel import Channel
from zhiquan.entries.law import InstrumentType
from zhiquan.entries.lender import Lender
from zhiquan.entries.limit import Subject
from zhiquan.entries.practice import Stage
from zhiquan.entries.scalars import Kind
from zhiquan.entries.term import Term
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.source.message import Language

ENTRIES_A_PAGE = 250
QUESTIONS_A_PAGE = 500
ANSWERS_A_PAGE = 75
"""As many as leave a page well below its 25 KB, compressed (`tests/outputs/test_weight.py`)."""
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
    """A value of the grouping field; in the glossary a letter or the ref of a topic; or empty."""
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
    """The terms as a reader of the language looks for a word.

    English has an alphabet. Chinese characters have no order that everybody knows, so Chinese
    terms stand under the situation in which one meets them, in the order of the home page.
    """
    titled = sorted((term.title.shown(lang)[0].casefold(), name) for name, term in kb.terms.items())
    found: dict[str, list[str]] = {}
    for title, name in titled:
        group = _letter(title) if lang == "en" else _situation(kb.terms[name], kb)
        found.setdefault(group, []).append(f"terms/{name}")
    order = sorted(found) if lang == "en" else [*topics_of(kb), ""]
    return tuple(Group(name, tuple(found[name])) for name in order if name in found)


def topics_of(kb: KnowledgeBase) -> tuple[str, ...]:
    """Refs of the reader's situations in the order of the home page."""
    ordered = sorted(kb.topics.items(), key=lambda one: (one[1].order, one[0]))
    return tuple(f"topics/{name}" for name, _ in ordered)


def _situation(term: Term, kb: KnowledgeBase) -> str:
    """Ref of the first topic of a term that exists; empty where none does."""
    return next((f"topics/{name}" for name in term.topics if name in kb.topics), "")


def _letter(title: str) -> str:
    """The first letter of a title, `0` for digits."""
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
