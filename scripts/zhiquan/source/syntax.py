"""Syntax errors in words an editor can act on."""

import re
from dataclasses import dataclass, replace

import yaml

from zhiquan.source.diagnostic import Diagnostic, Span
from zhiquan.source.message import Message, message


@dataclass(frozen=True)
class _Cause:
    """What libyaml says and what it means."""

    problem: str
    """Part of libyaml's problem text."""
    message: Message
    """May name the character at the place as {char} and the line of the opening as {line}."""
    hint: Message
    at_opening: bool = False
    """True: the fault stands where the quote or field begins, not where libyaml noticed."""
    is_bracket: bool = False
    """True: the same, but only where the bracket was opened on an earlier line."""


_OPEN_QUOTE = _Cause(
    "found unexpected end of stream",
    message("a quote is opened and not closed"),
    message("close it at the end of the value"),
    at_opening=True,
)
_CAUSES = (
    _Cause(
        "mapping values are not allowed",
        message("a ':' is not expected here"),
        message("put a value that holds ': ' in quotes, or check the indentation"),
    ),
    _Cause(
        "could not find expected ':'",
        message("a field without ':'"),
        message("write 'name: value', or indent a line that continues a text"),
        at_opening=True,
    ),
    _Cause(
        "cannot start any token",
        message("a value cannot begin with '{char}'"),
        message("put the whole value in quotes"),
    ),
    _OPEN_QUOTE,
    replace(_OPEN_QUOTE, problem="unexpected document indicator"),
    _Cause(
        "found unknown escape character",
        message("a backslash in double quotes begins an escape, and this is none"),
        message("put the value in 'single quotes' instead"),
    ),
    _Cause(
        "block sequence entries are not allowed",
        message("a list cannot begin on this line"),
        message("begin the list on the next line, each item with '- '"),
    ),
    _Cause(
        "expected alphabetic or numeric",
        message("a value cannot begin with '{char}'"),
        message("put the whole value in quotes"),
        at_opening=True,
    ),
    _Cause(
        "expected comment or line break",
        message("text stands behind '>' or '|'"),
        message("begin the text on the next line, or put the value in quotes"),
    ),
    _Cause(
        "did not find expected key",
        message("this does not fit the fields above it"),
        message("check the indentation, and the quotes before it"),
    ),
    _Cause(
        "did not find expected '-' indicator",
        message("this does not fit the list above it"),
        message("begin each item with '- ', all in the same column"),
    ),
    _Cause(
        "did not find expected ',' or '}'",
        message("the '{{' on line {line} is not closed where it should be"),
        message("close it with '}}', and put a value that holds , : [ ] {{ }} in quotes"),
        is_bracket=True,
    ),
    _Cause(
        "did not find expected ',' or ']'",
        message("the '[' on line {line} is not closed where it should be"),
        message("close it with ']', and put a value that holds , : [ ] {{ }} in quotes"),
        is_bracket=True,
    ),
    _Cause(
        "did not find expected node content",
        message("a value is missing before '{char}'"),
        message("write the value, or take out the comma"),
    ),
    _Cause(
        "did not find expected <document start>",
        message("this does not belong to the fields above it"),
        message("write 'name: value', in the same column as the other fields"),
    ),
)
_OTHER = _Cause(
    "", message("this cannot be read as YAML"), message("compare it with another entry")
)

_COLON = re.compile(r"^\s*(?:- +)*[a-z_]+(：|:(?=[^\s/:]))")
_QUOTE = re.compile(r"""^\s*(?:- +)*(?:[\w-]+: +)?(["'])""")
_QUOTE_LINES = 200
"""How far back an open quote is looked for."""

_Place = tuple[int, int]
"""Line and column, both from 0."""


@dataclass(frozen=True)
class _Noticed:
    """Where libyaml stopped."""

    lines: list[str]
    problem: str
    place: _Place
    opening: _Place
    """Where the quote, bracket or field that it was reading begins."""


@dataclass(frozen=True)
class _Finding:
    message: Message
    hint: Message
    place: _Place


def syntax_fault(error: yaml.MarkedYAMLError, text: str, *, name: str) -> Diagnostic:
    """A diagnostic (ZQ001) for what libyaml refuses, at the place that an editor has to change."""
    lines = text.split("\n")
    noticed = _Noticed(
        lines,
        error.problem or "",
        _place(error.problem_mark, lines),
        _place(error.context_mark or error.problem_mark, lines),
    )
    found = _bad_colon(noticed) or _bad_quote(noticed) or _by_cause(noticed)
    line, column = found.place
    word = re.match(r"\S+", lines[line][column:])
    span = Span(line + 1, column + 1, len(word[0]) if word else 1)
    return Diagnostic(code="ZQ001", message=found.message, path=name, span=span, hint=found.hint)


def _place(mark: yaml.Mark | None, lines: list[str]) -> _Place:
    """The place of a mark; one behind the last text moves back to its end."""
    if mark is None:
        return 0, 0
    line, column = min(mark.line, len(lines) - 1), mark.column
    while line and not lines[line].strip():
        line, column = line - 1, len(lines[line - 1])
    return line, column


def _bad_colon(noticed: _Noticed) -> _Finding | None:
    """A full-width colon, or none of the space behind one, on this line or the one before."""
    for line in (noticed.place[0] - 1, noticed.place[0]):
        found = _COLON.match(noticed.lines[line]) if line >= 0 else None
        if found:
            wide, narrow = (
                message("a full-width '：' behind a field"),
                message("no space behind ':'"),
            )
            said = wide if found[1] == "：" else narrow
            return _Finding(said, message("write 'name: value'"), (line, found.start(1)))
    return None


def _bad_quote(noticed: _Noticed) -> _Finding | None:
    """A quote that was not closed on its line, and so ended at the next quote of the file."""
    if "expected key" not in noticed.problem:
        return None
    end_line, end_column = noticed.place
    for number in range(end_line - 1, max(end_line - _QUOTE_LINES, -1), -1):
        line = noticed.lines[number]
        opened = _QUOTE.match(line)
        if opened and line.count(opened[1]) == 1:
            between = "".join(noticed.lines[number + 1 : end_line])
            closed_here = opened[1] in noticed.lines[end_line][:end_column]
            if closed_here and opened[1] not in between:
                return _Finding(_OPEN_QUOTE.message, _OPEN_QUOTE.hint, (number, opened.start(1)))
    return None


def _by_cause(noticed: _Noticed) -> _Finding:
    cause = next((cause for cause in _CAUSES if cause.problem in noticed.problem), _OTHER)
    earlier = cause.is_bracket and noticed.opening[0] < noticed.place[0]
    line, column = place = noticed.opening if cause.at_opening or earlier else noticed.place
    character = noticed.lines[line][column : column + 1] or message("the end")
    said = cause.message.filled(char=character, line=noticed.opening[0] + 1)
    return _Finding(said, cause.hint, place)
