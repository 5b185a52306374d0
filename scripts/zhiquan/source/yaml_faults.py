"""The second look: every structural fault of a file with its place, and the tree if clean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from zhiquan.source.characters import hidden
from zhiquan.source.compose import EMPTY, MAX_DEPTH, parser
from zhiquan.source.diagnostic import Diagnostic, Span
from zhiquan.source.message import Message, message
from zhiquan.source.syntax import syntax_fault

MOST_FAULTS = 200
"""Faults of one file after which reading ends: what has more is no entry."""

_OUT = message("write the value out; nothing is copied from elsewhere in the file")
_READINGS = 5
_FIRST_LEVEL = re.compile(r"[^\s#\-\]}]")


def examine(text: str, *, name: str) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Read a text event by event.

    A syntax error ends YAML's view of a file. To find what else is wrong, the block of the first
    level that holds the error is blanked out and the rest is read again, a few times.

    Returns:
        The tree, and every fault found; the tree means something only where there is none.
    """
    found: dict[Diagnostic, None] = {}
    walk = _Walk(text, name)
    for _ in range(_READINGS):
        syntax = walk.run()
        found |= dict.fromkeys(walk.faults)
        if syntax is None:
            return walk.tree, tuple(found)
        found[syntax] = None
        walk = _Walk(_without_block(walk.text, syntax), name, is_whole=False)
    return {}, tuple(found)


def _without_block(text: str, fault: Diagnostic) -> str:
    """The text with the lines of one block of the first level, where the fault is, left empty."""
    lines = text.split("\n")
    start = end = fault.span.line - 1 if fault.span else 0
    while start and not _FIRST_LEVEL.match(lines[start]):
        start -= 1
    end += 1
    while end < len(lines) and not _FIRST_LEVEL.match(lines[end]):
        end += 1
    return "\n".join([*lines[:start], *[""] * (end - start), *lines[end:]])


class _GiveUpError(Exception):
    """What is nested so deep, or has so many faults, is not read on."""


