"""What entries of every kind share."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from zhiquan.entries.provenance import Review, Source, Waiver
from zhiquan.entries.scalars import FROZEN, Date, EntryRef, Id, TopicId
from zhiquan.entries.text import Name, Text, Words

Volatility = Literal["a", "b", "c"]
PictureName = Literal["price-lines", "contact-hours", "complaint-road", "compliant-visit"]
Verdict = Literal["permitted", "conditional", "forbidden", "unverified"]

REVIEW_DAYS: dict[Volatility, int] = {"a": 90, "b": 180, "c": 365}
"""Days from one review to the next, by how quickly the matter changes."""


class Question(BaseModel):
    """A question written by hand. Generated ones come from `templates/faq`."""

    model_config = FROZEN

    id: Id
    """Anchor of the question on its page; never changed once published."""
    question: Text
    """As a person would ask it."""
    answer: Text
    """Stands alone: first sentence answers, then the rule and its article, then the step."""
    rests_on: tuple[EntryRef, ...] = ()
    """Entries the answer rests on, e.g. limits/contact-hours."""
    sources: tuple[Source, ...] = ()
    """Sources of its own, where no entry owns the claim."""


class Entry(BaseModel):
    """Fields of every kind of entry."""

    model_config = FROZEN

    title: Name
    """What the page is called."""
    summary: Text | None = None
    """One plain sentence for lists, search results and link previews."""
    also: Words = Words()
    """Other names a reader may type or hear: colloquial words, abbreviations, former names."""
    topics: tuple[TopicId, ...] = ()
    """The reader's situations this belongs to."""
    questions: tuple[Question, ...] = ()
    """Questions written by hand."""
    see: tuple[EntryRef, ...] = ()
    """Other entries a reader of this one needs."""
    pictures: tuple[PictureName, ...] = ()
    """Pictures drawn from the entries that stand near the top of the page."""
    volatility: Volatility = "c"
    """a: next review due in 90 days, b: 180, c: 365."""
    review: Review
    waivers: tuple[Waiver, ...] = ()
    """Findings accepted for a while."""


class Removal(BaseModel):
    """Why and when an entry was removed, and where its readers go now."""

    model_config = FROZEN

    on: Date
    """The day it was removed."""
    why: Text
    """Why, for readers who come by an old link."""
    redirect: EntryRef
    """The entry that answers its readers now."""


class Tombstone(BaseModel):
    """What is left of a removed entry: an id is forever."""

    model_config = FROZEN

    title: Name
    """What the page was called."""
    removed: Annotated[Removal, Field()]
