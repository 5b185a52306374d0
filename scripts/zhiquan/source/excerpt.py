"""One source line with carets under the right characters, for any script and any length."""

import unicodedata

from zhiquan.source.characters import visible
from zhiquan.source.diagnostic import Span
from zhiquan.source.pattern import pattern

_GUTTER = 5
_WIDTH = 100
"""Cells of a source line before it is cut."""
_BEFORE = 40
"""Cells kept before the caret in a line that is cut."""
_HINT_LINES = 4

_MORE = " …"
# What a line may break behind: blanks, a Latin word, one Chinese character; each keeps the closing
# marks that follow it.
_PIECE = pattern(r" +|[⺀-鿿！-～](?:[，。、：；！？）”’…]*)|[^ ⺀-鿿！-～]+[，。、：；！？）”’…]*")


def excerpt(line: str, span: Span, hint: str | None) -> list[str]:
    """The numbered source line, the caret line, and the hint beside or below the carets.

    Args:
        line: The whole source line.
        span: The place; the carets stand under its characters as far as the line goes.
        hint: What to write instead.

    Returns:
        Two to six lines.
    """
    shown, start, length = _cut(_visible(line), span.column - 1, span.length)
    indent = " " * cells(shown[:start])
    carets = "^" * max(cells(shown[start : start + length]), 1)
    blank = f"{'':>{_GUTTER}} | "
    lines = [f"{span.line:>{_GUTTER}} | {shown}".rstrip(), f"{blank}{indent}{carets}"]
    if not hint:
        return lines
    if cells(indent + carets) + cells(hint) < _WIDTH:
        return [lines[0], f"{lines[1]} {hint}"]
    return lines + [blank + piece for piece in wrapped(hint)]


def wrapped(hint: str) -> list[str]:
    """A hint in lines of at most 100 columns, and at most four of them."""
    lines = broken(hint, _WIDTH)
    if len(lines) > _HINT_LINES:
        lines[_HINT_LINES - 1] = _shortened(lines[_HINT_LINES - 1])
    return [line.rstrip() for line in lines[:_HINT_LINES]]


def broken(text: str, width: int) -> list[str]:
    """A text in lines of at most so many columns; a single word may be longer."""
    lines = [""]
    for piece in _PIECE().findall(text):
        if lines[-1] and cells(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _shortened(line: str) -> str:
    """The line with room made for the sign that more follows."""
    pieces = _PIECE().findall(line.rstrip())
    while cells("".join(pieces).rstrip() + _MORE) > _WIDTH:
        pieces.pop()
    return "".join(pieces).rstrip() + _MORE


def pieces(line: str, span: Span) -> tuple[str, str, str]:
    """The same line for a screen that can mark: what stands before the place, in it and after it.

    Args:
        line: The whole source line; a long one is cut around the place.
        span: The place.
    """
    shown, start, length = _cut(_visible(line), span.column - 1, span.length)
    end = start + length
    return shown[:start], shown[start:end], shown[end:]


def cells(text: str) -> int:
    """Columns that the text takes in a terminal: two for a wide character, none for a mark."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _visible(line: str) -> str:
    """The line with one visible character, one cell wide, for each that would not be seen."""
    return visible(line.replace("\t", "→"))


def _cut(line: str, start: int, length: int) -> tuple[str, int, int]:
    """The part of a long line around the caret, and where the carets stand in it."""
    if cells(line) <= _WIDTH:
        return line, start, length
    first = start
    while first and cells(line[first - 1 : start]) <= _BEFORE:
        first -= 1
    last = first
    while last < len(line) and cells(line[first : last + 1]) <= _WIDTH:
        last += 1
    left, right = "…" if first else "", "…" if last < len(line) else ""
    shown = left + line[first:last] + right
    return shown, start - first + len(left), min(length, last - start)
