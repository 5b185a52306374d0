"""Tables for a terminal and for Markdown, in the editor's language."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhiquan.source.excerpt import cells
from zhiquan.source.message import Language, Message, message, spoken

Cell = Message | str | int | dt.date

_GAP = "  "
RULE = 80
"""Columns of the line under a title, at most."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A titled table; a column whose cells are all numbers is set to the right."""

    title: Message
    head: tuple[Message, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: int = 0
    """Rows that are not among `rows` because there are too many."""


def in_text(tables: Iterable[Table], lang: Language) -> str:
    """The tables for a terminal, columns aligned by the width that characters take in it."""
    return "\n".join("\n".join([*_text(table, lang), ""]) for table in tables)


def in_markdown(tables: Iterable[Table], lang: Language) -> str:
    """The tables as GitHub-flavoured Markdown."""
    return "\n".join("\n".join([*_markdown(table, lang), ""]) for table in tables)


def _text(table: Table, lang: Language) -> list[str]:
    rows = _words(table, lang)
    is_number = _numeric(table)
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    lines = [
        _GAP.join(
            _padded(cell, width, right=right)
            for cell, width, right in zip(row, widths, is_number, strict=True)
        ).rstrip()
        for row in rows
    ]
    rule = "─" * min(max(map(cells, lines)), RULE)
    return [spoken(table.title, lang), rule, *lines, *_left_out(table, lang)]


def _padded(cell: str, width: int, *, right: bool) -> str:
    blank = " " * (width - cells(cell))
    return blank + cell if right else cell + blank


def _markdown(table: Table, lang: Language) -> list[str]:
    head, *rows = ([_in_cell(cell) for cell in row] for row in _words(table, lang))
    marks = ["---:" if right else "---" for right in _numeric(table)]
    lines = [f"| {' | '.join(row)} |" for row in (head, marks, *rows)]
    return [f"### {spoken(table.title, lang)}", "", *lines, *_left_out(table, lang)]


def _in_cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _words(table: Table, lang: Language) -> list[list[str]]:
    """The head and the rows as text, each cell on one line."""
    return [[_word(cell, lang) for cell in row] for row in (table.head, *table.rows)]


def _word(cell: Cell, lang: Language) -> str:
    said = spoken(cell, lang) if isinstance(cell, Message) else str(cell)
    return " ".join(said.split())


def _numeric(table: Table) -> Sequence[bool]:
    columns = zip(*table.rows, strict=True)
    return [all(isinstance(cell, int) for cell in column) for column in columns]


def _left_out(table: Table, lang: Language) -> list[str]:
    if not table.left_out:
        return []
    return ["", spoken(message("… and {count} more", count=table.left_out), lang)]
