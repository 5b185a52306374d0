"""What the small templates of questions and answers can say: Markdown in one language."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, StrictUndefined

from zhiquan.entries.limit import Version
from zhiquan.entries.provenance import Level, Source
from zhiquan.entries.text import Text
from zhiquan.knowledge.trust import level
from zhiquan.pages.edition import Edition
from zhiquan.pages.markdown import unfold
from zhiquan.pages.phones import is_verified
from zhiquan.pages.typesetting import Codes, DirectEnvironment
from zhiquan.pages.values import measured_by, value_of

_ENDED = re.compile(r"[。！？.!?…][”’」』\"')）]*$|[：:]$")
_INNER = {"“": "‘", "”": "’", "《": "〈", "》": "〉"}
_POINTED = re.compile(r"[，：；。？！“”（）《》:;,.?!()]")
_ASIDE = re.compile(r"(?<!\s)\s*[（(][^（）()]*[）)]$|, as (?:reported|passed on) by the press$")
_REPORT = re.compile(r"报道|\breport")
_COMPANY = re.compile(r"公司称|The company said")
_CASE = re.compile(r"^(.+)；([^；。，]{1,8}的)$")
_TO_INNER = str.maketrans(_INNER)


class UntranslatedError(LookupError):
    """An answer needs a text that has not been written in its language."""


class Words:
    """Prints parts of entries as Markdown of one language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._strings = edition.strings
        self._lang = edition.lang
        self._cited: dict[tuple[int, ...], str] = {}

    def text(self, value: Any) -> Any:
        """A text in this language; everything else as it is.

        Raises:
            UntranslatedError: The text has not been written in this language.
        """
        if value.__class__ is str or not isinstance(value, Text):
            return value
        own = value.get(self._lang)
        if not own:
            raise UntranslatedError
        return unfold(own) if self._lang == "zh" else own

    def sentence(self, value: Any) -> str:
        """A text that ends like a sentence."""
        said = str(self.text(value)).rstrip()
        return said if _ENDED.search(said) else said + self._strings["faq.stop"]

    def bullets(self, items: Iterable[Text]) -> str:
        """Texts as a list."""
        return "\n".join(f"- {self.line(item)}" for item in items)

    def steps(self, items: Iterable[Text], first: int = 1) -> str:
        """Texts as a numbered list."""
        return "\n".join(f"{n}. {self.line(item)}" for n, item in enumerate(items, start=first))

    def line(self, item: Text) -> str:
        """A text on one line."""
        return " ".join(str(self.text(item)).split("\n"))

    def cited(self, sources: tuple[Source, ...]) -> str:
        """Sources by name with the article, each once, and how well each was verified.

        Several answers about an entry name the same sources, so the words are kept; the sources
        live as long as the knowledge base, which keeps their identity good as a key.
        """
        key = tuple(map(id, sources))
        found = self._cited.get(key)
        if found is None:
            named: dict[Level, dict[str, None]] = {}
            for source in sources:
                names = named.setdefault(source.verified.level, {})
                names[self._edition.citations(source)] = None
            semicolon = self._strings["list.semicolon"]
            found = self._cited[key] = semicolon.join(
                self._strings(
                    "faq.cited",
                    sources=semicolon.join(names),
                    level=self._strings[f"faq.level.{level}"],
                )
                for level, names in named.items()
            )
        return found

    def speaker(self, by: Text, says: Text) -> str:
        """Who found or said something, without how it became known, which its source tells.

        Empty where the words themselves say it.
        """
        named = _ASIDE.sub("", self.line(by))
        said = self.line(says)
        told = named in said or _REPORT.search(named) or _COMPANY.match(said)
        return "" if told else named

    def quoted(self, title: Text) -> str:
        """A title in quotation marks; one that has some already gets no more."""
        bare = str(self.text(title))
        return bare if "“" in bare else f"“{bare}”"

    def named(self, title: Text) -> str:
        """A title that begins or continues a question: in quotation marks only where it must."""
        bare = str(self.text(title))
        return self.quoted(title) if _POINTED.search(bare) else bare

    def booked(self, title: Text) -> str:
        """The title of a law: 《民法典》 in Chinese, in quotation marks in English."""
        if self._lang == "en":
            return self.quoted(title)
        return f"《{str(self.text(title)).translate(_TO_INNER)}》"

    def parties(self, parties: Iterable[str]) -> str:
        """Who is bound or protected, by name."""
        return self._strings.listed(self._strings[f"party.{one}"] for one in parties)


def case_first(what: str) -> str:
    """What must happen, with the case for which it holds before it: “答复你；简单的” is turned."""
    return _CASE.sub(r"\2，\1", what)


def answer_environment(edition: Edition, codes: Codes) -> Environment:
    """Templates of questions and answers for the language of an edition; `codes` keeps them."""
    words, strings, kb = Words(edition), edition.strings, edition.kb

    def value(version: Version, on: dt.date | None = None) -> str | None:
        return value_of(version, on or kb.today, kb, edition.lang)

    def measure(version: Version, title: Text) -> str:
        name = measured_by(version, title, kb, edition.lang)
        return name + strings["list.colon"] if name else ""

    made = DirectEnvironment(  # it makes Markdown, which is escaped when it becomes HTML
        codes=codes,
        undefined=StrictUndefined,
        finalize=words.text,
        lstrip_blocks=True,
    )
    made.filters |= {
        "sentence": words.sentence,
        "bullets": words.bullets,
        "steps": words.steps,
        "line": words.line,
        "cited": words.cited,
        "speaker": words.speaker,
        "quoted": words.quoted,
        "named": words.named,
        "booked": words.booked,
        "parties": words.parties,
        "day": strings.date,
        "duration": lambda timer: strings.count(f"unit.{timer.unit}", timer.days),
        "value": value,
        "measure": measure,
        "verified": lambda phone, channel: is_verified(phone, channel, kb),
        "case_first": case_first,
        "unverified": lambda sources: level(sources) == "unverified",
    }
    made.globals |= {"t": strings, "kb": kb, "entry": edition.links.entry}
    return made
