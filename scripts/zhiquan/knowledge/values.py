"""The values of a case, read by the declared type of their fact."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Literal, TypeVar

from pydantic import TypeAdapter, ValidationError

from zhiquan.entries.rule import Fact, FactType
from zhiquan.entries.scalars import (
    WRITE_DATE,
    WRITE_FLAG,
    WRITE_NUMBER,
    WRITE_TIME,
    WRITE_WHOLE,
    ClockTime,
    Count,
    Date,
    Flag,
    Number,
)
from zhiquan.source.message import Message, message

DATE = "date"
"""The one fact that needs no declaration: the day the case happened."""

Value = TypeVar("Value")
Fault = Literal["missing", "undeclared", "unreadable", "unfit"]

_TYPES: Mapping[FactType, Any] = {
    "time": ClockTime,
    "count": Count,
    "rate": Number,
    "money": Number,
    "days": Count,
    "flag": Flag,
    "date": Date,
}
_WRITTEN: Mapping[FactType, Message] = {
    "time": WRITE_TIME,
    "count": WRITE_WHOLE,
    "rate": WRITE_NUMBER,
    "money": WRITE_NUMBER,
    "days": WRITE_WHOLE,
    "flag": WRITE_FLAG,
    "date": WRITE_DATE,
}


@cache
def _reader(declared: FactType) -> TypeAdapter[Any]:
    return TypeAdapter(_TYPES[declared])


@lru_cache(maxsize=1024)
def _value(declared: FactType, written: str) -> dt.date | Decimal | int | bool | str:
    """Examples of many rules are about the same times and sums, and each is read several times."""
    value: dt.date | Decimal | int | bool | str = _reader(declared).validate_python(written)
    return value


class GivenError(ValueError):
    """A value that a check needs cannot be had.

    Attributes:
        fact: Id of the fact.
        reason: missing from the case; undeclared; unreadable by its type; unfit: declared with a
            type that the check cannot use.
        said: What to tell the editor; for an unreadable value, how it is written.
    """

    def __init__(self, fact: str, reason: Fault, said: Message) -> None:
        super().__init__(str(said))
        self.said = said
        self.fact = fact
        self.reason = reason


class Given:
    """The facts of one case, read on demand.

    Every reader raises `GivenError` where it cannot give a value.
    """

    def __init__(self, given: Mapping[str, str], facts: Mapping[str, Fact]) -> None:
        self._given = given
        self._facts = facts

    def type_of(self, fact: str) -> FactType:
        """The declared type of a fact."""
        if fact in self._facts:
            return self._facts[fact].type
        if fact == DATE:
            return "date"
        raise GivenError(fact, "undeclared", message("no fact '{fact}' is declared", fact=fact))

    def read(self, fact: str) -> dt.date | Decimal | int | bool | str:
        """The value of a fact: a date, a number, a flag, or a time of day as "HH:MM"."""
        declared = self.type_of(fact)
        if fact not in self._given:
            raise GivenError(fact, "missing", message("'{fact}' is not given", fact=fact))
        try:
            return _value(declared, self._given[fact])
        except ValidationError:
            raise GivenError(fact, "unreadable", _WRITTEN[declared]) from None

    def time(self, fact: str) -> str:
        """A time of day as "HH:MM", which compares as text."""
        return self._as(fact, str)

    def number(self, fact: str) -> Decimal:
        """A count, a rate, a sum or a number of days."""
        value = self.read(fact)
        if isinstance(value, Decimal):
            return value
        return Decimal(self._as(fact, int))

    def date(self, fact: str) -> dt.date:
        """A day."""
        return self._as(fact, dt.date)

    def flag(self, fact: str, *, absent: bool | None = None) -> bool:
        """A flag; `absent` is the value of one that is not given."""
        if absent is not None and fact not in self._given:
            return absent
        return self._as(fact, bool)

    def _as(self, fact: str, kind: type[Value]) -> Value:
        value = self.read(fact)
        if type(value) is not kind:
            declared = self.type_of(fact)
            said = message("'{fact}' is declared as {type}", fact=fact, type=declared)
            raise GivenError(fact, "unfit", said)
        return value
