"""Limits: the rule today, what it was, what is announced, and what shows how it works."""

import datetime as dt
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from zhiquan.entries.limit import Gap, Limit, Version
from zhiquan.entries.provenance import Source
from zhiquan.entries.rule import Example
from zhiquan.knowledge.dates import announced, in_force
from zhiquan.knowledge.trust import level
from zhiquan.knowledge.values import DATE
from zhiquan.pages.model import EntryModel

DAY = dt.timedelta(days=1)
INSTITUTIONS = frozenset({"lender", "bank", "consumer-finance-company", "microloan-company"})
"""The bound parties that a reader would call "my lender"."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A version that no longer applies."""

    version: Version
    last_day: dt.date
    """The last day on which it applied."""


@dataclass(frozen=True, slots=True)
class Unruled:
    """A stretch of time for which no rule is known."""

    gap: Gap
    last_day: dt.date


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A worked example and the rule it was worked by."""

    example: Example
    version: Version | None
    """The version in force on the day of the example; None where none is known."""
    on: dt.date
    """The day of the example."""

    @property
    def key(self) -> str:
        """Stays the same as long as the case does, wherever it stands in the list."""
        case = ";".join(f"{fact}={value}" for fact, value in sorted(self.example.given.items()))
        return f"{zlib.crc32(case.encode()):08x}"


class LimitModel(EntryModel[Limit]):
    """What is shown of a limit."""

    @cached_property
    def today(self) -> Version | None:
        """The version in force, or None where no rule is known for today."""
        return in_force(self.entry, self.kb.today)

    def sources_first(self) -> Iterator[Source]:
        """Those of the rule in force: the page begins with it."""
        if self.today:
            yield from self.today.sources

    @property
    def announced(self) -> tuple[Version, ...]:
        """The versions still to come, the next one first."""
        return announced(self.entry, self.kb.today)

    @cached_property
    def past(self) -> tuple[Ended, ...]:
        """The versions that have ended, the latest first."""
        ended = [
            Ended(one, one.to - DAY)
            for one in self.entry.versions
            if one.to and one.to <= self.kb.today
        ]
        return tuple(sorted(ended, key=lambda one: one.version.from_, reverse=True))

    @property
    def before(self) -> Ended | None:
        """The version that ended last, where one did."""
        return self.past[0] if self.past else None

    @property
    def ends(self) -> dt.date | None:
        """The last day of the rule in force, where its end is known."""
        return self.today.to - DAY if self.today and self.today.to else None

    @property
    def gaps(self) -> tuple[Unruled, ...]:
        """The stretches without a rule, the latest first."""
        ordered = sorted(self.entry.gaps, key=lambda gap: gap.from_, reverse=True)
        return tuple(Unruled(gap, gap.to - DAY) for gap in ordered)

    @property
    def ended(self) -> bool:
        """Whether there was a rule and none is known any more."""
        return self.today is None and bool(self.past)

    @property
    def examples(self) -> list[Example]:
        """The worked examples: those that answer a question, those that explain, the others."""
        return sorted(self.entry.examples, key=lambda one: (not one.question, not one.why))

    @property
    def asked(self) -> tuple[WorkedExample, ...]:
        """The worked examples with a question that a reader would ask."""
        return tuple(self._worked(one) for one in self.entry.examples if one.question)

    @property
    def obliges_lender(self) -> bool:
        """Whether it is a duty, or a recommended one, of companies that lend."""
        bound = INSTITUTIONS.intersection(self.entry.binds)
        return bool(bound) and self.entry.strength in {"must", "should"}

    @property
    def verified(self) -> bool:
        """Whether the rule in force was read in its text or in a reliable report."""
        return self.today is not None and level(self.today.sources) != "unverified"

    def _worked(self, example: Example) -> WorkedExample:
        """Raises no error for a missing or unreadable date: the checks report it."""
        try:
            on = dt.date.fromisoformat(example.given.get(DATE, ""))
        except ValueError:
            on = self.kb.today
        return WorkedExample(example, in_force(self.entry, on), on)

    @property
    def practices(self) -> tuple[str, ...]:
        """Refs of the practices with a verdict that rests on it."""
        return self.relations.practices_of_limit.get(self.id, ())
