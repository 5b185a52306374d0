"""Records: what can be found. One per entry, and one per question, which leads to its anchor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from zhiquan.entries.channel import Channel
from zhiquan.entries.entry import Entry
from zhiquan.entries.law import Law
from zhiquan.entries.lender import Lender
from zhiquan.entries.scalars import Kind
from zhiquan.entries.term import Term
from zhiquan.pages.links import Links
from zhiquan.pages.plain import plain
from zhiquan.pages.publication import Publication
from zhiquan.pages.question import Question
from zhiquan.source.message import Language

ORDER: tuple[Kind, ...] = (
    "topics",
    "practices",
    "channels",
    "limits",
    "terms",
    "lenders",
    "laws",
)
"""Kinds as a reader in need would have them: of two equal matches the earlier kind stands first."""

_BRACKETED = re.compile(r"[（(“”\"].*?[）)]|[“”\"]")
_UNREAD = frozenset({"title", "questions", "sources", "review", "waivers"})
_MADE: dict[Language, int] = {"zh": 120, "en": 240}
"""Characters that are searched of an answer that was made from the entry's fields."""
_ENDS = "。！？；：.!?;:"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRecord:
    """A question with the beginning of its answer."""

    anchor: str
    question: str
    answer: str
    label: str = ""
    """What results show behind the question, such as "Under review"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRecord:
    """An entry in one language, as plain text."""

    kind: Kind
    id: str
    title: str
    names: tuple[str, ...]
    """Other names, colloquial words and misspellings: searched, never shown."""
    phones: tuple[str, ...]
    """Numbers of a channel: typing one leads straight to it."""
    lead: str
    """The summary."""
    body: str
    """Everything else the entry says."""
    questions: tuple[QuestionRecord, ...]
    label: str = ""
    """What results show behind the title, such as "Under review"."""

    @property
    def ref(self) -> str:
        """`kind/id`."""
        return f"{self.kind}/{self.id}"


def records(publication: Publication, lang: Language) -> Iterator[EntryRecord]:
    """Every entry of one language with its questions, in the order of `ORDER`, then by id."""
    kb = publication.kb
    links = Links(kb, lang, "")
    label = _label(publication, lang)
    asked = groupby(publication.questions(lang), key=lambda question: question.entry)
    questions = {ref: tuple(group) for ref, group in asked}
    for kind in ORDER:
        for name, entry in kb.of(kind).items():
            own = questions.get(f"{kind}/{name}", ())
            yield EntryRecord(
                kind=kind,
                id=name,
                title=plain(entry.title.shown(lang)[0], links),
                names=tuple(dict.fromkeys(_names(entry, lang))),
                phones=_phones(entry),
                lead=plain((entry.summary.get(lang) if entry.summary else None) or "", links),
                body=_body(publication, f"{kind}/{name}", lang, links),
                questions=tuple(_question(question, links, label) for question in own),
                label=label if publication.under_review(f"{kind}/{name}") else "",
            )


def _label(publication: Publication, lang: Language) -> str:
    strings = publication.strings(lang)
    return f"{strings['mark.under-review']} {strings['under-review.label']}"


def _question(question: Question, links: Links, label: str) -> QuestionRecord:
    """Of a made answer the beginning is searched, since its entry says the rest."""
    most = _MADE[question.lang] if question.generated else None
    # Four times as much Markdown gives as many plain characters, whatever its links.
    answer = plain(question.answer[: most and 4 * most], links)[:most]
    return QuestionRecord(
        anchor=question.anchor,
        question=question.question,
        answer=answer,
        label=label if question.under_review else "",
    )


def _names(entry: Entry, lang: Language) -> Iterator[str]:
    bare = _BRACKETED.sub("", entry.title.shown(lang)[0]).strip()
    if bare and bare != entry.title.get(lang):
        yield bare
    yield from entry.also.get(lang)
    match entry:
        case Term():
            yield from (*entry.colloquial.get(lang), *entry.misspellings.get(lang))
        case Law():
            yield from filter(None, (entry.short.get(lang), entry.number))
        case Lender():
            yield from (former.name.shown(lang)[0] for former in entry.former_names)
        case _:
            yield from _phones(entry)


def _phones(entry: Entry) -> tuple[str, ...]:
    return tuple(phone.number for phone in entry.phones) if isinstance(entry, Channel) else ()


def _body(publication: Publication, ref: str, lang: Language, links: Links) -> str:
    """Everything an entry says in one language, without its title, summary and questions."""
    parts = [
        written
        for pointer, text in publication.kb.contents[ref].texts
        if _UNREAD.isdisjoint(pointer) and pointer[0] != "summary" and (written := text.get(lang))
    ]
    stop = "。" if lang == "zh" else "."
    ended = (part if part[-1] in _ENDS else part + stop for part in parts)
    return plain("\n".join(ended), links)
