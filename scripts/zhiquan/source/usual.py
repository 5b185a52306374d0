"""The usual layout of an entry, read line by line in less than half the time of libyaml's nodes.

A small part of YAML: fields and lists by indentation; values in plain words, in quotes on one line,
folded (`>-`) or in brackets on one line. Whatever is written otherwise, or is no YAML at all, is
left to libyaml. What is read here is what libyaml reads: `tests/source/test_usual.py` holds the
entries, and thousands of slips of the keys in them, to that.
"""

import re
from typing import Any

import yaml

from zhiquan.source.compose import EMPTY, SecondLookError, composed

_NAME = r"[A-Za-z_][A-Za-z0-9_-]{0,63}|'[A-Za-z0-9_-]{1,64}'"
_LINE = re.compile(rf"( *)(- )?(?:({_NAME}):(?: |(?=\n)))?(.*)\n")
"""Indentation, the dash of an item, the name of a field, the rest."""
_QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_WORD = r"[^\W_](?:[^\[\]{}:#'\",]*[^\[\]{}:#'\",\s])?"
_WORDS = re.compile(rf"\[{_WORD}(?:, {_WORD})*\]")
_DEEPEST = 20
"""Twice as deep as any entry, and well below what is refused."""

Level = tuple[int, Any]
"""The column of a mapping or list, and what it holds so far."""

# What a deeper line is, by the value before it: nothing good; more of its words; more of its folded
# text; the first of its fields or items.
_NOTHING, _WORDS_TOO, _TEXT_TOO, _INSIDE = range(4)


def usual(text: str) -> dict[str, Any] | None:
    """The tree of a text in the usual layout; None where it has another, or a fault.

    Args:
        text: Without the characters that the reader refuses; lines end in a line feed.
    """
    if " \n" in text or " #" in text or not text.endswith("\n"):
        return None
    tree: dict[str, Any] = {}
    try:
        _fill(tree, text)
    except (SecondLookError, yaml.YAMLError):
        return None
    return tree or None


def _fill(holder: Any, text: str) -> None:
    """One pass over the lines; what most of them need stands here, since a call costs as much."""
    levels: list[Level] = []
    last: Any = None
    column = width = deeper = 0
    for blanks, dash, name, value in _LINE.findall(text):
        at = len(blanks)
        if at > column and deeper == _WORDS_TOO:
            _refuse(dash or name or value[0] == "#" or value[-1] == ":" or ": " in value)
            holder[last] += f" {value}"
            continue
        if at > column and deeper == _TEXT_TOO and width in {0, at}:
            line = _whole(dash, name, value)
            holder[last], width = f"{holder[last]} {line}" if width else line, at
            continue
        if deeper == _TEXT_TOO and not width:
            raise SecondLookError
        if not (dash or name) and value[:1] in {"", "#"}:
            deeper = _INSIDE if deeper == _INSIDE else _NOTHING
            continue
        if deeper == _INSIDE:
            column, holder = _first(holder, last, (column, at), dash, levels)
        elif at != column or dash or type(holder) is list:
            column, holder = _left(holder, (column, at), dash, levels)
        if dash and name:
            levels.append((column, holder))
            holder.append({})
            column, holder = column + 2, holder[-1]
        if name:
            last = name.strip("'")
            _refuse(last in holder)
            holder[last], deeper = _value(value, levels) if value else (None, _INSIDE)
        else:
            last = len(holder)
            _refuse(not dash)
            found, deeper = _value(value, levels)
            holder.append(found)
        width = 0
    _refuse(deeper == _INSIDE or (deeper == _TEXT_TOO and not width))


def _whole(dash: str, name: str, value: str) -> str:
    """A line of a folded text as it was before it was taken apart."""
    return f"{dash}{name}:{value and ' '}{value}" if name else f"{dash}{value}"


def _refuse(unusual: object) -> None:
    if unusual:
        raise SecondLookError


def _first(
    holder: Any, last: Any, columns: tuple[int, int], dash: str, levels: list[Level]
) -> Level:
    """The new list or mapping that the last field is made of; lists need not be indented."""
    column, at = columns
    _refuse(at < column or (at == column and not dash) or len(levels) > _DEEPEST)
    levels.append((column, holder))
    holder[last] = [] if dash else {}
    return at, holder[last]


def _left(holder: Any, columns: tuple[int, int], dash: str, levels: list[Level]) -> Level:
    """The list or mapping that a line goes on with, after those that end before it."""
    column, at = columns
    while levels and (at < column or (at == column and not dash and type(holder) is list)):
        column, holder = levels.pop()
    _refuse(at != column or (type(holder) is list) != bool(dash))
    return column, holder


def _value(written: str, levels: list[Level]) -> tuple[Any, int]:
    """What is written behind a name or a dash, and what a deeper line would be."""
    first = written[:1]
    if first.isalnum() or (first > "\x7f" and not first.isspace()):
        if ": " in written or written[-1] == ":" or written in EMPTY:
            raise SecondLookError
        return written, _WORDS_TOO
    if written == ">-":
        return "", _TEXT_TOO
    if _QUOTED.fullmatch(written):
        inner = written[1:-1]
        _refuse(inner in EMPTY or inner.isspace())
        return inner, _NOTHING
    _refuse(first not in {"[", "{"})
    return _bracketed(written, len(levels) + 1), _NOTHING


def _bracketed(written: str, depth: int) -> Any:
    """A list of words is taken apart here; what else stands in brackets, libyaml reads."""
    if not _WORDS.fullmatch(written):
        return composed(written, depth)
    words = written[1:-1].split(", ")
    _refuse(not EMPTY.isdisjoint(words))
    return words