@dataclass
class _Walk:
    """One reading of a text, as far as libyaml can follow it."""

    text: str
    name: str
    is_whole: bool = True
    """False where blocks were left out, so that what is missing means nothing."""
    tree: dict[str, Any] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def run(self) -> Diagnostic | None:
        """Fill `tree` and `faults`; gives the syntax error that ended the reading, if any."""
        try:
            self._stream(self._events())
        except yaml.MarkedYAMLError as error:
            self.faults = [fault for fault in self.faults if fault.code != "ZQ013"]
            return syntax_fault(error, self.text, name=self.name)
        except _GiveUpError:
            pass
        return None

    def _events(self) -> Iterator[Any]:
        source = parser(self.text)
        while source.check_event():
            yield source.get_event()

    def _stream(self, events: Iterator[Any]) -> None:
        next(events)
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            self._no_fields(message("the file is empty"), Span(1, 1, 1))
            return
        if event.version or event.tags:
            hint = message("delete the line that begins with %")
            self._fault("ZQ004", message("a directive"), _span(event), hint)
        self._top(next(events), events)
        next(events)
        event = next(events)
        if not isinstance(event, yaml.StreamEndEvent):
            hint = message(
                "one entry, one file: delete '---' or move the rest to a file of its own"
            )
            self._fault("ZQ012", message("a second document begins here"), _span(event), hint)

    def _top(self, event: Any, events: Iterator[Any]) -> None:
        if _is_empty(event):
            self._no_fields(message("the file is empty"), Span(1, 1, 1))
        elif not isinstance(event, yaml.MappingStartEvent):
            is_list = isinstance(event, yaml.SequenceStartEvent)
            what = message("a list") if is_list else message("one text")
            said = message("the file holds {what} instead of fields", what=what)
            self._no_fields(said, _span(event))
        value = self._node(event, events, 0)
        self.tree = value if isinstance(value, dict) else {}

    def _no_fields(self, said: Message, span: Span) -> None:
        if self.is_whole:
            hint = message("write fields 'name: value', each on a line of its own")
            self._fault("ZQ013", said, span, hint)

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        self._refuse_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            if found := hidden(event.value):
                code, said, hint = found
                self._fault(code, said, _span(event), hint)
            return event.value
        if isinstance(event, yaml.AliasEvent):
            return ""
        if depth == MAX_DEPTH:
            said = message("more than {most} levels deep", most=MAX_DEPTH)
            self._fault("ZQ011", said, _span(event), message("an entry needs at most ten"))
            raise _GiveUpError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(events, depth + 1)
        return self._fields(events, depth + 1)

    def _refuse_properties(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._fault(
                "ZQ003", message("the alias '*{name}'", name=event.anchor), _span(event), _OUT
            )
        elif event.anchor:
            span = self._property(event, f"&{event.anchor}")
            self._fault("ZQ003", message("the anchor '&{name}'", name=event.anchor), span, _OUT)
        if getattr(event, "tag", None):
            span = self._property(event, "!")
            said = message("the tag '{written}'", written=self._source(span))
            self._fault("ZQ004", said, span, message("delete it: every value is text"))

    def _property(self, event: Any, mark: str) -> Span:
        """The place of an anchor or tag, which stands somewhere at the start of its node."""
        start = self.text.index(mark, event.start_mark.index)
        word = re.compile(r"[^\s,\[\]{}]+").match(self.text, start)
        line = event.start_mark.line + self.text.count("\n", event.start_mark.index, start) + 1
        length = len(word[0]) if word else 1
        return Span(line, start - self.text.rfind("\n", 0, start), length)

    def _source(self, span: Span) -> str:
        line = self.lines[span.line - 1]
        return line[span.column - 1 : span.column - 1 + span.length]

    def _items(self, events: Iterator[Any], depth: int) -> list[Any]:
        items = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            if _is_empty(event):
                hint = message("write the item, or delete its line")
                self._fault("ZQ014", message("an item without a value"), _before(event), hint)
            items.append(self._node(event, events, depth))
        return items

    def _fields(self, events: Iterator[Any], depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            name = self._key(event, events, depth)
            if name in lines:
                said = message("field '{name}' is written twice", name=name)
                hint = message(
                    "first written on line {line}: keep one of the two", line=lines[name]
                )
                self._fault("ZQ002", said, _span(event), hint)
            elif name is not None:
                lines[name] = event.start_mark.line + 1
            value = next(events)
            if name is not None and _is_empty(value):
                said = message("field '{name}' has no value", name=name)
                self._fault("ZQ014", said, _span(event), self._hint(event))
            fields[name or ""] = self._node(value, events, depth)
        return fields

    def _hint(self, key: Any) -> Message:
        line = self.lines[key.start_mark.line]
        if re.match(r"\s*#", line[key.end_mark.column + 1 :]):
            return message("what follows '#' is a comment: put the value in quotes")
        return message("write its value, or delete the line")

    def _key(self, event: Any, events: Iterator[Any], depth: int) -> str | None:
        """The name of a field, or None where it has none."""
        key = self._node(event, events, depth)
        if isinstance(key, str) and key:
            return key
        if not isinstance(event, yaml.AliasEvent):
            said = message("this cannot be the name of a field")
            hint = message("a name is a plain word, as in 'title: …'")
            self._fault("ZQ015", said, _span(event), hint)
        return None

    def _fault(self, code: str, said: Message, span: Span, hint: Message) -> None:
        found = Diagnostic(code=code, message=said, path=self.name, span=span, hint=hint)
        self.faults.append(found)
        if len(self.faults) == MOST_FAULTS:
            raise _GiveUpError


def _span(event: Any) -> Span:
    """Where an event stands; one character of what spans several lines."""
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if start.line == end.line else 1
    return Span(start.line + 1, start.column + 1, max(length, 1))


def _before(event: Any) -> Span:
    """Where an item stands; where nothing is written, the dash or comma before it."""
    span = _span(event)
    nothing = event.start_mark.index == event.end_mark.index
    return Span(span.line, max(span.column - 1, 1), 1) if nothing else span


def _is_empty(event: Any) -> bool:
    if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
        return False
    plain = event.style in (None, "")
    return not event.value.strip() or (plain and event.value in EMPTY)
