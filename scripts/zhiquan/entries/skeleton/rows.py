"""The rows of a new entry: each with its field, the words above it, and what is to be filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_origin

from zhiquan.entries.entry import Entry
from zhiquan.entries.faults.slots import Slot, example, slot
from zhiquan.entries.order import field_order
from zhiquan.entries.scalars import BLANK
from zhiquan.entries.skeleton.shown import NEEDED, OFFERED, OFFERED_IN_ALL, Model
from zhiquan.entries.text import Text
from zhiquan.source.diagnostic import Pointer


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of a new entry."""

    indent: int
    """Blanks before it, those before a dash of a list included."""
    dash: bool = False
    """True where an item of a list begins."""
    name: str
    """The field; empty for an item that has none."""
    of: Model | None = None
    """The model that the field belongs to."""
    place: Slot
    """What is accepted here."""
    pointer: Pointer
    value: str = ""
    """What is written behind the name: `___`, something known, or nothing above more rows."""
    is_list: bool = False
    """True where the value stands in brackets."""
    is_offer: bool = False
    """True where the row is a comment: the field may be left out."""

    @property
    def is_blank(self) -> bool:
        """Whether an editor is to fill it in."""
        return self.value == BLANK


def rows(model: type[Entry], known: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of a new entry.

    Args:
        model: The kind.
        known: Values that need not be asked for, by field: `order`, `review.on`.
    """
    return tuple(_fields(model, known, 0, ()))


def _fields(model: Model, known: Mapping[str, str], indent: int, pointer: Pointer) -> Iterator[Row]:
    top = slot(model)
    needed = {*top.required(), *NEEDED.get(model, ())}
    offered = {*OFFERED.get(model, ()), *(OFFERED_IN_ALL if issubclass(model, Entry) else ())}
    for name in field_order(model):
        place, at = top.inner(name), (*pointer, name)
        own = Row(indent=indent, name=name, of=model, place=place, pointer=at)
        if name in needed:
            yield from _needed(own, known)
        elif name in offered:
            yield _with(own, value=example(place), is_offer=True)


def _needed(row: Row, known: Mapping[str, str]) -> Iterator[Row]:
    place, name = row.place, ".".join(str(step) for step in row.pointer)
    if place.is_model:
        yield row
        yield from _fields(place.type, known, row.indent + 2, row.pointer)
    elif get_origin(place.type) is not tuple:
        yield _with(row, value=known.get(name, BLANK))
    elif (item := place.inner(0)).is_model:
        yield row
        first, *others = _fields(item.type, known, row.indent + 4, (*row.pointer, 0))
        yield from (_with(first, dash=True), *others)
    else:
        inner = (*row.pointer, 0)
        yield _with(row, value=BLANK, is_list=True, pointer=inner, place=item)


def _with(row: Row, **changes: object) -> Row:
    return Row(**{**vars(row), **changes})


def is_language(row: Row) -> bool:
    """Whether the row is one language of a text."""
    return row.of is Text
