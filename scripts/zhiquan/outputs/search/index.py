"""The search as files of the site: one start file, and the rest in a folder named by content."""

import hashlib
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
from zhiquan.source.message import LANGUAGES

ROOT = "search"
START = f"{ROOT}/start.js"
"""The only file with a fixed name; it names the folder of the others."""

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
        index = LanguageIndex(publication, words, lang, folding)
        made.update(index.files(bare=bare))
        about[lang] = index.about()
    digest = hashlib.sha256()
    for text in made.values():
        digest.update(text.encode())
    folder = digest.hexdigest()[:_DIGEST]
    start = {
        "folder": folder,
        "places": PLACES,
        "fold": folding.pairs(everyday()),
        "help": _help(publication, words),
        "distress": sorted({typed(w, folding) for lang in LANGUAGES for w in words.distress[lang]}),
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
