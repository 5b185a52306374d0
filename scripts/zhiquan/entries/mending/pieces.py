"""The single values of a file: where each stands in the text, and what it is for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from zhiquan.entries.faults.slots import Slot, slot
from zhiquan.entries.text import Text
from zhiquan.source.compose import compose
from zhiquan.source.message import Language


@dataclass(frozen=True)
class Piece:
    """One value as it is written."""

    start: int
    """Its first character in the text, an opening quote included."""
    end: int
    """The character behind its last."""
    style: str
    """`"`, `'`, `>` or `|`; empty where it stands without quotes."""
    value: str
    """What YAML makes of it."""
    place: Slot
    """What is accepted here."""
    lang: Language | None = None
    """The language, for the text of a page."""


@dataclass(frozen=True)
class Edit:
    """A stretch of a text and what shall stand there."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; they do not overlap."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def pieces(text: str, top: Any) -> Iterator[Piece]:
    """Every single value, from the first to the last.

    Args:
        text: YAML that the strict reader accepts.
        top: The type of the document.
    """
    node = compose(text)
    if node is not None:
        yield from _pieces(node, slot(top), None)


def _pieces(node: yaml.Node, place: Slot, lang: Language | None) -> Iterator[Piece]:
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        yield Piece(start, end, node.style or "", node.value, place, lang)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _pieces(item, place.inner(0), None)
    else:
        for key, value in node.value:
            own = key.value if place.type is Text and key.value in {"zh", "en"} else None
            yield from _pieces(value, place.inner(key.value), own)
