"""Channels: who takes my complaint, for what, in what time?"""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from zhiquan.entries.entry import Entry
from zhiquan.entries.provenance import Source
from zhiquan.entries.scalars import FROZEN, Address, ChannelId, Count, Flag
from zhiquan.entries.text import Text

Sources = Annotated[tuple[Source, ...], Field(min_length=1)]


class Timer(BaseModel):
    """How long one part of the procedure may take."""

    model_config = FROZEN

    what: Text
    """What must happen within it, e.g. the answer to a simple complaint."""
    starts: Text
    """When the clock starts."""
    days: Count
    """How many, counted in `unit`."""
    unit: Literal["days", "working-days", "months", "years"] = "days"
    """What is counted."""
    extension: Text | None = None
    """By how much and when it may be prolonged."""
    sources: Sources


class Phone(BaseModel):
    """A telephone number with what is known of its hours."""

    model_config = FROZEN

    number: Annotated[str, Field(pattern=r"^[0-9][0-9\-]{2,15}$")]
    """As it is dialled within mainland China."""
    hours: Text | None = None
    """When it is answered."""


class Channel(Entry):
    """A place that takes complaints, reports or objections."""

    operator: Text
    """Who runs it."""
    official: Flag = True
    """False for platforms that no authority runs."""
    step: Literal[
        "emergency",
        "lender",
        "regulator-complaint",
        "regulator-report",
        "mediation",
        "court",
        "by-subject",
        "deadline",
        "help",
        "unofficial",
        "wrong-number",
    ]
    """Where it stands in the order of escalation."""
    order: Count
    """Order among all channels, ascending: emergency first, the wrong numbers last."""
    handles: tuple[Text, ...] = ()
    """What it takes on."""
    not_handles: tuple[Text, ...] = ()
    """What it does not take on."""
    phones: tuple[Phone, ...] = ()
    online: Text | None = None
    """App, mini-program or site, in words."""
    url: Address | None = None
    """Its site, where one is known."""
    address: Text | None = None
    """Where it can be visited or written to."""
    before: Text | None = None
    """What to do before coming here."""
    bring: tuple[Text, ...] = ()
    """What to have ready."""
    timers: tuple[Timer, ...] = ()
    cost: Text | None = None
    """What it costs; absent where that is not known."""
    outcome: Text
    """What this channel can and cannot achieve."""
    next: tuple[ChannelId, ...] = ()
    """Where to go when there is no answer or a poor one."""
    sources: Sources
