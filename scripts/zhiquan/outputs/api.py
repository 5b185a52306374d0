"""The open data: every entry and every question as JSON, under `api/v1/`."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial

from pydantic_core import to_json

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.scalars import Kind
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.overtaken import Overtaken
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.addresses import entry_address
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES, Language

ROOT = "api/v1"
VERSION = "1"
LICENCE = "CC-BY-4.0"

Makers = Iterator[tuple[str, Callable[[], str]]]


def files(publication: Publication, settings: SiteSettings, questions: Sequence[str]) -> Makers:
    """Each file of the open data that holds more than one entry, with what writes its text.

    Args:
        publication: the entries.
        settings: for absolute addresses.
        questions: the `question_lines` of all languages.
    """
    kb = publication.kb
    yield f"{ROOT}/index.json", partial(_index, kb, settings, len(questions))
    yield f"{ROOT}/questions.json", partial(_array, questions)
    for kind in KINDS:
        yield f"{ROOT}/{kind}.json", partial(_kind, publication, kind, settings)
    yield f"{ROOT}/removed.json", partial(_removed, kb)


def records(publication: Publication, settings: SiteSettings) -> Makers:
    """The file of each entry, with the function that writes its text."""
    for kind in KINDS:
        for entry_id in publication.kb.of(kind):
            yield (
                f"{ROOT}/{kind}/{entry_id}.json",
                partial(_one, publication, kind, entry_id, settings),
            )


def _index(kb: KnowledgeBase, settings: SiteSettings, questions: int) -> str:
    return _dump(
        {
            "name": settings.name,
            "version": VERSION,
            "date": kb.today.isoformat(),
            "licence": LICENCE,
            "schema": settings.url + "schema/api.json",
            "kinds": {
                kind: {
                    "count": len(kb.of(kind)),
                    "url": settings.url + f"{ROOT}/{kind}.json",
                    "schema": settings.url + f"schema/{kind}.json",
                }
                for kind in KINDS
            },
            "questions": {"count": questions, "url": settings.url + f"{ROOT}/questions.json"},
            "removed": settings.url + f"{ROOT}/removed.json",
        }
    )


def _record(publication: Publication, kind: Kind, entry_id: str, settings: SiteSettings) -> str:
    """One entry on one line."""
    ref, entry = f"{kind}/{entry_id}", publication.kb.of(kind)[entry_id]
    pages = {lang: settings.url + entry_address(ref, lang) for lang in LANGUAGES}
    labels = _labels(publication.under_review(ref))
    if behind := publication.behind(ref):
        labels["behind"] = behind
    opening = _line({"kind": kind, "id": entry_id, "pages": pages, **labels})
    body = entry.model_dump_json(by_alias=True, exclude_none=True, exclude_unset=True)
    return f'{opening[:-1]},"entry":{body}}}'


def _labels(laws: tuple[Overtaken, ...]) -> dict[str, object]:
    """The laws that were amended since it was checked; no field where there are none."""
    return {"under_review": [asdict(law) for law in laws]} if laws else {}


def _one(publication: Publication, kind: Kind, entry_id: str, settings: SiteSettings) -> str:
    return _record(publication, kind, entry_id, settings) + "\n"


def _kind(publication: Publication, kind: Kind, settings: SiteSettings) -> str:
    return _array(_record(publication, kind, key, settings) for key in publication.kb.of(kind))


def question_lines(publication: Publication, lang: Language, settings: SiteSettings) -> list[str]:
    """Every question of one language, each as a line of JSON."""
    return [
        _line(
            {
                "lang": lang,
                "entry": question.entry,
                "anchor": question.anchor,
                "url": settings.url + entry_address(question.entry, lang) + "#" + question.anchor,
                "generated": question.generated,
                "question": question.question,
                "answer": question.answer_html,
                **_labels(question.under_review),
            }
        )
        for question in publication.questions(lang)
    ]


def _array(lines: Iterable[str]) -> str:
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _removed(kb: KnowledgeBase) -> str:
    return _dump(
        {
            ref: json.loads(stone.model_dump_json(exclude_none=True))
            for ref, stone in kb.tombstones.items()
        }
    )


def _line(record: dict[str, object]) -> str:
    return to_json(record).decode()  # several times as fast as json.dumps


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
