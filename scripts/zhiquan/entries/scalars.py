"""The small values entries are made of: ids, dates, times, flags, and the settings of every model.

YAML is read with every scalar as text, so each type here says exactly which text it accepts.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from zhiquan.source.message import message

LONGEST = 5000
"""Characters of any text: four times the longest that anyone has needed."""
LONGEST_NAME = 200
"""Characters of what is printed wherever an entry is named."""
SIZE = r"-?[0-9]{1,15}(\.[0-9]{1,6})?"
"""A number: all the money there is has fewer digits, and exact sums need an end."""
YEARS = range(1900, 2200)
"""Years that a date may lie in; any other is a slip, or stands for "for ever"."""

FROZEN = ConfigDict(
    frozen=True,
    extra="forbid",
    str_strip_whitespace=True,
    str_max_length=LONGEST,
    defer_build=True,
)
"""Settings of every model: unchangeable, no unknown field, no text without end, made ready when
first used."""

BLANK = "___"
"""What stands in a new entry where an editor is to write something."""

WRITE_DATE = message("write YYYY-MM-DD, for example 2026-01-31")
WRITE_WHOLE = message("write digits only, for example 7")
WRITE_NUMBER = message("write digits and a point, without unit: 24 or 15.4")
WRITE_FLAG = message("write true or false")
WRITE_TIME = message('write "HH:MM" with two digits each, for example "08:00"')


Kind = Literal["laws", "limits", "practices", "lenders", "channels", "topics", "terms"]


def _date_form(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError(
            "date_form", "a date is written YYYY-MM-DD, for example 2026-01-31"
        )
    if isinstance(value, str) and int(value[:4]) not in YEARS:
        raise PydanticCustomError("date_year", "a date lies between 1900 and 2199")
    return value


def _flag_form(value: Any) -> Any:
    if isinstance(value, str) and value not in {"true", "false"}:
        raise PydanticCustomError("flag_form", "write true or false")
    return value == "true" if isinstance(value, str) else value


def _number_form(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        raise PydanticCustomError(
            "number_form", "a number is written with digits and a point, for example 24 or 15.4"
        )
    if isinstance(value, str) and not re.fullmatch(SIZE, value):
        raise PydanticCustomError("number_size", "a number has so many digits")
    return value


def _time_form(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00", value):
        raise PydanticCustomError("time_form", 'a time is written "HH:MM", for example "08:00"')
    return value


# WithJsonSchema says what an editor's YAML plugin sees: there, an unquoted 24 is a number.
Date = Annotated[
    dt.date,
    BeforeValidator(_date_form),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Flag = Annotated[
    bool,
    BeforeValidator(_flag_form),
    WithJsonSchema({"enum": [True, False, "true", "false"]}),
]
Number = Annotated[
    Decimal,
    BeforeValidator(_number_form),
    WithJsonSchema({"type": ["number", "string"], "pattern": f"^{SIZE}$"}),
]
Count = Annotated[
    int,
    BeforeValidator(_number_form),
    Field(ge=0),
    WithJsonSchema({"type": ["integer", "string"], "pattern": "^[0-9]{1,15}$", "minimum": 0}),
]
ClockTime = Annotated[
    str,
    BeforeValidator(_time_form),
    WithJsonSchema({"type": "string", "pattern": r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"}),
]

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
# The host in plain letters (others as xn--…), so that it is the one it looks like, and no name
# before it, which would look like a host.
Address = Annotated[
    str,
    StringConstraints(
        pattern=r"^https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][^\s<>\"\\]*)?$", max_length=500
    ),
]
Article = Annotated[str, StringConstraints(pattern=r"^[0-9][0-9.\-–(), ]*$", max_length=60)]


@dataclass(frozen=True)
class Refers:
    """Marks an id field as naming an entry of one kind (or, for `"*"`, `kind/id` of any)."""

    kind: str


LawId = Annotated[Id, Refers("laws")]
LimitId = Annotated[Id, Refers("limits")]
PracticeId = Annotated[Id, Refers("practices")]
LenderId = Annotated[Id, Refers("lenders")]
ChannelId = Annotated[Id, Refers("channels")]
TopicId = Annotated[Id, Refers("topics")]
TermId = Annotated[Id, Refers("terms")]
FactId = Annotated[Id, Refers("facts")]
TableId = Annotated[Id, Refers("tables")]
EntryRef = Annotated[
    str,
    StringConstraints(
        pattern=r"^(laws|limits|practices|lenders|channels|topics|terms)/[a-z0-9]+(-[a-z0-9]+)*$"
    ),
    Refers("*"),
]
