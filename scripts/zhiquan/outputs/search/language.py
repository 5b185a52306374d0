"""The index of one language: its shards, its chunks, and what the client must know of it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from zhiquan.outputs.search.excerpts import Page, pages_of, pages_per_chunk
from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.postings import Postings
from zhiquan.outputs.search.records import ORDER, records
from zhiquan.outputs.search.shards import cut, dumped, script, shard_script, table
from zhiquan.outputs.search.sounds import heard, syllables
from zhiquan.outputs.search.synonyms import Groups, from_terms, keyed, listed
from zhiquan.outputs.search.telling import Telling
from zhiquan.outputs.search.tokens import is_pair
from zhiquan.outputs.search.words import SearchWords
from zhiquan.pages.publication import Publication
from zhiquan.source.message import Language

WORDS_LISTED = 6_000
"""Latin words that spelling is corrected against, the most frequent ones."""

PAIRS_LISTED = 6_000
"""Pairs of Han characters in titles, names and questions that are found by their sound."""

BADGES = (*ORDER, "question")
"""Kinds of result, each with a word of its own."""

SAID = (
    "count-one",
    "count-other",
    "none",
    "all",
    "other-language",
    "help-title",
    "help-text",
)
"""Strings that the client shows with results, beside the names of the kinds."""

_SHORTEST = 4
"""Letters of a word that spelling is corrected against."""


class LanguageIndex:
    """Built by making it; its parts are read once."""

    def __init__(
        self, publication: Publication, words: SearchWords, lang: Language, folding: Folding
    ) -> None:
        self._lang = lang
        self._publication = publication
        self._words = words
        self._folding = folding
        self._telling = Telling(words, folding)
        self._per_chunk = pages_per_chunk(sum(1 for _ in publication.kb.entries()))
        self._size = self._shards = 0
        self._same: Groups = ()

    def files(self, *, bare: bool) -> Iterator[tuple[str, str]]:
        """Name and text of each file, without folder and ending.

        Args:
            bare: True leaves out other names and synonyms.
        """
        postings = Postings(self._folding, self._telling)
        pages: list[Page] = []
        chunk = 0
        for record in records(self._publication, self._lang):
            postings.add(replace(record, names=()) if bare else record)
            pages += pages_of(record, self._lang)
            while len(pages) >= self._per_chunk:
                yield self._file(f"t{chunk:x}", pages[: self._per_chunk])
                del pages[: self._per_chunk]
                chunk += 1
        yield self._file(f"t{chunk:x}", pages)
        yield from self._looked_up(postings, bare=bare)

    def about(self) -> dict[str, Any]:
        """What the client must know before the first query; known when all files are made."""
        say = self._publication.strings(self._lang)
        return {
            "records": self._size,
            "shards": self._shards,
            "pages": self._per_chunk,
            "stop": self._telling.taken_out if self._lang == "zh" else self._telling.left_out,
            "same": listed(self._same, self._folding),
            "say": {key: say(f"search.{key}") for key in SAID}
            | {"kind": {kind: say(f"search.kind.{kind}") for kind in BADGES}},
        }

    def _looked_up(self, postings: Postings, *, bare: bool) -> Iterator[tuple[str, str]]:
        """The shards, and the words that an unknown one is compared with."""
        packed = postings.packed()
        found = () if bare else from_terms(self._publication.kb, self._lang)
        synonyms = {key: dumped(pairs) for key, pairs in keyed(found, self._folding).items()}
        self._same = () if bare else self._words.same[self._lang]
        shards = cut(table(packed, postings.named.found, synonyms))
        self._size, self._shards = postings.size, len(shards)
        for index, shard in enumerate(shards):
            name = f"{self._lang}-{index:x}"
            yield name, shard_script(name, shard)
        yield self._file("words", self._listed(postings, packed.frequency))

    def _listed(self, postings: Postings, frequency: dict[str, int]) -> object:
        """Latin words, the most frequent first; in Chinese pairs, by their sound."""

        def rarity(token: str) -> tuple[int, str]:
            return -frequency[token], token

        if self._lang == "zh":
            pairs = sorted(filter(is_pair, postings.headings()), key=rarity)[:PAIRS_LISTED]
            heard_so, apart = heard(pairs)
            return syllables(heard_so), heard_so, apart
        words = postings.words()
        listed = (word for word in words if word.isascii() and len(word) >= _SHORTEST)
        by_token = sorted(listed, key=lambda word: (rarity(words[word]), word))
        return " ".join(by_token[:WORDS_LISTED])

    def _file(self, name: str, value: object) -> tuple[str, str]:
        name = f"{self._lang}-{name}"
        return name, script(name, value)
