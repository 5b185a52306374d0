"""Lenders: facts, what is on record and by whom, claims checked, where to complain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from zhiquan.entries.lender import Claim, Lender, RecordItem
from zhiquan.entries.practice import Case
from zhiquan.entries.provenance import Source
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


@dataclass(frozen=True, slots=True)
class Reported:
    """A practice that a source reports of the lender."""

    practice: str
    """Ref of the practice."""
    cases: tuple[Case | RecordItem, ...]
    """What is reported, the firmest kind of statement first."""

    @property
    def key(self) -> str:
        """Id of the practice."""
        return self.practice.partition("/")[2]

    @property
    def firmest(self) -> Case | RecordItem:
        """The firmest of what is reported."""
        return self.cases[0]


class LenderModel(EntryModel[Lender]):
    """What is shown of a lender."""

    def sources_first(self) -> Iterator[Source]:
        """Those of contacts, record and claims: the page ends with the company's facts."""
        of_contacts = (one.sources for one in self.entry.contacts)
        of_record = (one.sources for one in self.entry.record)
        of_claims = (one.sources for one in self.entry.claims)
        return chain.from_iterable((*of_contacts, *of_record, *of_claims))

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
    def channels(self) -> tuple[str, ...]:
        """Refs of the channels that take complaints about it, in order."""
        return self.existing(f"channels/{name}" for name in self.entry.channels)

    @cached_property
    def reported(self) -> tuple[Reported, ...]:
        """The practices that a case or an item on record names, with what is said of each."""
        found: dict[str, list[Case | RecordItem]] = {}
        for ref, case in self.relations.cases_of_lender.get(self.id, ()):
            found.setdefault(ref, []).append(case)
        for item in self.entry.record:
            for name in item.practices:
                found.setdefault(f"practices/{name}", []).append(item)
        return tuple(
            Reported(ref, tuple(sorted(found[ref], key=lambda one: STATUSES.index(one.status))))
            for ref in self.existing(found)
        )
