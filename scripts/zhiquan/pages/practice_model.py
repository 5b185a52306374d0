"""Practices: what happens step by step, on which rules, where to complain, who reported it."""

from collections.abc import Mapping
from functools import cached_property

from zhiquan.entries.channel import Channel
from zhiquan.entries.lender import RecordItem
from zhiquan.entries.practice import Case, Practice, Stop
from zhiquan.pages.model import EntryModel

STATUSES = ("finding", "press-report", "company-statement", "claim-only")
"""What kind of statement a report is, the firmest first."""


class PracticeModel(EntryModel[Practice]):
    """What is shown of a practice."""

    @cached_property
    def limits(self) -> tuple[str, ...]:
        """Refs of the limits that its verdicts rest on, the overall ones first."""
        stepped = (limit for step in self.entry.steps for limit in step.limits)
        return self.existing(f"limits/{limit}" for limit in (*self.entry.limits, *stepped))

    @cached_property
    def stops(self) -> tuple[tuple[Stop, Channel], ...]:
        """Where to complain, in order, each with its channel."""
        channels = self.kb.channels
        return tuple(
            (stop, channels[stop.channel])
            for stop in self.entry.channels
            if stop.channel in channels
        )

    @property
    def cases(self) -> Mapping[str, tuple[Case, ...]]:
        """The reported cases by status, the firmest status first; only statuses with a case."""
        found = {
            status: tuple(case for case in self.entry.cases if case.status == status)
            for status in STATUSES
        }
        return {status: cases for status, cases in found.items() if cases}

    @property
    def records(self) -> tuple[tuple[str, RecordItem], ...]:
        """Items on record of lenders that name this practice, each with the lender's ref."""
        return self.relations.records_of_practice.get(self.id, ())
