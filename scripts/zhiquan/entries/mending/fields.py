"""Fields brought into their order: whole lines move, with the comments above them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from zhiquan.entries.faults.slots import Slot, slot
from zhiquan.entries.order import field_order
from zhiquan.source.compose import compose

_COMMENT = re.compile(r"( *)#")
_HEAD = "yaml-language-server"
"""In the comment that is about the whole file."""


def in_order(text: str, top: Any) -> str:
    """The text with the fields of every block in the order in which editors write them.

    What stands in braces on one line stays, and so does a block that cannot be cut into lines.
    """
    for _ in text.split("\n"):  # there are fewer blocks than lines
        node = compose(text)
        moved = next(_candidates(text, node, slot(top)), None) if node else None
        if moved is None:
            break
        text = moved
    return text


def _candidates(text: str, node: yaml.Node, place: Slot) -> Iterator[str]:
    """For each block that is out of order, the text with that block in order."""
    lines = text.split("\n")
    for mapping, own in _blocks(node, place):
        names = [key.value for key, _ in mapping.value]
        order = _order(names, field_order(own.type))
        if order != sorted(order) and (moved := _moved(lines, mapping, order)):
            yield moved


def _blocks(node: yaml.Node, place: Slot) -> Iterator[tuple[yaml.MappingNode, Slot]]:
    """Every block of fields with its model, outer ones first."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _blocks(item, place.inner(0))
    elif isinstance(node, yaml.MappingNode) and not node.flow_style:
        if place.is_model:
            yield node, place
        for key, value in node.value:
            yield from _blocks(value, place.inner(key.value))


def _order(names: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """The places of the fields; one that the model does not have stays behind the one above."""
    places: list[int] = []
    for name in names:
        above = places[-1] if places else -1
        places.append(wanted.index(name) if name in wanted else above)
    return places


def _moved(lines: list[str], mapping: yaml.MappingNode, order: list[int]) -> str | None:
    """The lines with the fields of one block in order; None where they cannot be cut apart."""
    column = mapping.start_mark.column
    starts = [_start(lines, key.start_mark.line, column) for key, _ in mapping.value]
    dash = lines[mapping.start_mark.line][:column]
    if dash.strip():  # what stands above it is about the whole item
        starts[0] = mapping.start_mark.line
    first = starts[0]
    end = _end(lines, mapping, column)
    blocks = [lines[a:b] for a, b in zip(starts, (*starts[1:], end), strict=True)]
    if not all(blocks) or not _is_cut(lines, mapping):
        return None
    blocks[0][0] = " " * column + blocks[0][0][column:]
    blocks = [block for _, block in sorted(zip(order, blocks, strict=True), key=lambda it: it[0])]
    if dash.strip() and _COMMENT.match(blocks[0][0]):
        return None  # a comment cannot stand behind the dash of a list
    blocks[0][0] = dash + blocks[0][0][column:]
    return "\n".join([*lines[:first], *(line for block in blocks for line in block), *lines[end:]])


def _is_cut(lines: list[str], mapping: yaml.MappingNode) -> bool:
    """Whether each field begins a line of its own, but for the dash before the first."""
    return all(not lines[mark.line][: mark.column].strip(" -") for mark in _marks(mapping))


def _marks(mapping: yaml.MappingNode) -> Iterator[yaml.Mark]:
    for key, _ in mapping.value:
        yield key.start_mark


def _start(lines: list[str], line: int, column: int) -> int:
    """The first line of a field: of the comments right above it, as far in as it is."""
    while line and (found := _COMMENT.match(lines[line - 1])) and len(found[1]) == column:
        if _HEAD in lines[line - 1]:
            break
        line -= 1
    return line


def _end(lines: list[str], mapping: yaml.MappingNode, column: int) -> int:
    """The line behind a block: comments further out, and empty lines, belong to what follows."""
    mark = mapping.end_mark
    end = mark.line + bool(mark.column and lines[mark.line][: mark.column].strip())
    while not lines[end - 1].strip() or _is_further_out(lines[end - 1], column):
        end -= 1
    return end


def _is_further_out(line: str, column: int) -> bool:
    found = _COMMENT.match(line)
    return found is not None and len(found[1]) < column
