"""The impact of a law as a report: claims, questions and pages that rest on it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.scalars import Kind
from zhiquan.entries.text import Text
from zhiquan.knowledge.impact import Impact, impact
from zhiquan.outputs.reports.outline import Item, Outline, Section
from zhiquan.pages.addresses import entry_address
from zhiquan.pages.publication import Publication
from zhiquan.pages.question import Question
from zhiquan.source.message import LANGUAGES, Language, Message, message, spoken

NAMES: dict[Kind, Message] = {
    "laws": message("laws"),
    "limits": message("limits"),
    "practices": message("practices"),
    "lenders": message("lenders"),
    "channels": message("channels"),
    "topics": message("topics"),
    "terms": message("terms"),
}
"""The kinds as an editor calls them."""


@dataclass(frozen=True, kw_only=True)
class ImpactReport:
    """Everything that a change of a law, or of one of its articles, reaches."""

    law: str
    """Id of the law."""
    article: str | None
    claims: tuple[Impact, ...]
    questions: tuple[Question, ...]
    """Each once, in the language asked for where it is asked in that."""
    pages: tuple[str, ...]
    """Addresses in both languages, that of the law itself among them."""


def gather(
    publication: Publication, law: str, article: str | None, *, lang: Language
) -> ImpactReport:
    """What rests on a law; the questions and pages follow from the claims."""
    claims = impact(publication.kb, publication.resting, law, article)
    reached = {one.claim for one in claims}
    refs = sorted({claim.partition("#")[0] for claim in reached})
    questions: dict[str, Question] = {}
    for tongue in sorted(LANGUAGES, key=lambda one: one != lang):
        for ref in refs:
            asked = publication.questions_of(ref, tongue)
            questions |= {one.id: one for one in asked if one.claim in reached} | questions
    return ImpactReport(
        law=law,
        article=article,
        claims=claims,
        questions=tuple(questions.values()),
        pages=_reached(publication, (f"laws/{law}", *refs), questions.values()),
    )


def _reached(
    publication: Publication, refs: Iterable[str], questions: Iterable[Question]
) -> tuple[str, ...]:
    """The pages of these entries, and those on which these questions are answered."""
    asked = {question.entry for question in questions}
    pages = {entry_address(ref, lang) for ref in refs for lang in LANGUAGES}
    for lang in LANGUAGES:
        answering = publication.answering(lang).items()
        pages |= {address for address, answered in answering if answered & asked}
    return tuple(sorted(pages))


def outline(report: ImpactReport, publication: Publication, lang: Language) -> Outline:
    """The report in words of one language."""

    def said(what: Message) -> str:
        return spoken(what, lang)

    law = publication.kb.laws[report.law]
    title = f"laws/{report.law}"
    if report.article:
        title = said(message("{law}, article {article}", law=title, article=report.article))
    sections = [*_claims(report, publication, lang), _questions(report, lang), _pages(report, lang)]
    total = message(
        "{entries} entries, {questions} questions and {pages} pages rest on it",
        entries=sum("#" not in one.claim for one in report.claims),
        questions=len(report.questions),
        pages=len(report.pages),
    )
    return Outline(title, (law.title.shown(lang)[0], said(total)), tuple(sections))


def as_json(report: ImpactReport, publication: Publication) -> str:
    """The report for programs."""
    claims = [
        {"title": _title(one.claim, publication).model_dump(exclude_none=True), **asdict(one)}
        for one in report.claims
    ]
    data = {
        "law": f"laws/{report.law}",
        "article": report.article,
        "claims": claims,
        "questions": [
            {"id": one.id, "lang": one.lang, "question": one.question} for one in report.questions
        ],
        "pages": report.pages,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _claims(report: ImpactReport, publication: Publication, lang: Language) -> Iterator[Section]:
    """The entries by kind, each with its title and the way it rests on the law."""
    entries = [one for one in report.claims if "#" not in one.claim]
    for kind in KINDS:
        of_kind = [one for one in entries if one.claim.startswith(f"{kind}/")]
        items = (
            Item(one.claim, f"{_title(one.claim, publication).shown(lang)[0]} {_way(one, lang)}")
            for one in of_kind
        )
        yield Section(f"{spoken(NAMES[kind], lang)} ({len(of_kind)})", tuple(items))


def _way(one: Impact, lang: Language) -> str:
    """How a claim rests on the law: by an article, through others, or both."""
    ways = []
    if named := [article for article in one.articles if article]:
        ways.append(message("article {article}", article=", ".join(named)))
    if "" in one.articles:
        ways.append(message("no article named"))
    if one.through:
        ways.append(message("through {claims}", claims=", ".join(one.through)))
    return f"({'; '.join(spoken(way, lang) for way in ways)})"


def _title(claim: str, publication: Publication) -> Text:
    """The title of an entry, or a question written in it."""
    ref, _, anchor = claim.partition("#q-")
    entry = publication.kb.find(ref)
    if entry is None:
        return Text(en=claim)
    asked = (question.question for question in entry.questions if question.id == anchor)
    return next(asked, entry.title)


def _questions(report: ImpactReport, lang: Language) -> Section:
    title = message("questions ({count})", count=len(report.questions))
    ways = {one.claim: _way(one, lang) for one in report.claims if "#" in one.claim}
    items = (
        Item(one.id, f"{one.question} {ways.get(one.claim, '')}".rstrip())
        for one in report.questions
    )
    return Section(spoken(title, lang), tuple(items))


def _pages(report: ImpactReport, lang: Language) -> Section:
    title = message("pages ({count})", count=len(report.pages))
    return Section(spoken(title, lang), tuple(Item(address) for address in report.pages))
