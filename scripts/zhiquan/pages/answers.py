"""What the small templates of questions and answers can say: Markdown in one language."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, StrictUndefined

from zhiquan.entries.provenance import Source
from zhiquan.entries.text import Text
from zhiquan.knowledge.trust import level
from zhiquan.pages.edition import Edition
from zhiquan.pages.markdown import unfold
from zhiquan.pages.values import value_of

_ENDED = re.compile(r"[。！？.!?…][”’」』\"')）]*$|[：:]$")


class UntranslatedError(LookupError):
    """An answer needs a text that has not been written in its language."""


class Words:
    """Prints parts of entries as Markdown of one language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._lang = edition.lang

    def text(self, value: Any) -> Any:
        """A text in this language; everything else as it is.

        Raises:
            UntranslatedError: The text has not been written in this language.
        """
        if not isinstance(value, Text):
            return value
        own = value.get(self._lang)
        if not own:
            raise UntranslatedError
        return unfold(own) if self._lang == "zh" else own

    def sentence(self, value: Any) -> str:
        """A text that ends like a sentence."""
        said = str(self.text(value)).rstrip()
        if _ENDED.search(said):
            return said
        return said + ("。" if self._lang == "zh" else ".")

    def bullets(self, items: Iterable[Text]) -> str:
        """Texts as a list."""
        return "\n".join(f"- {self._line(item)}" for item in items)

    def steps(self, items: Iterable[Text]) -> str:
        """Texts as a numbered list."""
        return "\n".join(f"{n}. {self._line(item)}" for n, item in enumerate(items, start=1))

    def _line(self, item: Text) -> str:
        return " ".join(str(self.text(item)).split("\n"))

    def cited(self, sources: Iterable[Source]) -> str:
        """Sources by name with the article, each once, and how far they were verified."""
        sources = tuple(sources)
        named = dict.fromkeys(map(self._edition.citations, sources))
        semicolon = self._edition.strings("list.semicolon")
        return self._edition.strings(
            "faq.cited",
            sources=semicolon.join(named),
            level=self._edition.strings(f"level.{level(sources)}"),
        )

    def link(self, ref: str) -> str:
        """A `[[link]]` to an entry."""
        return f"[[{ref}]]"

    def listed(self, words: Iterable[str]) -> str:
        """Words with the comma of the language between them."""
        return self._edition.strings("list.comma").join(words)


def answer_environment(edition: Edition) -> Environment:
    """Templates of questions and answers for the language of an edition."""
    words, strings, kb = Words(edition), edition.strings, edition.kb

    def value(version: Any, on: dt.date | None = None) -> str | None:
        return value_of(version, on or kb.today, kb, edition.lang)

    made = Environment(  # noqa: S701  # it makes Markdown, which is escaped when it becomes HTML
        undefined=StrictUndefined,
        finalize=words.text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "sentence": words.sentence,
        "bullets": words.bullets,
        "steps": words.steps,
        "cited": words.cited,
        "link": words.link,
        "listed": words.listed,
        "day": strings.date,
        "value": value,
        "title": edition.links.title,
    }
    made.globals |= {"t": strings, "kb": kb, "entry": edition.links.entry, "fact": edition.facts}
    return made
