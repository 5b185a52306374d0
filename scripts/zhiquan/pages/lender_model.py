"""Lenders: facts, what is on record and by whom, claims checked, where to complain."""

from collections.abc import Mapping
from functools import cached_property

from zhiquan.entries.channel import Channel
from zhiquan.entries.lender import Claim, Lender, RecordItem
from zhiquan.entries.practice import Case
from zhiquan.pages.model import EntryModel
from zhiquan.pages.practice_model import STATUSES

ABOUT = (
    "company",
    "products",
    "why-collection",
    "visit",
    "pros-and-cons",
    "reaction",
    "measures",
)
"""What claims about a company are about, in the order shown."""


class LenderModel(EntryModel[Lender]):
    """What is shown of a lender."""

    @cached_property
    def record(self) -> Mapping[str, tuple[RecordItem, ...]]:
        """What is on record by status, the firmest first; only statuses with an item."""
        found = {
            status: tuple(item for item in self.entry.record if item.status == status)
            for status in STATUSES
        }
        return {status: items for status, items in found.items() if items}

    @property
    def claims(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims by what they are about; only subjects with a claim."""
        found = {
            about: tuple(claim for claim in self.entry.claims if claim.about == about)
            for about in ABOUT
        }
        return {about: claims for about, claims in found.items() if claims}

    @property
    def channels(self) -> tuple[tuple[str, Channel], ...]:
        """Where to complain about it, in order, each with its ref."""
        known = self.kb.channels
        return tuple(
            (f"channels/{name}", known[name]) for name in self.entry.channels if name in known
        )

    @property
    def cases(self) -> tuple[tuple[str, Case], ...]:
        """The practices it was reported for, each with the case."""
        return self.relations.cases_of_lender.get(self.id, ())

    @property
    def practices(self) -> tuple[str, ...]:
        """Refs of the practices that a case or an item on record names."""
        recorded = (f"practices/{name}" for item in self.entry.record for name in item.practices)
        return self.existing((*(ref for ref, _ in self.cases), *recorded))
