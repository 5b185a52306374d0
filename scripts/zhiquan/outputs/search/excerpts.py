"""Chunks: what a result shows (title, beginning of the text), a few pages to a file."""

from collections.abc import Iterator
from typing import Any

from zhiquan.entries.scalars import Language
from zhiquan.outputs.search.postings import PLACES
from zhiquan.outputs.search.records import EntryRecord

TEXT: dict[Language, int] = {"zh": 320, "en": 640}
"""Characters of an entry's text that an excerpt can be taken from."""

ANSWER: dict[Language, int] = {"zh": 90, "en": 200}
"""Characters of a question's answer: its first sentence is the answer."""

MOST_FILES = 4_000
"""Chunks per language beyond which more pages share a chunk."""


def pages_per_chunk(pages: int) -> int:
    """How many pages share a file: two, until there would be too many files."""
    return max(2, -(-pages // MOST_FILES))


def chunks(pages: list[tuple[EntryRecord, int]], lang: Language) -> Iterator[list[Any]]:
    """The content of each chunk in turn.

    A page is `[kind, id, title, text, questions]`, a question `[anchor, question, answer]`.
    """
    step = pages_per_chunk(len(pages))
    for start in range(0, len(pages), step):
        yield [_page(entry, first, lang) for entry, first in pages[start : start + step]]


def _page(entry: EntryRecord, first: int, lang: Language) -> list[Any]:
    repeated = entry.body.startswith(entry.lead)
    text = entry.body if repeated else f"{entry.lead} {entry.body}"
    asked = entry.questions[first : first + PLACES - 1]
    return [
        entry.kind,
        entry.id,
        entry.title,
        shortened(text, TEXT[lang]),
        [[q.anchor, q.question, shortened(q.answer, ANSWER[lang])] for q in asked],
    ]


def shortened(text: str, most: int) -> str:
    """The beginning of a text, with an ellipsis where something is left out."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut.rpartition(" ")[0] if cut.isascii() else cut).rstrip("，、,; ") + "…"
