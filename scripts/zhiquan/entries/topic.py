"""Topics: where do I start?"""

from typing import Annotated

from pydantic import Field

from zhiquan.entries.entry import Entry
from zhiquan.entries.scalars import ChannelId, Count, Flag, LimitId, PracticeId
from zhiquan.entries.text import Text


class Topic(Entry):
    """A reader's situation, in the reader's words, that groups the rest."""

    order: Count
    """Order on the home page, ascending."""
    urgent: Flag = False
    """True for the one situation that stands in the same place on every page."""
    answer: Text
    """First aid in two or three sentences."""
    do_today: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What to do today, in order."""
    keep: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What to keep as proof."""
    tell_them: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Sentences a reader can say or send."""
    practices: tuple[PracticeId, ...] = ()
    """Practices in the order a reader needs them; others that name this topic follow."""
    limits: tuple[LimitId, ...] = ()
    """The limits that matter most here, in order; others that name this topic follow."""
    channels: tuple[ChannelId, ...] = ()
    """Where to go, in order."""
