"""What is said elsewhere about an entry: indexes over the whole knowledge base, each built once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from zhiquan.entries.lender import RecordItem
from zhiquan.entries.practice import Case
from zhiquan.entries.provenance import Source
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.overtaken import Overtaken, overtaken
from zhiquan.knowledge.resting import Resting
from zhiquan.source.message import Language

T = TypeVar("T")


class Relations:
    """Reverse look-ups that the pages of more than one kind need."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.resting = Resting(kb)

    @cached_property
    def citations(self) -> Mapping[str, tuple[tuple[str, Source], ...]]:
        """By law id: the refs that rest on the law, each with the source that says so."""
        return {
            law: tuple((one.ref, one.source) for one in cited)
            for law, cited in self.resting.on_law.items()
        }

    @cached_property
    def under_review(self) -> Mapping[str, tuple[Overtaken, ...]]:
        """By claim (`knowledge.resting`): the laws amended since it was checked; mostly empty."""
        return overtaken(self.kb, self.resting)

    @cached_property
    def behind(self) -> Mapping[str, Mapping[Language, dt.date]]:
        """By ref: the languages that were not compared with a change of the other, since when."""
        found: dict[str, dict[Language, dt.date]] = {}
        for ref, drifts in self.kb.drifts.items():
            days = found.setdefault(ref, {})
            for one in drifts:
                days[one.stale] = min(one.since, days.get(one.stale, one.since))
        return found

    @cached_property
    def practices_of_limit(self) -> Mapping[str, tuple[str, ...]]:
        """By limit id: refs of the practices with a verdict that rests on it."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, practice in self.kb.practices.items():
            stepped = (limit for step in practice.steps for limit in step.limits)
            for limit in dict.fromkeys((*practice.limits, *stepped)):
                found[limit].append(f"practices/{name}")
        return _frozen(found)

    @cached_property
    def cases_of_lender(self) -> Mapping[str, tuple[tuple[str, Case], ...]]:
        """By lender id: the practices it was reported for, each with the case."""
        found: dict[str, list[tuple[str, Case]]] = defaultdict(list)
        for name, practice in self.kb.practices.items():
            for case in practice.cases:
                if case.lender:
                    found[case.lender].append((f"practices/{name}", case))
        return _frozen(found)

    @cached_property
    def records_of_practice(self) -> Mapping[str, tuple[tuple[str, RecordItem], ...]]:
        """By practice id: the lenders whose record names it, each with the item."""
        found: dict[str, list[tuple[str, RecordItem]]] = defaultdict(list)
        for name, lender in self.kb.lenders.items():
            for item in lender.record:
                for practice in item.practices:
                    found[practice].append((f"lenders/{name}", item))
        return _frozen(found)

    @cached_property
    def replaced_by_law(self) -> Mapping[str, tuple[str, ...]]:
        """By law id: refs of the laws whose place it took."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, law in self.kb.laws.items():
            if law.replaced_by:
                found[law.replaced_by].append(f"laws/{name}")
        return _frozen(found)

    @cached_property
    def of_topic(self) -> Mapping[str, tuple[str, ...]]:
        """By topic id: refs of the entries that name it, kind by kind, sorted by id."""
        found: dict[str, list[str]] = defaultdict(list)
        for ref, entry in self.kb.entries():
            for topic in dict.fromkeys(entry.topics):
                found[topic].append(ref)
        return _frozen(found)

    def in_topic(self, topic: str, kind: str, first: Iterable[str]) -> tuple[str, ...]:
        """Refs of one kind in a topic: those the topic lists, in its order, then the others."""
        listed = (f"{kind}/{name}" for name in first)
        others = (ref for ref in self.of_topic.get(topic, ()) if ref.startswith(f"{kind}/"))
        return tuple(ref for ref in dict.fromkeys((*listed, *others)) if self.kb.find(ref))

    def about(self, ref: str) -> tuple[str, ...]:
        """Refs of what belongs to a topic or a lender, in the order in which it is asked about."""
        kind, _, name = ref.partition("/")
        if kind == "lenders":
            return tuple(dict.fromkeys(ref for ref, _ in self.cases_of_lender.get(name, ())))
        topic = self.kb.topics[name]
        return (
            *self.in_topic(name, "practices", topic.practices),
            *self.in_topic(name, "limits", topic.limits),
            *self.in_topic(name, "channels", topic.channels),
            *self.in_topic(name, "terms", ()),
        )


def _frozen(found: Mapping[str, list[T]]) -> Mapping[str, tuple[T, ...]]:
    return {key: tuple(values) for key, values in found.items()}
