"""The search as files of the site: one start file, and the rest in a folder named by content."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from zhiquan.knowledge.collection import without_collection
from zhiquan.outputs.search.excerpts import Page, chunks, pages_of, pages_per_chunk
from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.postings import PLACES, Postings
from zhiquan.outputs.search.records import ORDER, records
from zhiquan.outputs.search.shards import cut, script, table
from zhiquan.outputs.search.sounds import everyday, sounds_of, syllables
from zhiquan.outputs.search.synonyms import groups, keyed
from zhiquan.outputs.search.tokens import tokens
from zhiquan.outputs.search.words import SearchWords
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES, Language

ROOT = "search"
START = f"{ROOT}/start.js"
"""The only file with a fixed name; it names the folder of the others."""

WORDS_LISTED = 12_000
"""Latin words per language that spelling is corrected against, the most frequent ones."""

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

_DIGEST = 12


def files(publication: Publication, *, bare: bool = False) -> dict[str, str]:
    """Every file of the search by its address; built now, since the content names the folder.

    Args:
        publication: the entries and questions.
        bare: True leaves out other names and synonyms, to prove that the search does not rest on
            them alone.
    """
    words = SearchWords.load(publication.templates / ROOT)
    with without_collection():
        return _files(publication, words, bare=bare)


def _files(publication: Publication, words: SearchWords, *, bare: bool) -> dict[str, str]:
    folding = Folding(words.variants)
    made: dict[str, str] = {}
    about: dict[str, Any] = {}
    for lang in LANGUAGES:
        language = _Language(publication, words, lang, folding, bare=bare)
        made |= language.files()
        about[lang] = language.about()
    made["sounds"] = script("sounds", syllables())
    digest = hashlib.sha256()
    for text in made.values():
        digest.update(text.encode())
    folder = digest.hexdigest()[:_DIGEST]
    start = {
        "folder": folder,
        "places": PLACES,
        "fold": folding.pairs(everyday()),
        "help": _help(publication, words),
        "distress": sorted({folding.fold(w) for lang in LANGUAGES for w in words.distress[lang]}),
        "langs": about,
    }
    return {START: script("", start)} | {
        f"{ROOT}/{folder}/{name}.js": text for name, text in made.items()
    }


def _help(publication: Publication, words: SearchWords) -> Any:
    """The entry shown to people who may harm themselves: its ref, title and summary."""
    for ref in words.help:
        entry = publication.kb.find(ref)
        if entry:
            return ref, {
                lang: [text.shown(lang)[0] for text in (entry.title, entry.summary or entry.title)]
                for lang in LANGUAGES
            }
    return None


class _Language:
    """The index of one language."""

    def __init__(
        self,
        publication: Publication,
        words: SearchWords,
        lang: Language,
        folding: Folding,
        *,
        bare: bool,
    ) -> None:
        self._lang = lang
        self._strings = publication.strings(lang)
        self._postings = Postings(folding)
        self._pages: list[Page] = []
        for record in records(publication, lang):
            self._postings.add(replace(record, names=()) if bare else record)
            self._pages.extend(pages_of(record, lang))
        synonyms = {} if bare else keyed(groups(publication.kb, words, lang), folding)
        self._shards = cut(table(self._postings, synonyms, self._sounds()))
        self._stop = sorted({folding.fold(word) for word in words.stop[lang]})

    def files(self) -> dict[str, str]:
        """Name and text of each file."""
        named: Iterator[tuple[str, object]] = (
            (f"{self._lang}-{index:x}", shard) for index, shard in enumerate(self._shards)
        )
        made = {name: script(name, shard) for name, shard in named}
        for index, chunk in enumerate(chunks(self._pages)):
            name = f"{self._lang}-t{index:x}"
            made[name] = script(name, chunk)
        name = f"{self._lang}-words"
        return made | {name: script(name, " ".join(self._words()))}

    def about(self) -> dict[str, Any]:
        """What the client must know before the first query of the language."""
        stop = (
            sorted(self._stop, key=lambda word: (-len(word), word))
            if self._lang == "zh"
            else sorted({token for word in self._stop for token in tokens(word)})
        )
        return {
            "records": self._postings.size,
            "shards": len(self._shards),
            "pages": pages_per_chunk(len(self._pages)),
            "stop": stop,
            "say": {key: self._strings(f"search.{key}") for key in SAID}
            | {"kind": {kind: self._strings(f"search.kind.{kind}") for kind in BADGES}},
        }

    def _sounds(self) -> dict[str, str]:
        pairs = (t for t in self._postings.tokens() if len(t) == 2 and t[0] >= "\u3007")  # noqa: PLR2004
        return sounds_of(pairs, self._postings.frequency)

    def _words(self) -> list[str]:
        """Latin words of the index, the most frequent first."""
        latin = [t for t in self._postings.tokens() if t.isascii() and t.isalpha() and len(t) > 2]  # noqa: PLR2004
        return sorted(latin, key=lambda t: (-self._postings.frequency(t), t))[:WORDS_LISTED]
