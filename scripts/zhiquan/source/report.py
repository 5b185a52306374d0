"""Diagnostics in words: for a person, for GitHub, for a program."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from zhiquan.source.characters import visible
from zhiquan.source.codes import severity
from zhiquan.source.diagnostic import Diagnostic, Severity, Span, written
from zhiquan.source.excerpt import excerpt
from zhiquan.source.locate import locate
from zhiquan.source.message import Language, Message, message, spoken

Form = Literal["text", "github", "json"]
Texts = Callable[[str], str]
"""Gives the text of a file by its path; may raise OSError for what cannot be read."""

_LONGEST = 400
"""Characters of what is said of one fault, and of its hint."""
_COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "place": "\x1b[1m", "help": "\x1b[36m"}
_PLAIN = "\x1b[0m"
_HELP = message("help: zhiquan explain {code}")
_HINT = message("hint: {hint}")
_WITH_HINT = message("{said}: {hint}")


@dataclass(frozen=True)
class Placed:
    """A diagnostic whose place and weight are known."""

    diagnostic: Diagnostic
    span: Span
    severity: Severity
    line: str | None
    """The source line; None where there is no file to show."""


def render(
    diagnostics: Iterable[Diagnostic],
    *,
    texts: Texts,
    lang: Language,
    form: Form = "text",
    colour: bool = False,
) -> str:
    """All diagnostics, sorted by place, each once, then one sum.

    Args:
        diagnostics: In any order.
        texts: Gives the text of a file by its path.
        lang: The editor's language. The words `error` and `warning` in the head of a line stay
            English in every language: editors and workflows look for them.
        form: `text` (the house form, at most eight lines each), `github` (annotations of a
            workflow run) or `json`.
        colour: With terminal colours; only for `text`.

    Returns:
        Text that ends in a line feed; empty where there is nothing to say and the form is not json.
    """
    found = placed(diagnostics, texts)
    if form == "json":
        return _json(found, lang)
    if not found:
        return ""
    if form == "github":
        each = [_annotation(item, lang) for item in found]
    else:
        each = [_block(item, lang, colour=colour) for item in found]
    return "\n".join([*each, spoken(summary(found), lang), ""])


def placed(diagnostics: Iterable[Diagnostic], texts: Texts) -> list[Placed]:
    """Each diagnostic once, with its place, sorted by file, line, column and code."""
    read = cache(lambda path: _Shown(_text(texts, path)))
    by_file = sorted(dict.fromkeys(diagnostics), key=lambda item: item.path)
    return sorted((_place(item, read(item.path)) for item in by_file), key=_order)


def _order(item: Placed) -> tuple[str, int, int, str, str]:
    of = item.diagnostic
    return of.path, item.span.line, item.span.column, of.code, str(of.message)


class _Shown:
    """The text of one file and its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")


def _text(texts: Texts, path: str) -> str:
    try:
        return texts(path).replace("\r\n", "\n")
    except OSError:
        return ""


def _place(item: Diagnostic, shown: _Shown) -> Placed:
    span = item.span or locate(shown.text, item.pointer, on_key=item.on_key, part=item.part)
    line = shown.lines[span.line - 1] if span.line <= len(shown.lines) else None
    return Placed(item, span, severity(item), line or None)


def summary(found: Sequence[Placed]) -> Message:
    """The one line at the end: how many of each weight, in how many files."""
    errors = sum(item.severity == "error" for item in found)
    warnings = len(found) - errors
    files = len({item.diagnostic.path for item in found})
    counted = (
        (errors, message("1 error"), message("{count} errors", count=errors)),
        (warnings, message("1 warning"), message("{count} warnings", count=warnings)),
    )
    said = tuple(one if count == 1 else several for count, one, several in counted if count)
    where = message("1 file") if files == 1 else message("{count} files", count=files)
    return message("{counts} in {files}", counts=said, files=where)


def _block(item: Placed, lang: Language, *, colour: bool) -> str:
    of, span = item.diagnostic, item.span
    paint = _painted if colour else _as_it_is
    weight = paint(f"{item.severity}[{of.code}]", item.severity)
    place = paint(f"{visible(of.path)}:{span.line}:{span.column}:", "place")
    lines = [f"{place} {weight}: {_one_line(of.message, lang)}"]
    hint = _one_line(of.hint, lang) if of.hint else None
    if item.line is not None:
        lines += excerpt(item.line, span, hint)
    elif hint:
        lines.append(f"   {spoken(_HINT.filled(hint=hint), lang)}")
    return "\n".join([*lines, paint(f"   {spoken(_HELP.filled(code=of.code), lang)}", "help")])


def _painted(text: str, colour: str) -> str:
    return f"{_COLOURS[colour]}{text}{_PLAIN}"


def _as_it_is(text: str, _colour: str) -> str:
    return text


def _one_line(said: Message, lang: Language) -> str:
    """On one line, nothing in it unseen, and cut where what it repeats is no words any more."""
    line = visible(" ".join(spoken(said, lang).split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _annotation(item: Placed, lang: Language) -> str:
    of, span = item.diagnostic, item.span
    properties = {
        "file": visible(of.path),
        "line": span.line,
        "col": span.column,
        "endColumn": span.column + span.length,
        "title": of.code,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = _one_line(of.message, lang)
    if of.hint:
        text = spoken(_WITH_HINT.filled(said=text, hint=_one_line(of.hint, lang)), lang)
    return f"::{item.severity} {listed}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _json(found: Sequence[Placed], lang: Language) -> str:
    errors = sum(item.severity == "error" for item in found)
    data = {
        "diagnostics": [_record(item, lang) for item in found],
        "errors": errors,
        "warnings": len(found) - errors,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _record(item: Placed, lang: Language) -> dict[str, str | int | None]:
    of, span = item.diagnostic, item.span
    return {
        "path": visible(of.path),
        "line": span.line,
        "column": span.column,
        "length": span.length,
        "pointer": written(of.pointer),
        "severity": item.severity,
        "code": of.code,
        "message": _one_line(of.message, lang),
        "hint": _one_line(of.hint, lang) if of.hint else None,
    }
