"""One language's edition: its words, its links and its templates, for pages of one depth."""

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from zhiquan.entries.provenance import Source
from zhiquan.entries.text import Text
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.pages.addresses import UP, book_address, faq_address
from zhiquan.pages.citations import Citations
from zhiquan.pages.facts import FactWords
from zhiquan.pages.links import Links
from zhiquan.pages.markdown import Markdown, unfold
from zhiquan.pages.markup import finished
from zhiquan.pages.plain import plain
from zhiquan.pages.strings import Strings
from zhiquan.source.message import Language

_HAN = re.compile("[\u4e00-\u9fff]")


class Edition:
    """Turns texts, dates, sources and refs into what a reader of one language sees.

    Args:
        kb: The entries that links lead to.
        lang: The reader's language.
        templates: The folder that holds `pages/` and `strings/`.
        prefix: Leads from the pages to the root of their language.
    """

    def __init__(
        self, kb: KnowledgeBase, lang: Language, templates: Path, *, prefix: str = UP
    ) -> None:
        self.kb = kb
        self.lang = lang
        self.strings = Strings.load(templates / "strings", lang)
        self.links = Links(kb, lang, prefix)
        self.citations = Citations(kb, self.strings)
        self.facts = FactWords(kb, self.strings)
        self._markdown = Markdown(self.links.resolve)
        self._cited: dict[str, Markup] = {}
        self._days: dict[dt.date, Markup] = {}
        self._plain: dict[str, str] = {}

    def prose(self, text: Text) -> Markup:
        """A text as paragraphs; one that is missing in this language is labelled as such."""
        shown, lang = text.shown(self.lang)
        body = self.block(shown, lang)
        if lang == self.lang:
            return finished(body)
        notice = self.strings(f"untranslated.{lang}")
        return finished(
            f'<div class="zq-other" lang="{lang}"><p class="zq-untranslated" lang="{self.lang}">'
            f"{notice}</p>{body}</div>"
        )

    def phrase(self, text: Text) -> Markup:
        """A text as a phrase inside a sentence, a cell or a list item."""
        shown, lang = text.shown(self.lang)
        body = self._markdown.inline(unfold(shown) if lang == "zh" else shown)
        if lang == self.lang:
            return finished(body)
        notice = self.strings(f"untranslated.{lang}")
        return finished(
            f'<span class="zq-other" lang="{lang}">{body}</span>'
            f' <small class="zq-untranslated">{notice}</small>'
        )

    def items(self, texts: Iterable[Text]) -> Markup:
        """Texts as the items of a list."""
        made = "\n".join(f"<li>{self.phrase(text)}</li>" for text in texts)
        return finished(made)

    def foreign(self, text: Text) -> Markup:
        """A `lang` attribute for a text that is shown in the other language."""
        _, lang = text.shown(self.lang)
        return Markup("") if lang == self.lang else Markup(' lang="{}"').format(lang)

    def handbook_href(self, ref: str) -> str:
        """The relative address of the handbook of a topic; of the whole book for an empty ref."""
        return f"{self.links.prefix}{UP}" + book_address(self.lang, ref.partition("/")[2] or None)

    def faq_href(self, ref: str) -> str:
        """The relative address of the questions about a topic or lender."""
        return self.links.prefix + faq_address(ref, self.lang).partition("/")[2]

    def block(self, markdown: str, lang: Language) -> str:
        """Markdown of one language, as an editor folded its lines, as HTML."""
        return self._markdown.block(unfold(markdown) if lang == "zh" else markdown)

    def unfolded_block(self, markdown: str) -> str:
        """Markdown that was made here, so that no line of it is folded, as HTML."""
        return self._markdown.block(markdown)

    def inline(self, markdown: str) -> Markup:
        """Markdown of this language as a phrase."""
        made = self._markdown.inline(unfold(markdown) if self.lang == "zh" else markdown)
        return Markup(made)  # noqa: S704  # Markdown has escaped it

    def plain(self, text: Text) -> str:
        """A text without marks, its links as their words."""
        shown = text.shown(self.lang)[0]
        found = self._plain.get(shown)
        if found is None:
            found = self._plain[shown] = plain(shown, self.links)
        return found

    def day(self, day: dt.date) -> Markup:
        """A date that machines can read too."""
        found = self._days.get(day)
        if found is None:
            written = f'<time datetime="{day.isoformat()}">{self.strings.date(day)}</time>'
            found = self._days[day] = finished(written)
        return found

    def link(self, ref: str) -> Markup:
        """A link to an entry by its title."""
        return self.links.link(ref)

    def own(self, text: str) -> Markup:
        """A text that is not translated, marked where it is Chinese on an English page."""
        if self.lang == "en" and _HAN.search(text):
            return Markup('<span lang="zh">{}</span>').format(text)
        return Markup.escape(text)

    def cited(self, source: Source) -> Markup:
        """A source by name, e.g. a link to the law and its article."""
        name = self.citations(source)
        found = self._cited.get(name)
        if found is None:
            found = self._cited[name] = finished(self._markdown.inline(name))
        return found
