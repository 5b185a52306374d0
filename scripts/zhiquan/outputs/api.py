"""The open data: every entry and every question as JSON, under `api/v1/`."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial

from pydantic_core import to_json

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.scalars import Kind
from zhiquan.knowledge.overtaken import Overtaken
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.addresses import entry_address
from zhiquan.pages.publication import Publication
from zhiquan.pages.question import Question
from zhiquan.source.message import LANGUAGES, Language

ROOT = "api/v1"
VERSION = "1"
LICENCE = "CC-BY-4.0"

Makers = Iterator[tuple[str, Callable[[], str]]]


class OpenData:
    """The files of the open data, each with the function that writes its text."""

    def __init__(self, publication: Publication, settings: SiteSettings) -> None:
        """Writes nothing yet.

        Args:
            publication: the entries and questions.
            settings: for absolute addresses.
        """
        self._publication = publication
        self._settings = settings
        self._records: dict[str, str] = {}

    def records(self) -> Makers:
        """The file of each entry."""
        for kind in KINDS:
            for entry_id in self._publication.kb.of(kind):
                yield f"{ROOT}/{kind}/{entry_id}.json", partial(self._one, kind, entry_id)

    def files(self, questions: Sequence[str]) -> Makers:
        """The files that hold more than one entry; `questions` are the lines of all languages."""
        yield f"{ROOT}/index.json", partial(self._index, len(questions))
        yield f"{ROOT}/questions.json", partial(_array, questions)
        for kind in KINDS:
            yield f"{ROOT}/{kind}.json", partial(self._kind, kind)
        yield f"{ROOT}/removed.json", self._removed

    def question_lines(self, lang: Language) -> list[str]:
        """Every question of one language, each as a line of JSON."""
        return [self._question(question) for question in self._publication.questions(lang)]

    def _index(self, questions: int) -> str:
        kb, url = self._publication.kb, self._settings.url
        return _dump(
            {
                "name": self._settings.name,
                "version": VERSION,
                "date": kb.today.isoformat(),
                "licence": LICENCE,
                "schema": url + "schema/api.json",
                "kinds": {
                    kind: {
                        "count": len(kb.of(kind)),
                        "url": url + f"{ROOT}/{kind}.json",
                        "schema": url + f"schema/{kind}.json",
                    }
                    for kind in KINDS
                },
                "questions": {"count": questions, "url": url + f"{ROOT}/questions.json"},
                "removed": url + f"{ROOT}/removed.json",
            }
        )

    def _one(self, kind: Kind, entry_id: str) -> str:
        return self._record(kind, entry_id) + "\n"

    def _kind(self, kind: Kind) -> str:
        return _array(self._record(kind, entry_id) for entry_id in self._publication.kb.of(kind))

    def _record(self, kind: Kind, entry_id: str) -> str:
        """One entry on one line; it stands in two files."""
        ref = f"{kind}/{entry_id}"
        found = self._records.get(ref)
        if found is None:
            found = self._records[ref] = self._written(kind, entry_id, ref)
        return found

    def _written(self, kind: Kind, entry_id: str, ref: str) -> str:
        publication = self._publication
        pages = {lang: self._settings.url + entry_address(ref, lang) for lang in LANGUAGES}
        labels = _labels(publication.under_review(ref))
        if behind := publication.behind(ref):
            labels["behind"] = behind
        opening = _line({"kind": kind, "id": entry_id, "pages": pages, **labels})
        entry = publication.kb.of(kind)[entry_id]
        body = entry.model_dump_json(by_alias=True, exclude_none=True, exclude_unset=True)
        return f'{opening[:-1]},"entry":{body}}}'

    def _question(self, question: Question) -> str:
        page = self._settings.url + entry_address(question.entry, question.lang)
        return _line(
            {
                "lang": question.lang,
                "entry": question.entry,
                "anchor": question.anchor,
                "url": f"{page}#{question.anchor}",
                "generated": question.generated,
                "question": question.question,
                # a plain string: a subclass such as Markup takes twice the time
                "answer": str.__str__(question.answer_html),
                **_labels(question.under_review),
            }
        )

    def _removed(self) -> str:
        tombstones = self._publication.kb.tombstones
        return _dump(
            {
                ref: json.loads(stone.model_dump_json(exclude_none=True))
                for ref, stone in tombstones.items()
            }
        )


def _labels(laws: tuple[Overtaken, ...]) -> dict[str, object]:
    """The laws that were amended since it was checked; no field where there are none."""
    return {"under_review": [asdict(law) for law in laws]} if laws else {}


def _array(lines: Iterable[str]) -> str:
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _line(record: dict[str, object]) -> str:
    return to_json(record).decode()  # several times as fast as json.dumps


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
