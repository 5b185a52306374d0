"""How we know: the source of a claim, its authority, and how it was verified.

Authority (who says so) is derived from the kind of source; verification (how well we checked) is
stated. The two are never mixed.
"""

from typing import Literal

from pydantic import BaseModel, model_validator
from pydantic_core import PydanticCustomError

from zhiquan.entries.scalars import FROZEN, Address, Article, Date, Flag, LawId
from zhiquan.entries.text import Text

Level = Literal["primary-text", "reliable-report", "unverified"]
Confidence = Literal["high", "medium", "low"]
Authority = Literal[
    "statute",
    "regulation",
    "court",
    "regulator",
    "standard",
    "self-regulation",
    "press",
    "company",
    "platform",
    "own-calculation",
]
Reporter = Literal["regulator", "court", "press", "company", "platform", "own-calculation"]


class Verification(BaseModel):
    """What was really read, when, and in which copy."""

    model_config = FROZEN

    level: Level
    """primary-text: the text itself was read; reliable-report: read in a reliable report;
    unverified: from memory or a gap. What is unverified never feeds a verdict."""
    on: Date
    """The day it was checked."""
    copy_read: str
    """Which copy was read: a mirror with its date, a newspaper with its date, …"""
    confidence: Confidence = "high"
    """How sure the researcher is of the stated rule."""


class Report(BaseModel):
    """A source that is not an instrument: a press report, a regulator's notice, a company."""

    model_config = FROZEN

    by: Reporter
    """Who speaks. A regulator's own notice that was only seen in the press is `press`."""
    publisher: str
    """Name of the paper, authority, company or platform."""
    title: str | None = None
    """Title or short description of the piece."""
    date: Date | None = None
    """Publication date."""
    url: Address | None = None
    """Address, if one is known."""


class Source(BaseModel):
    """One source of a claim: an article of an instrument, or a report."""

    model_config = FROZEN

    law: LawId | None = None
    """Id of the instrument in `laws`."""
    article: Article | None = None
    """Number only, e.g. "1033", "5.3", "56-58", "675, 676"."""
    unit: Literal["article", "clause", "item", "section", "chapter"] = "article"
    """What the number counts."""
    article_unread: Flag = False
    """True where the rule is known but its article number was not checked; readers see that."""
    report: Report | None = None
    """The report, where the source is not an instrument."""
    verified: Verification
    note: Text | None = None
    """What a reader should know about this source, e.g. what it does not show."""

    @model_validator(mode="after")
    def _one_kind(self) -> "Source":
        if (self.law is None) == (self.report is None):
            raise PydanticCustomError(
                "source_kind", "a source names either a law or a report, and not both"
            )
        if self.report and (self.article or self.article_unread):
            raise PydanticCustomError(
                "source_kind", "only a source that names a law has an article"
            )
        return self


class Review(BaseModel):
    """When an entry was last reviewed, and by whom."""

    model_config = FROZEN

    on: Date
    """The day of the last review."""
    by: str
    """Who reviewed it."""


class Waiver(BaseModel):
    """A finding that editors accept for a while: with a reason, an owner and an end."""

    model_config = FROZEN

    code: str
    """The code that is waived, e.g. ZQ403."""
    why: str
    """Why the finding is accepted."""
    by: str
    """Who answers for it."""
    expires: Date
    """The day from which it no longer counts."""
