"""Blanks of a new entry that nobody has filled in yet."""

from collections.abc import Iterator
from typing import Any

from zhiquan.entries.faults.slots import Slot, example, slot_at
from zhiquan.entries.scalars import BLANK
from zhiquan.source.diagnostic import Diagnostic, Pointer, written
from zhiquan.source.message import Message, message
from zhiquan.source.yaml_reader import Document


def blanks(document: Document, top: Any) -> tuple[Diagnostic, ...]:
    """A fault (ZQ118) for every blank.

    Args:
        document: What the file holds.
        top: The type that the document will be validated against.
    """
    return tuple(
        Diagnostic(
            code="ZQ118",
            message=message("the blank '{field}' is not filled in", field=written(pointer)),
            path=document.name,
            pointer=pointer,
            hint=_hint(slot_at(top, pointer)),
        )
        for pointer in _places(document.tree, ())
    )


def _places(value: Any, pointer: Pointer) -> Iterator[Pointer]:
    if isinstance(value, str):
        if value.strip() == BLANK:
            yield pointer
        return
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        yield from _places(inner, (*pointer, step))


def _hint(place: Slot) -> Message:
    if place.choices:
        return message("fill this in: one of {choices}", choices=place.choices)
    shown = example(place)
    if shown == "…":
        return message("fill this in")
    return message("fill this in, for example {example}", example=shown)
