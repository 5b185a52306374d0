"""Postings: for each token, the records that speak of it, and how much.

A page of the site (an entry with its questions) has a number, and each of its records a place on
it: record number = page number × PLACES + place. So the client can tell, before it has loaded any
text, which records lead to the same page.
"""

from array import array
from collections.abc import Iterator

import numpy as np

from zhiquan.entries.scalars import Kind
from zhiquan.outputs.search.cutting import Cutter, Numbers
from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.naming import Naming
from zhiquan.outputs.search.packing import Packed, packed
from zhiquan.outputs.search.records import EntryRecord
from zhiquan.outputs.search.telling import Telling
from zhiquan.outputs.search.weighing import LEAD, NAME, TITLE, Line, weighed

PLACES = 16
"""Records on a page: the entry and up to 15 questions; more questions take another number."""

KIND_WEIGHT: dict[Kind, float] = {
    "topics": 1.25,
    "practices": 1.2,
    "channels": 1.15,
    "limits": 1.1,
    "terms": 1.1,
    "lenders": 1.0,
    "laws": 0.85,
}
"""Answers before instruments: what to do stands above the text it rests on."""

_TOP = 1.25
_ENOUGH = 4_000
"""Lines that are cut and weighed at once."""


class Postings:
    """The inverted index of one language while it grows."""

    def __init__(self, folding: Folding, telling: Telling) -> None:
        """Starts empty.

        Args:
            folding: brings every text to the form in which it is compared.
            telling: picks the tokens that whole texts lie under.
        """
        self._fold = folding.fold
        self._cutter = Cutter()
        self._lines: list[Line] = []
        self._found = array("q")
        self._headings: list[Numbers] = []
        self.named = Naming(telling)
        """Whole texts and the records that they name."""
        self.pages = 0
        """Number of pages."""
        self.size = 0
        """Number of records."""

    def add(self, entry: EntryRecord) -> None:
        """Takes an entry and its questions in."""
        weight = KIND_WEIGHT[entry.kind] / _TOP
        number = self._page()
        self.size += 1 + len(entry.questions)
        self._lines += _entry_lines(entry, number, weight)
        for phone in entry.phones:
            self.named.phone(self._fold(phone), number)
        for index, question in enumerate(entry.questions):
            place = index % (PLACES - 1) + 1
            if index and place == 1:
                number = self._page()
            self._lines += (
                Line(question.question, number + place, weight, TITLE, "title"),
                Line(question.answer, number + place, weight),
            )
        if len(self._lines) > _ENOUGH:
            self._flush()

    def packed(self) -> Packed:
        """Every token with its postings; nothing can be added after it."""
        self._flush()
        found, self._found = self._found, array("q")
        return packed(np.frombuffer(found, np.int64), self._cutter.token)

    def headings(self) -> list[str]:
        """Tokens of titles, other names and questions, sorted."""
        codes = np.unique(np.concatenate(self._headings))
        return sorted(map(self._cutter.token, codes.tolist()))

    def words(self) -> dict[str, str]:
        """By Latin word as it was written: its token."""
        return self._cutter.words()

    def _page(self) -> int:
        """The number of the first record of a new page."""
        self.pages += 1
        return (self.pages - 1) * PLACES

    def _flush(self) -> None:
        """Cuts and weighs the lines that wait; all at once, which takes a tenth of the time."""
        if not self._lines:
            return
        folded = self._fold("\n".join(line.text.replace("\n", " ") for line in self._lines))
        codes, lines = self._cutter.cut(folded)
        self._found.frombytes(weighed(codes, lines, self._lines).tobytes())
        heads = np.array([bool(line.role) for line in self._lines])
        self._headings.append(np.unique(codes[heads[lines]]))
        for line, text in zip(self._lines, folded.split("\n"), strict=True):
            if line.role == "title":
                self.named.title(text, line.record)
            elif line.role == "name":
                self.named.name(text, line.record)
        self._lines.clear()


def _entry_lines(entry: EntryRecord, number: int, weight: float) -> Iterator[Line]:
    yield Line(entry.title, number, weight, TITLE, "title")
    for name in entry.names:
        yield Line(name, number, weight, NAME, "name")
    yield Line(entry.lead, number, weight, LEAD)
    yield Line(entry.body, number, weight)
