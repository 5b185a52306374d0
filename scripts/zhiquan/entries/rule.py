"""Checks and examples: a small closed vocabulary over declared facts, no expression language."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from zhiquan.entries.scalars import FROZEN, ClockTime, Date, FactId, Flag, Number, TableId
from zhiquan.entries.text import Name, Text

FactType = Literal["time", "count", "rate", "money", "days", "flag", "date"]
Outcome = Literal["within", "exceeded", "exempt", "unknown"]


class Fact(BaseModel):
    """One declared fact: something about a case that a check can look at."""

    model_config = FROZEN

    type: FactType
    """What its values look like."""
    name: Name
    """What the fact is called."""
    unit: Name | None = None
    """E.g. 次/天 and "calls a day"; printed after a count, rate or sum."""
    question: Text
    """How a reader is asked for it."""


class Multiple(BaseModel):
    """A ceiling that is a multiple of a published rate on a date."""

    model_config = FROZEN

    times: Number
    """How many times the published rate."""
    table: TableId
    """Dated table of rates, e.g. lpr-1y."""
    on: FactId
    """The date fact that chooses the row, e.g. contract-date."""


class Check(BaseModel):
    """One machine check: exactly one of the six conditions over one fact."""

    model_config = FROZEN

    fact: FactId
    """The fact that is looked at."""
    within: tuple[ClockTime, ClockTime] | None = None
    """A time of day from the first (included) to the second (included)."""
    at_most: Number | None = None
    """The greatest value that keeps to the rule."""
    at_least: Number | None = None
    """The least value that keeps to the rule."""
    at_most_times: Multiple | None = None
    must: Flag = False
    """The flag must be true."""
    must_not: Flag = False
    """The flag must be false."""
    unless: FactId | None = None
    """A flag that, when true, takes the case out of the rule (the result is exempt)."""

    @model_validator(mode="after")
    def _one_condition(self) -> "Check":
        stated = [
            self.within is not None,
            self.at_most is not None,
            self.at_least is not None,
            self.at_most_times is not None,
            self.must,
            self.must_not,
        ]
        if sum(stated) != 1:
            raise PydanticCustomError(
                "check_condition",
                "a check states exactly one of within, at_most, at_least, at_most_times,"
                " must, must_not",
            )
        return self


class Example(BaseModel):
    """A worked example, evaluated at every check and printed on the page."""

    model_config = FROZEN

    given: dict[str, str]
    """Fact ids and values as text; `date` is the day the case happened."""
    result: Outcome
    """What the check must say of it."""
    why: Text | None = None
    """What it teaches; with a question it becomes an FAQ entry."""
    question: Text | None = None
    """As a person would ask it."""


class RatePoint(BaseModel):
    """A value that holds from a day on."""

    model_config = FROZEN

    on: Date
    """Publication day; the value holds from this day."""
    value: Number
    """The published value."""
    day_certain: Flag = True
    """False where sources differ on the exact day (the value itself is certain)."""


class Table(BaseModel):
    """A dated table of published values, ascending by day."""

    model_config = FROZEN

    title: Name
    """What the values are."""
    unit: Name
    """What they are counted in."""
    points: Annotated[tuple[RatePoint, ...], Field(min_length=1)]
    known_until: Date
    """First day for which no value is known; later days are out of range, never guessed."""
    source: Text
    """Who publishes them, and where they were read."""
