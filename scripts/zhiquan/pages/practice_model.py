"""Practices: what happens step by step, on which rules, where to complain, who reported it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from zhiquan.entries.lender import RecordItem
from zhiquan.entries.limit import Version
from zhiquan.entries.practice import Case, Practice, Step
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


class PracticeModel(EntryModel[Practice]):
    """What is shown of a practice."""

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

    @property
    def records(self) -> tuple[tuple[str, RecordItem], ...]:
        """Items on record of lenders that name this practice, each with the lender's ref."""
        return self.relations.records_of_practice.get(self.id, ())
