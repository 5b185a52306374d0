"""The search as files of the site: one start file, and the rest in a folder named by content."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zhiquan.knowledge.collection import without_collection
from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.language import LanguageIndex
from zhiquan.outputs.search.postings import PLACES
from zhiquan.outputs.search.shards import script
from zhiquan.outputs.search.sounds import everyday
from zhiquan.outputs.search.synonyms import typed
from zhiquan.outputs.search.words import SearchWords
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES, Language

ROOT = "search"
START = f"{ROOT}/start.js"
"""The only file with a fixed name; it names the folder of the others."""

_DIGEST = 12


@dataclass(frozen=True)
class Indexed:
    """The index of one language."""

    files: Mapping[str, str]
    """Text by name, without folder and ending."""
    about: Mapping[str, Any]
    """What the client must know before the first query."""


def files(publication: Publication, *, bare: bool = False) -> dict[str, str]:
    """Every file of the search by its address; built now, since the content names the folder.

    Args:
        publication: the entries and questions.
        bare: True leaves out other names and synonyms, to prove that the search does not rest on
            them alone.
    """
    # Chinese last: the dictionary of pinyin then comes when all the rest is over.
    made = {lang: indexed(publication, lang, bare=bare) for lang in reversed(LANGUAGES)}
    return joined(publication, made)


def indexed(publication: Publication, lang: Language, *, bare: bool = False) -> Indexed:
    """The index of one language; `bare` as in `files`."""
    words = SearchWords.load(publication.templates / ROOT)
    with without_collection():
        index = LanguageIndex(publication, words, lang, Folding(words.variants))
        return Indexed(dict(index.files(bare=bare)), index.about())


def joined(publication: Publication, made: Mapping[Language, Indexed]) -> dict[str, str]:
    """Every file of the search by its address, from the index of each language."""
    words = SearchWords.load(publication.templates / ROOT)
    folding = Folding(words.variants)
    texts = {name: text for lang in LANGUAGES for name, text in made[lang].files.items()}
    digest = hashlib.sha256()
    for text in texts.values():
        digest.update(text.encode())
    folder = digest.hexdigest()[:_DIGEST]
    start = {
        "folder": folder,
        "places": PLACES,
        "fold": folding.pairs(everyday()),
        "help": _help(publication, words),
        "distress": sorted({typed(w, folding) for lang in LANGUAGES for w in words.distress[lang]}),
        "langs": {lang: made[lang].about for lang in LANGUAGES},
    }
    return {START: script("", start)} | {
        f"{ROOT}/{folder}/{name}.js": text for name, text in texts.items()
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
