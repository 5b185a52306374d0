"""Postings: for each token, the records that speak of it, and how much.

A page of the site (an entry with its questions) has a number, and each of its records a place on
it: record number = page number × PLACES + place. So the client can tell, before it has loaded any
text, which records lead to the same page.

The weight of a token in a record is BM25F (Robertson & Zaragoza 2009, section 3.5): occurrences are
weighted by field and length before they saturate. Lengths are compared with fixed usual lengths, so
that one entry's postings do not change when another is added.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nlargest

from zhiquan.entries.scalars import Kind
from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.records import EntryRecord
from zhiquan.outputs.search.tokens import exact, tokens

PLACES = 16
"""Records on a page: the entry and up to 15 questions; more questions take another number."""

KEEP = 250
"""Postings kept per token, the weightiest; the true number of records is kept beside them."""

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

TITLE, NAME, LEAD = 3.0, 2.0, 1.5
"""Weight of one occurrence in title, other names, and summary; in the body it is 1."""

SATURATION = 1.2
"""k1 of BM25: how soon a further occurrence stops counting."""

_USUAL_TITLE = 8
_USUAL_BODY = 300
_TITLE_SLOPE, _BODY_SLOPE = 0.5, 0.6
_TOP = 1.25
_DOC_BITS = 24
_DOC_MASK = (1 << _DOC_BITS) - 1
_PRUNE_EVERY = 2_000


@dataclass
class Exact:
    """Record numbers whose whole title, other name or telephone number is one text."""

    titles: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    phones: list[int] = field(default_factory=list)


class Postings:
    """The inverted index of one language while it grows."""

    def __init__(self, folding: Folding) -> None:
        """Starts empty.

        Args:
            folding: brings every text to the form in which it is compared.
        """
        self._fold = folding.fold
        self._lists: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._dropped: Counter[str] = Counter()
        self.exact: defaultdict[str, Exact] = defaultdict(Exact)
        self.pages = 0
        """Number of pages."""
        self.size = 0
        """Number of records."""

    def add(self, entry: EntryRecord) -> None:
        """Takes an entry and its questions in."""
        weight = KIND_WEIGHT[entry.kind] / _TOP
        number = self._page()
        self._add_entry(entry, number, weight)
        for index, question in enumerate(entry.questions):
            place = index % (PLACES - 1) + 1
            if index and place == 1:
                number = self._page()
            title, answer = self._fold(question.question), self._fold(question.answer)
            self.exact[exact(title)].titles.append(number + place)
            self._put(number + place, weight, body=answer, fields=((title, TITLE),))

    def frequency(self, token: str) -> int:
        """In how many records a token occurs."""
        return self._dropped[token] + len(self._lists.get(token, ()))

    def tokens(self) -> Iterable[str]:
        """Every token, sorted."""
        return sorted(self._lists)

    def of(self, token: str) -> list[tuple[int, int]]:
        """Record number and weight (1 to 255) of the postings kept, by record number."""
        kept = nlargest(KEEP, self._lists[token])
        return sorted((_DOC_MASK - (one & _DOC_MASK), one >> _DOC_BITS) for one in kept)

    def _page(self) -> int:
        """The number of the first record of a new page."""
        self.pages += 1
        if self.pages % _PRUNE_EVERY == 0:
            self._prune()
        return (self.pages - 1) * PLACES

    def _add_entry(self, entry: EntryRecord, number: int, weight: float) -> None:
        title, lead = self._fold(entry.title), self._fold(entry.lead)
        names = [self._fold(name) for name in entry.names]
        self.exact[exact(title)].titles.append(number)
        for key in dict.fromkeys(map(exact, names)):
            if key != exact(title):
                self.exact[key].names.append(number)
        for phone in entry.phones:
            self.exact[exact(phone)].phones.append(number)
        fields = ((title, TITLE), *((name, NAME) for name in names), (lead, LEAD))
        self._put(number, weight, body=self._fold(entry.body), fields=fields)

    def _put(
        self, number: int, weight: float, *, body: str, fields: Iterable[tuple[str, float]]
    ) -> None:
        inside = tokens(body)
        counts = Counter(inside)
        factor = 1 / (1 - _BODY_SLOPE + _BODY_SLOPE * len(inside) / _USUAL_BODY)
        before: dict[str, float] = {}
        for text, field_weight in fields:
            words = tokens(text)
            share = field_weight / (1 - _TITLE_SLOPE + _TITLE_SLOPE * len(words) / _USUAL_TITLE)
            for token in set(words):
                before[token] = before.get(token, 0) + share
        self.size += 1
        place = _DOC_MASK - number
        for token, share in before.items():
            level = _level(share + counts.pop(token, 0) * factor, weight)
            self._lists[token].append(level << _DOC_BITS | place)
        if counts:
            levels = [_level(n * factor, weight) for n in range(max(counts.values()) + 1)]
            packed = [level << _DOC_BITS | place for level in levels]
            lists = self._lists
            for token, count in counts.items():
                lists[token].append(packed[count])

    def _prune(self) -> None:
        for token, found in self._lists.items():
            if len(found) > 2 * KEEP:
                self._dropped[token] += len(found) - KEEP
                self._lists[token] = array("I", nlargest(KEEP, found))


def _level(occurrences: float, weight: float) -> int:
    return max(1, round(255 * weight * occurrences / (occurrences + SATURATION)))
