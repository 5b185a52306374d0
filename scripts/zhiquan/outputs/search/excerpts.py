"""Chunks: what a result shows (title, beginning of the text), a few pages to a file."""

from collections.abc import Iterator
from typing import Any

from zhiquan.outputs.search.postings import PLACES
from zhiquan.outputs.search.records import EntryRecord
from zhiquan.source.message import Language

TEXT: dict[Language, int] = {"zh": 320, "en": 640}
"""Characters of an entry's text that an excerpt can be taken from."""

ANSWER: dict[Language, int] = {"zh": 90, "en": 200}
"""Characters of a question's answer: its first sentence is the answer."""

_MOST_FILES = 2_500
"""Chunks per language beyond which more pages share a chunk."""


def pages_per_chunk(entries: int) -> int:
    """How many pages share a file: four, until there would be too many files."""
    return max(4, -(-entries // _MOST_FILES))


Page = list[Any]
"""`[kind, id, title, text, questions]`, a question `[anchor, question, answer]`."""


def pages_of(entry: EntryRecord, lang: Language) -> Iterator[Page]:
    """The pages of one entry, as many as its questions fill."""
    repeated = entry.body.startswith(entry.lead)
    text = shortened(entry.body if repeated else f"{entry.lead} {entry.body}", TEXT[lang])
    asked = [
        [q.anchor, labelled(q.question, q.label), shortened(q.answer, ANSWER[lang])]
        for q in entry.questions
    ]
    title = labelled(entry.title, entry.label)
    step = PLACES - 1
    for start in range(0, max(1, len(asked)), step):
        yield [entry.kind, entry.id, title, text, asked[start : start + step]]


def labelled(title: str, label: str) -> str:
    """A title with the label that every result of it shows."""
    return f"{title} [{label}]" if label else title


def shortened(text: str, most: int) -> str:
    """The beginning of a text, with an ellipsis where something is left out."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut.rpartition(" ")[0] if cut.isascii() else cut).rstrip("，、,; ") + "…"
