"""Practices: what do lenders and collectors do, and what can I do?"""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from zhiquan.entries.entry import Entry, Verdict
from zhiquan.entries.provenance import Source
from zhiquan.entries.scalars import FROZEN, ChannelId, Date, Id, LenderId, LimitId
from zhiquan.entries.text import Text

Stage = Literal[
    "before-borrowing",
    "paying",
    "in-arrears",
    "by-phone",
    "at-the-door",
    "third-persons",
    "sold-on",
    "sued",
    "credit-record",
    "scams",
]


class Step(BaseModel):
    """One thing that happens, with what the rules say about it."""

    model_config = FROZEN

    title: Text
    """What they do or say, in a few words."""
    verdict: Verdict
    """What the rules say about this step."""
    limits: tuple[LimitId, ...] = ()
    """The limits the verdict rests on; a verdict other than `unverified` needs one."""
    allowed: Text | None = None
    """What is allowed here, and under which condition."""
    not_allowed: Text | None = None
    """What is not."""
    you: Text | None = None
    """What the reader may say or do at this step."""


class Stop(BaseModel):
    """A channel in the order in which to use it for this practice."""

    model_config = FROZEN

    channel: ChannelId
    """Where to complain."""
    when: Text
    """For what, or after what, to go there."""


class Case(BaseModel):
    """Where the practice was reported, by whom, and what kind of statement it is."""

    model_config = FROZEN

    id: Id
    """Anchor of the case on its page."""
    lender: LenderId | None = None
    """The lender it was about, where one is named."""
    status: Literal["finding", "press-report", "company-statement", "claim-only"]
    """finding: found by an authority; press-report: a paper reports it; company-statement: the
    company says it; claim-only: someone claims it and nothing confirms it."""
    date: Date | None = None
    """The day it was reported or found."""
    says: Text
    """What exactly is reported, and no more."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Practice(Entry):
    """What happens to a borrower, step by step, with a verdict at each step."""

    stage: Stage
    """When in a loan it happens."""
    answer: Text
    """The short answer: one or two sentences a frightened person can act on."""
    verdict: Verdict
    """Of the practice as a whole."""
    limits: Annotated[tuple[LimitId, ...], Field()] = ()
    """The limits the overall verdict rests on."""
    signs: tuple[Text, ...] = ()
    """How to recognise it."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    do_now: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What to do, in order."""
    evidence: tuple[Text, ...] = ()
    """What to keep."""
    channels: tuple[Stop, ...] = ()
    """Where to complain, in order."""
    consequence: Text | None = None
    """What may happen to the collector or lender."""
    cases: tuple[Case, ...] = ()
