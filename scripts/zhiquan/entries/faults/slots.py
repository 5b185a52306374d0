"""What a model takes at a place: the names of its fields, the accepted values, a good example."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from zhiquan.entries import scalars
from zhiquan.entries.channel import Phone
from zhiquan.entries.provenance import Source
from zhiquan.entries.rule import Check
from zhiquan.entries.text import Text, Words
from zhiquan.source.diagnostic import Pointer
from zhiquan.source.message import Message, message


@dataclass(frozen=True)
class Slot:
    """A place for a value: its type without `| None`, and what narrows it."""

    type: Any
    marks: tuple[Any, ...] = ()

    @property
    def annotation(self) -> Any:
        """The annotation that the slot was made from, without `| None`."""
        return Annotated[(self.type, *self.marks)] if self.marks else self.type

    @property
    def is_model(self) -> bool:
        """True where fields are expected."""
        return isinstance(self.type, type) and issubclass(self.type, BaseModel)

    @property
    def pattern(self) -> str | None:
        """The regular expression that the text must match."""
        found = (getattr(mark, "pattern", None) for mark in self.marks)
        return next((str(pattern) for pattern in found if pattern), None)

    @property
    def is_pair(self) -> bool:
        """True for a list of a fixed length."""
        return get_origin(self.type) is tuple and Ellipsis not in get_args(self.type)

    @property
    def max_length(self) -> int | None:
        """The greatest length of a text."""
        found = (getattr(mark, "max_length", None) for mark in self.marks)
        return next((length for length in found if length), None)

    @property
    def choices(self) -> tuple[str, ...]:
        """The closed list of accepted values; empty where it is open."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()

    def fields(self) -> Mapping[str, "Slot"]:
        """The fields of a model, by the names that editors write."""
        return _fields(self.type) if self.is_model else {}

    def required(self) -> list[str]:
        """The fields that must be written."""
        if not self.is_model:
            return []
        infos = _infos(self.type).items()
        return [info.alias or name for name, info in infos if info.is_required()]

    def inner(self, step: str | int) -> "Slot":
        """The slot one step further: a field, an item of a list, a value of a mapping."""
        if isinstance(step, str) and step in (fields := self.fields()):
            return fields[step]
        arguments = get_args(self.type)
        if get_origin(self.type) is tuple and isinstance(step, int):
            return slot(arguments[0])
        if get_origin(self.type) is dict:
            return slot(arguments[1])
        return Slot(Any)


def slot(annotation: Any, marks: tuple[Any, ...] = ()) -> Slot:
    """The slot that a type annotation describes."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return slot(arguments[0], (*marks, *arguments[1:]))
    if origin in {Union, UnionType}:
        return slot(next(part for part in arguments if part is not NoneType), marks)
    return Slot(annotation, marks)


def slot_at(top: Any, pointer: Pointer) -> Slot:
    """The slot at a pointer, from the type of the whole document."""
    found = slot(top)
    for step in pointer:
        found = found.inner(step)
    return found


def _infos(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return model.model_fields


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, Slot]:
    return {info.alias or name: _of_field(info) for name, info in _infos(model).items()}


def _of_field(info: FieldInfo) -> Slot:
    return slot(info.annotation, tuple(info.metadata))


def _pattern(annotation: Any) -> str:
    marks = get_args(annotation)[1:]
    return next(str(mark.pattern) for mark in marks if isinstance(mark, StringConstraints))


@dataclass(frozen=True)
class Form:
    """How a text with a pattern is written."""

    code: str
    what: Message
    """Finishes "'…' is not …"."""
    rule: Message
    """What to write."""
    example: str


AN_ID = message("an id")
FORMS: Mapping[str, Form] = {
    _pattern(scalars.Id): Form(
        "ZQ109",
        AN_ID,
        message("small letters and digits, joined by single hyphens, for example contact-hours"),
        "contact-hours",
    ),
    _pattern(scalars.EntryRef): Form(
        "ZQ109",
        message("the name of an entry"),
        message("write kind/id, for example limits/contact-hours"),
        "limits/contact-hours",
    ),
    _pattern(scalars.Address): Form(
        "ZQ110",
        message("an address"),
        message(
            "https://, a host in plain letters (others as xn--…), no blank,"
            " for example https://www.nfra.gov.cn/"
        ),
        "https://www.nfra.gov.cn/",
    ),
    _pattern(scalars.Article): Form(
        "ZQ111",
        message("an article number"),
        message('write the number alone, for example "1033", "5.3", "56-58" or "675, 676"'),
        '"1033"',
    ),
    str(slot_at(Phone, ("number",)).pattern): Form(
        "ZQ117",
        message("a telephone number"),
        message('digits and hyphens only, for example "12378"'),
        '"12378"',
    ),
}
"""Every pattern that the models use."""

_KNOWN_IDS = {
    "laws": "civil-code",
    "practices": "home-visit",
    "lenders": "haier-consumer-finance",
    "channels": "nfra-12378",
    "topics": "someone-at-the-door",
    "terms": "lpr",
    "facts": "contact-time",
    "tables": "lpr-1y",
    "*": "limits/contact-hours",
}
_VERIFIED = "{level: primary-text, on: 2026-01-31, copy_read: …}"
_EXAMPLES: Mapping[Any, str] = {
    Text: "{zh: …, en: …}",
    Words: "{zh: […], en: […]}",
    Source: f'{{law: civil-code, article: "1033", verified: {_VERIFIED}}}',
    Check: '{fact: contact-time, within: ["08:00", "22:00"]}',
    dt.date: "2026-01-31",
    Decimal: "24",
    int: "7",
    bool: "true",
    tuple[scalars.ClockTime, scalars.ClockTime]: '["08:00", "22:00"]',
    dict[str, str]: '{date: 2026-01-31, contact-time: "21:59"}',
}


def example(place: Slot) -> str:
    """A good value for a slot, as one line of YAML."""
    if place.type in _EXAMPLES:
        return _EXAMPLES[place.type]
    if place.choices:
        return place.choices[0]
    if place.is_model:
        parts = (f"{name}: {example(place.inner(name))}" for name in place.required())
        return f"{{{', '.join(parts)}}}"
    if get_origin(place.type) is tuple:
        return f"[{example(place.inner(0))}]"
    return _example_text(place)


def _example_text(place: Slot) -> str:
    refers = [mark.kind for mark in place.marks if isinstance(mark, scalars.Refers)]
    if refers and refers[0] in _KNOWN_IDS:
        return _KNOWN_IDS[refers[0]]
    form = FORMS.get(place.pattern or "")
    return form.example if form else "…"
