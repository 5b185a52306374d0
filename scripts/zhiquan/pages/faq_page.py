"""The questions about a topic and about a lender with their answers, and the index of all."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from zhiquan.pages.addresses import FAQ, alternate, faq_address, index_address
from zhiquan.pages.catalogue import Catalogue
from zhiquan.pages.grouping import ANSWERS_A_PAGE, QUESTIONS_A_PAGE, reading_order, topics_of
from zhiquan.pages.page import Crumb, Page
from zhiquan.pages.press import Press, headings
from zhiquan.pages.question import Question


class Section(NamedTuple):
    """Questions of one entry that stand on one page."""

    ref: str
    anchors: frozenset[str]

    @property
    def anchor(self) -> str:
        """Prefix of the anchors on a page with questions of many entries."""
        return self.ref.replace("/", "-")

    @property
    def kind(self) -> str:
        """The kind of the entry."""
        return self.ref.partition("/")[0]


class FaqPages:
    """Makes the question pages of one language."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def makers(self) -> Iterator[tuple[str, Callable[[], Page]]]:
        """Every address with what makes its page."""
        catalogue, lang = self._press.catalogue, self._press.lang
        parts = _parts(reading_order(self._press.kb, lang), catalogue, QUESTIONS_A_PAGE)
        hrefs = [index_address(FAQ, lang, part) for part in range(1, len(parts) + 1)]
        for part, address in enumerate(hrefs, start=1):
            yield address, partial(self._index, part, parts, hrefs)
        for ref in self._subjects():
            parts, hrefs = self._planned(ref)
            for part, address in enumerate(hrefs, start=1):
                yield address, partial(self._subject, ref, part, parts, hrefs)

    def answering(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Every page with answers, and the refs of the entries whose answers stand on it."""
        for ref in self._subjects():
            for sections, address in zip(*self._planned(ref), strict=True):
                yield address, frozenset(section.ref for section in sections)

    def _planned(self, ref: str) -> tuple[list[list[Section]], list[str]]:
        """What stands on each page about a topic or lender, and the addresses of the pages."""
        parts = _parts(self._about(ref), self._press.catalogue, ANSWERS_A_PAGE)
        numbers = range(1, len(parts) + 1)
        return parts, [faq_address(ref, self._press.lang, part) for part in numbers]

    def _subjects(self) -> Iterator[str]:
        """Refs of the topics in their order, then of the lenders."""
        yield from topics_of(self._press.kb)
        for name in self._press.kb.lenders:
            yield f"lenders/{name}"

    def _about(self, ref: str) -> Iterable[str]:
        """A topic and what belongs to it, or a lender and the practices reported of it."""
        return dict.fromkeys((ref, *self._press.relations.about(ref)))

    def _subject(self, ref: str, part: int, parts: list[list[Section]], hrefs: list[str]) -> Page:
        """A page of answers; its end names the questions of the next page.

        Their anchors stand there too, so that a link made when a page held more still arrives.
        """
        press = self._press
        shown, coming = (*parts, [])[part - 1 : part + 1]
        strings, name = press.edition.strings, press.edition.links.title(ref)
        title = press.part(strings(f"faq.title-{ref.partition('/')[0]}", name=name), part)
        body = press.render(
            "faq.html",
            title=title,
            ref=ref,
            groups=self._asked(shown),
            following=self._asked(coming),
            part=part,
            parts=_names(hrefs),
        )
        crumbs = press.crumbs(press.section_crumb(FAQ), Crumb(title, None))
        page = self._page(hrefs[part - 1], title, body, crumbs)
        # No `questions`, which would be said once more in the head: the template marks them where
        # they stand, and these pages are the heaviest.
        return replace(page, description=strings("faq.description", name=name))

    def _index(self, part: int, parts: list[list[Section]], hrefs: list[str]) -> Page:
        press, subjects = self._press, tuple(self._subjects())
        kinds: dict[str, list[tuple[str, tuple[Question, ...]]]] = {}
        for section, questions in self._asked(parts[part - 1]):
            kinds.setdefault(section.kind, []).append((section.ref, questions))
        title = press.part(press.edition.strings["index.faq"], part)
        body = press.render(
            "faq_index.html",
            title=title,
            topics=[ref for ref in subjects if ref.startswith("topics/")],
            lenders=[ref for ref in subjects if ref.startswith("lenders/")],
            kinds=kinds,
            starts=_starts(parts, _names(hrefs)),
            part=part,
            parts=_names(hrefs),
        )
        return self._page(hrefs[part - 1], title, body, press.crumbs(Crumb(title, None)))

    def _asked(self, sections: list[Section]) -> list[tuple[Section, tuple[Question, ...]]]:
        return [(section, self._questions(section)) for section in sections]

    def _questions(self, section: Section) -> tuple[Question, ...]:
        found = self._press.catalogue.of(section.ref)
        return tuple(question for question in found if question.anchor in section.anchors)

    def _page(
        self,
        address: str,
        title: str,
        body: str,
        crumbs: tuple[Crumb, ...],
    ) -> Page:
        return Page(
            address=address,
            lang=self._press.lang,
            section=FAQ,
            title=title,
            description=self._press.edition.strings["index-lead.faq"],
            body=body,
            contents=headings(body),
            alternate=alternate(address),
            crumbs=crumbs,
        )


def _names(addresses: list[str]) -> list[str]:
    """The file names of pages in one folder, which link to each other by these."""
    return [address.rpartition("/")[2] for address in addresses]


def _starts(parts: list[list[Section]], names: list[str]) -> dict[str, str]:
    """By kind, in order: the file name of the first page with questions of it."""
    found: dict[str, str] = {}
    for sections, name in zip(parts, names, strict=True):
        for section in sections:
            found.setdefault(section.kind, name)
    return found


def _parts(refs: Iterable[str], catalogue: Catalogue, size: int) -> list[list[Section]]:
    """The questions of entries in order, cut into pages of at most `size`; at least one page."""
    parts: list[list[Section]] = [[]]
    room = size
    for ref in refs:
        anchors = [asked.anchor for asked in catalogue.asked.get(ref, ())]
        while anchors:
            if room == 0:
                parts.append([])
                room = size
            parts[-1].append(Section(ref, frozenset(anchors[:room])))
            room, anchors = room - min(room, len(anchors)), anchors[room:]
    return parts
