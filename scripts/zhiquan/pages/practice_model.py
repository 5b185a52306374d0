"""Practices: what happens step by step, on which rules, where to complain, who reported it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from zhiquan.entries.lender import RecordItem
from zhiquan.entries.limit import Version
from zhiquan.entries.practice import Case, Practice, Step
from zhiquan.entries.provenance import Source
from zhiquan.entries.text import Text
from zhiquan.knowledge.dates import in_force
from zhiquan.pages.model import EntryModel

STATUSES = ("finding", "press-report", "company-statement", "claim-only")
"""What kind of statement a report is, the firmest first."""


@dataclass(frozen=True, slots=True)
class Basis:
    """A rule that a verdict rests on, as it stands today."""

    ref: str
    version: Version


@dataclass(frozen=True, slots=True)
class OnRecord:
    """An item of a lender's record that names the practice."""

    lender: str
    """Ref of the lender."""
    item: RecordItem
    replies: tuple[RecordItem, ...]
    """What the company said of its own after an authority's finding, in general words."""

    def sources(self) -> Iterator[Source]:
        """Those of the item, then those of the replies."""
        for one in (self.item, *self.replies):
            yield from one.sources


class PracticeModel(EntryModel[Practice]):
    """What is shown of a practice."""

    def sources_last(self) -> Iterator[Source]:
        """Those of the lenders' records that its page shows."""
        for one in self.records:
            yield from one.sources()

    @cached_property
    def limits(self) -> tuple[str, ...]:
        """Refs of the limits that its verdicts rest on, the overall ones first."""
        stepped = (limit for step in self.entry.steps for limit in step.limits)
        return self.existing(f"limits/{limit}" for limit in (*self.entry.limits, *stepped))

    @cached_property
    def bases(self) -> tuple[Basis, ...]:
        """The rules in force that the overall verdict rests on; of the steps, where it has none."""
        named = self.existing(f"limits/{name}" for name in self.entry.limits) or self.limits
        found = ((ref, self._today(ref)) for ref in named)
        return tuple(Basis(ref, version) for ref, version in found if version)

    def _today(self, ref: str) -> Version | None:
        return in_force(self.kb.limits[ref.partition("/")[2]], self.kb.today)

    @cached_property
    def stops(self) -> tuple[tuple[str, Text], ...]:
        """Where to complain, in order: the ref of the channel, and for what to go there."""
        known = self.kb.channels
        named = (stop for stop in self.entry.channels if stop.channel in known)
        return tuple((f"channels/{stop.channel}", stop.when) for stop in named)

    def rules(self, step: Step) -> tuple[str, ...]:
        """Refs of the limits that the verdict of a step rests on."""
        return self.existing(f"limits/{name}" for name in step.limits)

    @property
    def cases(self) -> Mapping[str, tuple[Case, ...]]:
        """The reported cases by status, the firmest status first; only statuses with a case."""
        found = {
            status: tuple(case for case in self.entry.cases if case.status == status)
            for status in STATUSES
        }
        return {status: cases for status, cases in found.items() if cases}

    @cached_property
    def records(self) -> tuple[OnRecord, ...]:
        """Items on record of lenders that name this practice, each with the company's reply."""
        named = self.relations.records_of_practice.get(self.id, ())
        return tuple(OnRecord(ref, item, self._replies(ref, item)) for ref, item in named)

    def _replies(self, lender: str, item: RecordItem) -> tuple[RecordItem, ...]:
        """Statements that name no practice: those that name this one are items themselves."""
        if item.status != "finding":
            return ()
        record = self.kb.lenders[lender.partition("/")[2]].record
        own = (one for one in record if one.status == "company-statement" and not one.practices)
        return tuple(one for one in own if not (one.date and item.date) or one.date >= item.date)
