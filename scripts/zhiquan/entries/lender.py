"""Lenders: who is this?"""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from zhiquan.entries.entry import Entry
from zhiquan.entries.provenance import Source
from zhiquan.entries.scalars import FROZEN, ChannelId, Date, Id, Number, PracticeId
from zhiquan.entries.text import Name, Text

Sources = Annotated[tuple[Source, ...], Field(min_length=1)]


class FormerName(BaseModel):
    """A name the company had before."""

    model_config = FROZEN

    name: Name
    """The former name."""
    until: str | None = None
    """Year, month or day it ended, e.g. 2025-05."""


class LenderFact(BaseModel):
    """One fact about the company, with sources of its own."""

    model_config = FROZEN

    id: Id
    """E.g. established, licence, shareholders, capital, products, head-office."""
    label: Name
    """What the fact is about, e.g. 注册资本 / Registered capital."""
    value: Text
    """The fact itself."""
    sources: Sources


class Contact(BaseModel):
    """A way to reach the company."""

    model_config = FROZEN

    type: Literal["phone", "site", "app", "reception"]
    """How it is reached."""
    value: str
    """The number, domain or name."""
    label: Name
    """What it is for, e.g. 客服电话 / Customer service."""
    sources: Sources


class RecordItem(BaseModel):
    """Something on record about the company: a finding, a report, its own statement."""

    model_config = FROZEN

    id: Id
    """Anchor of the item on its page."""
    date: Date | None = None
    """The day of the finding or report."""
    status: Literal["finding", "press-report", "company-statement", "claim-only"]
    """What kind of statement it is."""
    by: Text
    """Who found, reported or said it."""
    says: Text
    """What was found, reported or said."""
    amount: Number | None = None
    """A fine, in yuan."""
    practices: tuple[PracticeId, ...] = ()
    """Practices that it is about."""
    sources: Sources


class Claim(BaseModel):
    """A claim that circulates about the company, and what the record shows."""

    model_config = FROZEN

    id: Id
    """Anchor of the claim on its page."""
    about: Literal[
        "company", "products", "why-collection", "visit", "pros-and-cons", "reaction", "measures"
    ]
    """What the claim is about."""
    claim: Text
    """What is claimed."""
    status: Literal["confirmed", "corrected", "only-claimed", "opinion"]
    """What the record makes of it."""
    shows: Text
    """What the record shows instead, or that nothing confirms it."""
    sources: Sources


class Lender(Entry):
    """A company that lends, as far as public sources show it."""

    type: Literal["consumer-finance-company", "bank", "microloan-company", "other"]
    """What kind of lender it is."""
    former_names: tuple[FormerName, ...] = ()
    about: Text
    """Who it is and who supervises it, in two or three sentences."""
    licence_code: str | None = None
    """Institution code of the regulator."""
    regulator: Text
    """Who supervises it."""
    facts: tuple[LenderFact, ...] = ()
    contacts: tuple[Contact, ...] = ()
    channels: tuple[ChannelId, ...] = ()
    """Where to complain about it, in order."""
    record: tuple[RecordItem, ...] = ()
    claims: tuple[Claim, ...] = ()
