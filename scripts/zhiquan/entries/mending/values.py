"""Edits of single values: their signs, their quotes, the form of a date."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from zhiquan.entries.mending.pieces import Edit, Piece
from zhiquan.entries.mending.spelling import chinese, english
from zhiquan.source.quoting import is_plain_words, needs_no_quotes, quoted

_DATE = re.compile(r"(\d{4}) *[-/.年] *(\d{1,2}) *[-/.月] *(\d{1,2}) *日?")


def dates(_: str, pieces: Iterable[Piece]) -> Iterator[Edit]:
    """Days written otherwise than 2026-01-05, as far as there is such a day."""
    for piece in pieces:
        found = _DATE.fullmatch(piece.value) if piece.place.type is dt.date else None
        if found and (day := _day(*map(int, found.groups()))) and day != piece.value:
            quote = piece.style if piece.style in {'"', "'"} else ""
            yield Edit(piece.start, piece.end, f"{quote}{day}{quote}")


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def signs(text: str, pieces: Iterable[Piece]) -> Iterator[Edit]:
    """Punctuation and blanks that the language of a text writes otherwise."""
    for piece in pieces:
        if piece.lang:
            written = text[piece.start : piece.end]
            mended = _inside(written, piece)
            if mended != written and (safe := _safe(mended, piece)):
                yield Edit(piece.start, piece.end, safe)


def _inside(written: str, piece: Piece) -> str:
    """What is written with its signs mended; quotes around it stay."""
    mend = chinese if piece.lang == "zh" else english
    if piece.style in {'"', "'"}:
        return f"{written[0]}{mend(written[1:-1])}{written[-1]}"
    return mend(written)


def _safe(mended: str, piece: Piece) -> str | None:
    """In quotes where it now needs them; None where it has no quotes and several lines."""
    if piece.style or needs_no_quotes(mended):
        return mended
    return None if "\n" in mended else quoted(mended)


def quotes(text: str, pieces: Iterable[Piece]) -> Iterator[Edit]:
    """Quotes around words that need none, and single quotes where double ones do.

    Double quotes are never wrong; they go where nobody would look for them: around mere words.
    """
    for piece in pieces:
        written = text[piece.start : piece.end]
        if piece.style not in {'"', "'"} or "\n" in written:
            continue
        bare = is_plain_words(piece.value) and needs_no_quotes(piece.value)
        if bare or piece.style == "'":
            yield Edit(piece.start, piece.end, piece.value if bare else quoted(piece.value))
