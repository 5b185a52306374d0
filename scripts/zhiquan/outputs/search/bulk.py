"""The same records for OpenSearch: mappings for Chinese analysis, and bulk input.

For a site that outgrows the static index (HACKING.md says when). The files need nothing but what
OpenSearch brings: Chinese is cut into pairs by its `cjk` tokens, as here.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.postings import KIND_WEIGHT
from zhiquan.outputs.search.records import EntryRecord, records
from zhiquan.outputs.search.sounds import everyday
from zhiquan.outputs.search.synonyms import groups
from zhiquan.outputs.search.weighing import LEAD, NAME, TITLE
from zhiquan.outputs.search.words import SearchWords
from zhiquan.pages.addresses import entry_address
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES, Language
from zhiquan.source.saving import save

_FILTERS: dict[Language, list[str]] = {
    "zh": ["cjk_width", "lowercase", "cjk_bigram", "synonyms"],
    "en": ["cjk_width", "lowercase", "cjk_bigram", "synonyms", "stop_en", "stem_en"],
}
_KEYWORD = {"type": "keyword"}
_TEXT = {"type": "text", "analyzer": "words", "search_analyzer": "words_asked"}


def files(publication: Publication) -> Iterator[tuple[str, str]]:
    """Name and text of each file: settings, bulk input and query, by language."""
    words = SearchWords.load(publication.templates / "search")
    for lang in LANGUAGES:
        yield f"index-{lang}.json", _json(_index(publication, words, lang), indent=2) + "\n"
        yield f"bulk-{lang}.ndjson", "".join(_bulk(publication, lang))
        yield f"query-{lang}.json", _json(_query(), indent=2) + "\n"


def write(folder: Path, publication: Publication) -> Iterator[Path]:
    """Writes the files into a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files(publication):
        save(folder / name, text.encode())
        yield folder / name


def _bulk(publication: Publication, lang: Language) -> Iterator[str]:
    """Two lines per record, as the `_bulk` address reads them."""
    for entry in records(publication, lang):
        for key, document in _documents(entry, lang):
            action = {"index": {"_index": f"zhiquan-{lang}", "_id": key}}
            yield f"{_json(action)}\n{_json(document)}\n"


def _documents(entry: EntryRecord, lang: Language) -> Iterator[tuple[str, dict[str, Any]]]:
    address = entry_address(entry.ref, lang)
    shared = {"entry": entry.ref, "kind": entry.kind, "weight": KIND_WEIGHT[entry.kind]}
    yield (
        entry.ref,
        {
            **shared,
            "address": address,
            "title": entry.title,
            "names": entry.names,
            "phones": entry.phones,
            "lead": entry.lead,
            "body": entry.body,
            "under_review": bool(entry.label),
        },
    )
    for question in entry.questions:
        yield (
            f"{entry.ref}#{question.anchor}",
            {
                **shared,
                "address": f"{address}#{question.anchor}",
                "title": question.question,
                "body": question.answer,
                "under_review": bool(question.label),
            },
        )


def _index(publication: Publication, words: SearchWords, lang: Language) -> dict[str, Any]:
    """Settings and mappings of one language."""
    synonyms = [
        ", ".join(word.replace(",", " ") for word in group)
        for group in groups(publication.kb, words, lang)
    ]
    analysis = {
        "char_filter": {"simplified": _simplified(words)},
        "filter": {
            "synonyms": {"type": "synonym_graph", "synonyms": synonyms, "lenient": True},
            "stop_en": {"type": "stop", "stopwords": words.stop["en"]},
            "stem_en": {"type": "stemmer", "language": "light_english"},
        },
        "analyzer": {
            "words": _analyzer([name for name in _FILTERS[lang] if name != "synonyms"]),
            "words_asked": _analyzer(_FILTERS[lang]),
        },
    }
    return {
        "settings": {"analysis": analysis},
        "mappings": {
            "properties": {
                **dict.fromkeys(("entry", "kind", "phones"), _KEYWORD),
                **dict.fromkeys(("title", "names", "lead", "body"), _TEXT),
                "address": {"type": "keyword", "index": False},
                "weight": {"type": "float"},
                "under_review": {"type": "boolean"},
            }
        },
    }


def _simplified(words: SearchWords) -> dict[str, Any]:
    """Traditional characters to Simplified, by the table of the static index."""
    old, new = Folding(words.variants).pairs(everyday())
    return {
        "type": "mapping",
        "mappings": [f"{a} => {b}" for a, b in zip(old, new, strict=True)],
    }


def _analyzer(filters: list[str]) -> dict[str, Any]:
    return {
        "type": "custom",
        "char_filter": ["simplified"],
        "tokenizer": "standard",
        "filter": filters,
    }


def _query() -> dict[str, Any]:
    """The query that ranks as the static index does; `{{q}}` is what was typed."""
    fields = [f"title^{TITLE}", f"names^{NAME}", f"lead^{LEAD}", "body"]
    return {
        "query": {
            "function_score": {
                "query": {
                    "bool": {
                        "should": [
                            {"multi_match": {"query": "{{q}}", "fields": fields}},
                            {"term": {"phones": {"value": "{{q}}", "boost": 50}}},
                        ]
                    }
                },
                "field_value_factor": {"field": "weight"},
            }
        },
        "collapse": {"field": "entry"},
        "highlight": {"fields": {"title": {}, "lead": {}, "body": {}}},
    }


def _json(data: object, *, indent: int | None = None) -> str:
    return json.dumps(data, ensure_ascii=False, indent=indent)
