"""Laws: which instrument is this, and is it in force?"""

from typing import Literal

from pydantic import BaseModel

from zhiquan.entries.entry import Entry
from zhiquan.entries.provenance import Authority, Verification
from zhiquan.entries.scalars import FROZEN, Address, Article, Date, Flag, LawId
from zhiquan.entries.text import Name, Text

InstrumentType = Literal[
    "constitution",
    "statute",
    "regulation",
    "judicial-interpretation",
    "judicial-policy",
    "department-rule",
    "normative-document",
    "standard",
    "self-regulation",
]

AUTHORITY: dict[InstrumentType, Authority] = {
    "constitution": "statute",
    "statute": "statute",
    "regulation": "regulation",
    "judicial-interpretation": "court",
    "judicial-policy": "court",
    "department-rule": "regulator",
    "normative-document": "regulator",
    "standard": "standard",
    "self-regulation": "self-regulation",
}
"""The authority of a claim that rests on an instrument of each type."""

LawField = Literal["number", "promulgated", "effective", "repealed", "url", "status"]


class Amendment(BaseModel):
    """A change of the instrument, so that what was verified before it is looked at again."""

    model_config = FROZEN

    on: Date
    """The day it was promulgated."""
    effective: Date
    """First day the change is in force."""
    what: Text
    """What changed."""
    articles: Article | None = None
    """The articles it changes, as a source writes them, e.g. "50, 90" or "56-58". Absent: not
    known, so that every claim resting on the instrument is looked at again."""
    number: str | None = None
    """Document number of the decision, in Chinese as printed, e.g. 主席令第66号."""
    by: LawId | None = None
    """The amending instrument, where it is an entry itself."""
    url: Address | None = None
    """Where the decision can be read, if an address is known."""


class Law(Entry):
    """An instrument: statute, regulation, interpretation, rule, standard or association text."""

    short: Name
    """Short name for citations, e.g. 民法典 / Civil Code."""
    number: str | None = None
    """Document number, in Chinese as printed, e.g. 法释〔2020〕17号."""
    issuer: Text
    """Who made it."""
    type: InstrumentType
    """What kind of instrument it is; decides the authority of claims that rest on it."""
    promulgated: Date | None = None
    """The day it was published."""
    effective: Date | None = None
    """First day in force. Absent: not known, and readers are told so."""
    repealed: Date | None = None
    """First day no longer in force."""
    replaced_by: LawId | None = None
    """The instrument that took its place."""
    amendments: tuple[Amendment, ...] = ()
    status: Text
    """In force, repealed, superseded: in words, with what is not known."""
    about: Text
    """What it does for a borrower, in two or three plain sentences."""
    recommended_only: Flag = False
    """True where nobody is bound by force of law (GB/T standards, association texts)."""
    url: Address | None = None
    """The issuer's official portal or the text's official address."""
    unverified: tuple[LawField, ...] = ()
    """Fields printed from memory; readers see a label beside each."""
    verified: Verification
    """How the text itself was checked."""

    @property
    def authority(self) -> Authority:
        """The authority of claims resting on this instrument."""
        return AUTHORITY[self.type]
