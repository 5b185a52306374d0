"""One language's press: what all kinds of pages of that language are printed with."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from zhiquan.entries.kinds import KINDS
from zhiquan.pages.addresses import FAQ, home_address, index_address
from zhiquan.pages.answers import answer_environment
from zhiquan.pages.catalogue import Catalogue
from zhiquan.pages.edition import Edition
from zhiquan.pages.grouping import READING_ORDER, topics_of
from zhiquan.pages.layout import Layout
from zhiquan.pages.models import Models
from zhiquan.pages.page import Crumb, Heading
from zhiquan.pages.patterns import Pattern, load_patterns
from zhiquan.pages.relations import Relations
from zhiquan.pages.typesetting import Codes
from zhiquan.source.message import Language

_OPEN = '<h2 id="'
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Supplies:
    """What the presses of both languages share."""

    templates: Path
    """The folder that holds `pages/`, `faq/`, `search/` and `strings/`."""
    codes: Codes
    """Keeps the compiled templates."""
    pdfs: bool
    """Whether there are PDFs for pages to link."""


class Press:
    """The edition, the questions and the templates of one language."""

    def __init__(
        self, relations: Relations, models: Models, lang: Language, supplies: Supplies
    ) -> None:
        self.relations = relations
        self.models = models
        self.kb = relations.kb
        self.lang = lang
        self.edition = Edition(self.kb, lang, supplies.templates)
        self._supplies = supplies
        self.layout = self._laid_out(self.edition)
        self.catalogue = Catalogue(models, self.edition, self._patterns(supplies.templates / "faq"))

    def _laid_out(self, edition: Edition) -> Layout:
        return Layout(
            edition,
            self._supplies.templates / "pages",
            under_review=self.relations.under_review,
            codes=self._supplies.codes,
            pdfs=self._supplies.pdfs,
        )

    def _patterns(self, folder: Path) -> dict[str, tuple[Pattern, ...]]:
        environment = answer_environment(self.edition, self._supplies.codes)
        return {kind: load_patterns(folder, kind, self.lang, environment) for kind in KINDS}

    def render(self, template: str, **values: Any) -> str:
        """The body of a page."""
        return self.layout.render(template, **values)

    def part(self, title: str, part: int) -> str:
        """The title of a numbered page; the first one has no number."""
        return title if part == 1 else title + self.edition.strings("index.part", n=part)

    def crumbs(self, *steps: Crumb) -> tuple[Crumb, ...]:
        """The way to a page: home, then the steps."""
        home = Crumb(self.edition.strings("site.home"), home_address(self.lang))
        return (home, *steps)

    def section_crumb(self, section: str) -> Crumb:
        """The step that leads to the index of a section."""
        return Crumb(self.edition.strings(f"index.{section}"), index_address(section, self.lang))

    @cached_property
    def layout_one_deep(self) -> Layout:
        """The templates for pages right below the root of their language."""
        edition = Edition(self.kb, self.lang, self._supplies.templates, prefix="")
        return self._laid_out(edition)

    def home(self) -> str:
        """The situations and the kinds of entry, for the home page of the language."""
        counts = [(kind, len(self.kb.of(kind))) for kind in READING_ORDER if kind != "topics"]
        return self.layout_one_deep.render(
            "home.html",
            topics=topics_of(self.kb),
            counts=[*counts, (FAQ, len(self.catalogue.all()))],
        )


def headings(body: str) -> tuple[Heading, ...]:
    """The second-level headings of a body that have an anchor, as plain text."""
    found = []
    start = body.find(_OPEN)
    while start >= 0:
        end = body.index("</h2>", start)
        found.append(_heading(body[start + len(_OPEN) : end]))
        start = body.find(_OPEN, end)
    return tuple(found)


@lru_cache(maxsize=1000)
def _heading(start: str) -> Heading:
    """A heading from what stands between the quotation mark of its id and its end tag."""
    anchor, _, rest = start.partition('"')
    return Heading(anchor, unescape(_TAG.sub("", rest.partition(">")[2])))
