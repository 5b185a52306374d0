"""What the page models of all kinds have in common.

A page model is an entry as written (`entry`) and what follows from it and from other entries
(everything else); it is the same for both languages. Templates and question patterns choose the
words of theirs.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar, get_args

from zhiquan.entries.entry import Entry
from zhiquan.entries.provenance import Authority, Source
from zhiquan.knowledge.dates import overdue, review_due
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.overtaken import Overtaken
from zhiquan.knowledge.trust import authority
from zhiquan.pages.relations import Relations
from zhiquan.pages.sources import NumberedSources
from zhiquan.source.message import Language

NOTHING: Mapping[Language, dt.date] = {}
AnyEntry = TypeVar("AnyEntry", bound=Entry)


@dataclass(frozen=True)
class EntryModel(Generic[AnyEntry]):
    """One entry and where to look up what else is known about it."""

    ref: str
    entry: AnyEntry
    relations: Relations

    @property
    def kb(self) -> KnowledgeBase:
        """The knowledge base the entry stands in."""
        return self.relations.kb

    @property
    def kind(self) -> str:
        """The entry's kind."""
        return self.ref.partition("/")[0]

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.ref.partition("/")[2]

    @cached_property
    def sources(self) -> NumberedSources:
        """The entry's sources, numbered in the order in which its page comes to them."""
        placed = (one.source for one in self.kb.contents[self.ref].sources)
        return NumberedSources((*self.sources_first(), *placed, *self.sources_last()))

    def sources_first(self) -> Iterable[Source]:
        """The sources that the page names before others, where it does not follow the fields."""
        return ()

    def sources_last(self) -> Iterable[Source]:
        """The sources of what the page shows of other entries."""
        return ()

    @property
    def authorities(self) -> tuple[Authority, ...]:
        """Who speaks in the sources, the most binding first."""
        found = {authority(source, self.kb) for source in self.sources.listed}
        return tuple(who for who in get_args(Authority) if who in found)

    @property
    def review_due(self) -> dt.date:
        """The day by which the entry should be reviewed again."""
        return review_due(self.entry)

    @property
    def overdue(self) -> bool:
        """Whether that day has passed."""
        return overdue(self.entry, self.kb.today)

    @property
    def under_review(self) -> tuple[Overtaken, ...]:
        """The laws that were amended after what it says had been checked; mostly none."""
        return self.relations.under_review.get(self.ref, ())

    @property
    def behind(self) -> Mapping[Language, dt.date]:
        """The languages whose texts were not compared with a change of the other, since when."""
        return self.relations.behind.get(self.ref, NOTHING)

    @property
    def topics(self) -> tuple[str, ...]:
        """Refs of the reader's situations it belongs to."""
        return self.existing(f"topics/{topic}" for topic in self.entry.topics)

    @property
    def see(self) -> tuple[str, ...]:
        """Refs of the other entries its reader needs."""
        return self.existing(self.entry.see)

    def existing(self, refs: Iterable[str]) -> tuple[str, ...]:
        """The refs, each once, without those that name nothing: the checks report these."""
        known = (ref for ref in dict.fromkeys(refs) if self.kb.find(ref))
        return tuple(known)
