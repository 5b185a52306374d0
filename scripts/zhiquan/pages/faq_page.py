"""The questions about a topic and about a lender with their answers, and the index of all."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

from zhiquan.entries.kinds import KINDS
from zhiquan.pages.addresses import FAQ, alternate, faq_address, index_address, numbered
from zhiquan.pages.grouping import ANSWERS_A_PAGE, QUESTIONS_A_PAGE
from zhiquan.pages.page import Crumb, Page
from zhiquan.pages.press import Press, headings
from zhiquan.pages.question import Question

Parts = tuple[tuple[Question, ...], ...]


class FaqPages:
    """Makes the question pages of one language."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def makers(self) -> Iterator[tuple[str, Callable[[], Page]]]:
        """Every address with what makes its page."""
        lang = self._press.lang
        for part, parts in _numbered(self._press.catalogue.all(), QUESTIONS_A_PAGE):
            yield index_address(FAQ, lang, part), partial(self._index, part, parts)
        for ref in self._subjects():
            for part, parts in _numbered(self._about(ref), ANSWERS_A_PAGE):
                yield faq_address(ref, lang, part), partial(self._subject, ref, part, parts)

    def _subjects(self) -> Iterator[str]:
        """Refs of the topics in their order, then of the lenders."""
        kb = self._press.kb
        for name in sorted(kb.topics, key=lambda name: (kb.topics[name].order, name)):
            yield f"topics/{name}"
        for name in kb.lenders:
            yield f"lenders/{name}"

    def _about(self, ref: str) -> tuple[Question, ...]:
        """The questions of a topic and of what belongs to it, or of a lender and its practices."""
        refs = dict.fromkeys((ref, *self._press.relations.about(ref)))
        return tuple(question for one in refs for question in self._press.catalogue.of(one))

    def _subject(self, ref: str, part: int, parts: Parts) -> Page:
        press = self._press
        name = press.edition.links.title(ref)
        title = press.edition.strings(f"faq.title-{ref.partition('/')[0]}", name=name)
        body = press.render(
            "faq.html",
            title=title,
            ref=ref,
            groups=[
                {"anchor": one.replace("/", "-"), "ref": one, "questions": tuple(questions)}
                for one, questions in groupby(parts[part - 1], lambda question: question.entry)
            ],
            part=part,
            parts=len(parts),
            part_href=lambda number: faq_address(ref, press.lang, number).rpartition("/")[2],
        )
        return self._page(faq_address(ref, press.lang, part), title, body, parts[part - 1])

    def _index(self, part: int, parts: Parts) -> Page:
        press, strings = self._press, self._press.edition.strings
        subjects = tuple(self._subjects())
        body = press.render(
            "faq_index.html",
            topics=[ref for ref in subjects if ref.startswith("topics/")],
            lenders=[ref for ref in subjects if ref.startswith("lenders/")],
            groups=[
                {
                    "anchor": kind,
                    "title": strings(f"index.{kind}"),
                    "entries": [
                        (ref, tuple(some)) for ref, some in _by_entry(parts[part - 1], kind)
                    ],
                }
                for kind in KINDS
            ],
            part=part,
            parts=len(parts),
            part_href=lambda number: numbered("index", number) + ".html",
        )
        return self._page(index_address(FAQ, press.lang, part), strings("index.faq"), body, ())

    def _page(self, address: str, title: str, body: str, questions: tuple[Question, ...]) -> Page:
        press = self._press
        trail = () if title == press.edition.strings("index.faq") else (press.section_crumb(FAQ),)
        return Page(
            address=address,
            lang=press.lang,
            section=FAQ,
            title=title,
            description=press.edition.strings("index-lead.faq"),
            body=body,
            contents=headings(body),
            alternate=alternate(address),
            crumbs=press.crumbs(*trail, Crumb(title, None)),
            questions=questions,
        )


def _numbered(questions: tuple[Question, ...], size: int) -> Iterator[tuple[int, Parts]]:
    starts = range(0, max(len(questions), 1), size)
    parts = tuple(questions[start : start + size] for start in starts)
    for part in range(1, len(parts) + 1):
        yield part, parts


def _by_entry(
    questions: tuple[Question, ...], kind: str
) -> Iterator[tuple[str, Iterator[Question]]]:
    of_kind = (question for question in questions if question.entry.startswith(f"{kind}/"))
    return groupby(of_kind, lambda question: question.entry)
