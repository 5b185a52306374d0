"""Limits: the rule today, what it was, what is announced, and what shows how it works."""

from functools import cached_property

from zhiquan.entries.limit import Limit, Version
from zhiquan.entries.rule import Example
from zhiquan.knowledge.dates import announced, in_force
from zhiquan.pages.model import EntryModel

INSTITUTIONS = frozenset({"lender", "bank", "consumer-finance-company", "microloan-company"})
"""The bound parties that a reader would call "my lender"."""


class LimitModel(EntryModel[Limit]):
    """What is shown of a limit."""

    @cached_property
    def today(self) -> Version | None:
        """The version in force, or None where no rule is known for today."""
        return in_force(self.entry, self.kb.today)

    @property
    def announced(self) -> tuple[Version, ...]:
        """The versions still to come, the next one first."""
        return announced(self.entry, self.kb.today)

    @property
    def past(self) -> tuple[Version, ...]:
        """The versions that have ended, the latest first."""
        ended = (one for one in self.entry.versions if one.to and one.to <= self.kb.today)
        return tuple(sorted(ended, key=lambda one: one.from_, reverse=True))

    @property
    def before(self) -> Version | None:
        """The version that ended last, where one did."""
        return next(iter(self.past), None)

    @property
    def asked(self) -> tuple[Example, ...]:
        """The worked examples with a question that a reader would ask."""
        return tuple(example for example in self.entry.examples if example.question)

    @property
    def binds_lender(self) -> bool:
        """Whether it binds companies that lend."""
        return bool(INSTITUTIONS.intersection(self.entry.binds))

    @property
    def practices(self) -> tuple[str, ...]:
        """Refs of the practices with a verdict that rests on it."""
        return self.relations.practices_of_limit.get(self.id, ())
