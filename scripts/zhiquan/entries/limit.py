"""Limits: what does the law allow or forbid?"""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from zhiquan.entries.entry import Entry
from zhiquan.entries.provenance import Source
from zhiquan.entries.rule import Check, Example
from zhiquan.entries.scalars import FROZEN, Date
from zhiquan.entries.text import Text

Party = Literal[
    "borrower",
    "contact-person",
    "family",
    "third-person",
    "guarantor",
    "lender",
    "bank",
    "consumer-finance-company",
    "microloan-company",
    "private-lender",
    "collector",
    "credit-bureau",
    "police",
    "court",
    "regulator",
    "employer",
    "everyone",
]
Subject = Literal[
    "visits",
    "calls",
    "third-persons",
    "conduct",
    "personal-data",
    "police-and-crime",
    "price",
    "contract",
    "evidence",
    "procedure",
    "enforcement",
    "credit-record",
    "complaints",
]


class Consequence(BaseModel):
    """What the law provides when the rule is broken, with its own sources."""

    model_config = FROZEN

    text: Text
    """What follows, in one or two sentences."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Version(BaseModel):
    """The rule as it stands from one day up to (not including) another."""

    model_config = FROZEN

    from_: Annotated[Date, Field(alias="from")]
    """First day it applies."""
    to: Date | None = None
    """First day it no longer applies; absent while it is open."""
    rule: Text
    """The rule in one to three plain sentences."""
    reading: Text | None = None
    """Our own reading, where the text does not say it in so many words; labelled as such."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    check: Check | None = None


class Gap(BaseModel):
    """A stretch of time between versions for which no rule is known, and why."""

    model_config = FROZEN

    from_: Annotated[Date, Field(alias="from")]
    """First day for which no rule is known."""
    to: Date
    """First day for which one is known again."""
    why: Text
    """Why none is known."""


class Limit(Entry):
    """A rule with its dates, article, check and worked examples."""

    subject: Subject
    """The group it is listed under."""
    binds: Annotated[tuple[Party, ...], Field(min_length=1)]
    """Who must keep to it."""
    protects: tuple[Party, ...] = ()
    """Whom it serves."""
    strength: Literal["must", "should", "right", "information"] = "must"
    """must: a duty; should: recommended or self-regulatory; right: something a reader may do;
    information: a fact about procedure or price."""
    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    gaps: tuple[Gap, ...] = ()
    examples: tuple[Example, ...] = ()
    consequence: Consequence | None = None
    do: Text | None = None
    """What a reader does with it, in one or two sentences."""
