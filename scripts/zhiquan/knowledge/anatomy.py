"""What an entry holds: its references, texts and sources, found by one walk planned per model.

The models mark an id field with `Refers`; everything else follows from their annotations, so a new
field is found here without a change.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from zhiquan.entries.provenance import Source
from zhiquan.entries.scalars import Refers
from zhiquan.entries.text import Text
from zhiquan.source.diagnostic import Pointer
from zhiquan.source.message import Language

LINK = re.compile(r"\[\[([^\[\]|#\n]*)(#[^\[\]|\n]*)?(?:\|([^\[\]\n]*))?\]\]")
"""`[[kind/id]]`, `[[kind/id|words]]`, `[[kind/id#check]]`: groups target, fragment, words."""


BETWEEN = "\x1f"
"""Stands between texts that are looked through at once; the reader lets no text hold it."""


class Reference(NamedTuple):
    """A field that names an entry, a fact or a table."""

    pointer: Pointer
    target: str
    """`kind/id`, e.g. limits/contact-hours or facts/apr."""
    written: str
    """As it stands in the file: the id alone, or `kind/id` where the field takes any kind."""


class PlacedText(NamedTuple):
    """A text in both languages and where it stands."""

    pointer: Pointer
    text: Text


class PlacedSource(NamedTuple):
    """A source and where it stands."""

    pointer: Pointer
    source: Source


class Link(NamedTuple):
    """A `[[link]]` inside a text."""

    written: str
    """The whole link with its brackets."""

    pointer: Pointer
    """Place of the text, language included."""
    lang: Language
    target: str
    fragment: str | None
    """`#check`, or None."""


@dataclass(frozen=True)
class Contents:
    """Everything of one entry that the checks and the backlinks look at, in the model's order."""

    references: list[Reference] = field(default_factory=list)
    texts: list[PlacedText] = field(default_factory=list)
    sources: list[PlacedSource] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def all(self, lang: Language) -> str:
        """All texts in one language, one after the other: what is not in here is in none of them.

        Put together anew at each call: kept, it would double the memory of a knowledge base.
        """
        if lang == "zh":
            return BETWEEN.join([text.zh or "" for _, text in self.texts])
        return BETWEEN.join([text.en or "" for _, text in self.texts])

    def targets(self) -> set[str]:
        """Every `kind/id` that is named by a field or linked from a text."""
        return {reference.target for reference in self.references} | {
            link.target for link in self.links
        }


Visit = Callable[[Any, Pointer, Contents], None]


def contents_of(model: BaseModel, pointer: Pointer = ()) -> Contents:
    """The contents of one model; pointers start at `pointer` and use the names editors write."""
    found = Contents()
    visit = _plan(type(model))
    if visit:
        visit(model, pointer, found)
    return found


def merged(parts: Iterable[Contents]) -> Contents:
    """The contents of several models as one."""
    whole = Contents()
    for part in parts:
        whole.references.extend(part.references)
        whole.texts.extend(part.texts)
        whole.sources.extend(part.sources)
        whole.links.extend(part.links)
    return whole


def _text(value: Text, pointer: Pointer, found: Contents) -> None:
    found.texts.append(PlacedText(pointer, value))
    if value.zh and "[[" in value.zh:
        found.links.extend(_links(value.zh, (*pointer, "zh"), "zh"))
    if value.en and "[[" in value.en:
        found.links.extend(_links(value.en, (*pointer, "en"), "en"))


def _links(written: str, pointer: Pointer, lang: Language) -> list[Link]:
    return [Link(match[0], pointer, lang, match[1], match[2]) for match in LINK.finditer(written)]


def _reference(kind: str) -> Visit:
    def visit(value: str, pointer: Pointer, found: Contents) -> None:
        target = value if kind == "*" else f"{kind}/{value}"
        found.references.append(Reference(pointer, target, value))

    return visit


@cache
def _plan(model: type[BaseModel]) -> Visit | None:
    """How to visit a model: only the fields that can hold something we look for."""
    if model is Text:
        return _text
    parts = [
        (name, info.alias or name, visit)
        for name, info in model.model_fields.items()
        if (visit := _plan_field(info))
    ]

    def visit_model(value: Any, pointer: Pointer, found: Contents) -> None:
        if model is Source:
            found.sources.append(PlacedSource(pointer, value))
        for name, key, visit in parts:
            part = getattr(value, name)
            if part is not None:
                visit(part, (*pointer, key), found)

    return visit_model if parts else None


def _plan_field(info: FieldInfo) -> Visit | None:
    return _plan_marked(info.metadata) or _plan_annotation(info.annotation)


def _plan_marked(metadata: list[Any] | tuple[Any, ...]) -> Visit | None:
    marks = [mark for mark in metadata if isinstance(mark, Refers)]
    return _reference(marks[0].kind) if marks else None


def _plan_annotation(annotation: Any) -> Visit | None:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _plan_marked(annotation.__metadata__) or _plan_annotation(arguments[0])
    if origin in {Union, UnionType}:
        return next(filter(None, map(_plan_annotation, _without_none(arguments))), None)
    if origin is tuple:
        return _plan_each(_plan_annotation(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _plan(annotation)
    return None


def _without_none(arguments: tuple[Any, ...]) -> list[Any]:
    return [argument for argument in arguments if argument is not NoneType]


def _plan_each(visit: Visit | None) -> Visit | None:
    if visit is None:
        return None

    def visit_each(values: tuple[Any, ...], pointer: Pointer, found: Contents) -> None:
        for index, value in enumerate(values):
            visit(value, (*pointer, index), found)

    return visit_each
