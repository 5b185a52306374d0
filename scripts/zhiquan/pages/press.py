"""One language's press: what all kinds of pages of that language are printed with."""

import re
from html import unescape
from pathlib import Path
from typing import Any

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.scalars import Language
from zhiquan.pages.addresses import FAQ, index_address
from zhiquan.pages.catalogue import Catalogue
from zhiquan.pages.edition import Edition
from zhiquan.pages.page import Crumb, Heading
from zhiquan.pages.patterns import load_patterns
from zhiquan.pages.relations import Relations

_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>')
_TAG = re.compile(r"<[^>]*>")


class Press:
    """The edition, the questions and the templates of one language."""

    def __init__(self, relations: Relations, lang: Language, templates: Path) -> None:
        self.relations = relations
        self.kb = relations.kb
        self.lang = lang
        self.edition = Edition(self.kb, lang, templates)
        patterns = {kind: load_patterns(templates / "faq", kind, self.edition) for kind in KINDS}
        self.catalogue = Catalogue(relations, self.edition, patterns)
        self._templates = templates

    def render(self, template: str, **values: Any) -> str:
        """The body of a page."""
        return self.edition.pages.get_template(template).render(values)

    def crumbs(self, *steps: Crumb) -> tuple[Crumb, ...]:
        """The way to a page: home, then the steps."""
        home = Crumb(self.edition.strings("site.home"), f"{self.lang}/index.html")
        return (home, *steps)

    def section_crumb(self, section: str) -> Crumb:
        """The step that leads to the index of a section."""
        return Crumb(self.edition.strings(f"index.{section}"), index_address(section, self.lang))

    def home(self) -> str:
        """The situations and the kinds of entry, for the home page of the language."""
        edition = Edition(self.kb, self.lang, self._templates, prefix="")
        topics = sorted(self.kb.topics, key=lambda name: (self.kb.topics[name].order, name))
        counts = [(kind, len(self.kb.of(kind))) for kind in KINDS]
        return edition.pages.get_template("home.html").render(
            topics=[f"topics/{name}" for name in topics],
            counts=[*counts, (FAQ, len(self.catalogue.all()))],
        )


def headings(body: str) -> tuple[Heading, ...]:
    """The second-level headings of a body that have an anchor, as plain text."""
    return tuple(
        Heading(anchor, unescape(_TAG.sub("", inner))) for anchor, inner in _HEADING.findall(body)
    )
