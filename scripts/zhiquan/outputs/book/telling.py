"""An entry as data for Typst: every field that is printed, in one language.

The fields are walked as the models declare them, so a new field arrives here without a change and
only the template has to print it. Texts become nodes, days words, sources their numbers in the
entry's list of sources; what is empty is left out.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from zhiquan.entries.channel import Timer
from zhiquan.entries.limit import Version
from zhiquan.entries.provenance import Source
from zhiquan.entries.rule import Example
from zhiquan.entries.text import Text, Words
from zhiquan.knowledge.trust import authority, level
from zhiquan.outputs.book.nodes import Node, Nodes
from zhiquan.pages.edition import Edition
from zhiquan.pages.model import EntryModel
from zhiquan.pages.values import value_of

Data = dict[str, Any]

NOT_PRINTED = frozenset(
    {"misspellings", "waivers", "questions", "review", "volatility", "topics", "pictures"}
)
"""Fields for search and for editors, and those that every entry prints in its own way."""

PROSE = frozenset(
    (
        "answer",
        "about",
        "before",
        "consequence",
        "definition",
        "do",
        "outcome",
        "rule",
        "says",
        "text",
    )
)
"""Fields that may have paragraphs, lists and tables."""


class Telling:
    """Tells entries to the templates of one language's books."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.strings = edition.strings
        self.nodes = Nodes(edition.links)
        self._more: Mapping[type[BaseModel], Callable[[Any], Data]] = {
            Version: self._version,
            Timer: self._timer,
            Example: self._example,
        }

    def fields(self, of: BaseModel, model: EntryModel[Any]) -> Data:
        """The fields of an entry or of a part of it.

        Args:
            of: the entry or the part.
            model: the entry whose sources are numbered.
        """
        told = {
            info.alias or name: self.value(getattr(of, name), model, is_prose=name in PROSE)
            for name, info in type(of).model_fields.items()
            if name not in NOT_PRINTED
        }
        more = self._more.get(type(of))
        return {key: one for key, one in told.items() if one not in (None, [], {})} | (
            more(of) if more else {}
        )

    def value(  # noqa: PLR0911  # one per type
        self, value: Any, model: EntryModel[Any], *, is_prose: bool = False
    ) -> Any:
        """One value of any field."""
        match value:
            case Text():
                return self.nodes.text(value, is_prose=is_prose)
            case Words():
                return list(value.get(self.edition.lang))
            case dt.date():
                return self.strings.date(value)
            case Decimal():
                return f"{value:,}"
            case (Source(), *_):
                return self.cited(value, model)
            case tuple():
                return [self.value(one, model) for one in value]
            case BaseModel():
                return self.fields(value, model)
            case _:
                return value

    def cited(self, sources: tuple[Source, ...], model: EntryModel[Any]) -> Data:
        """The sources of one claim: their numbers in the entry's list, and the best level."""
        return {"numbers": model.sources.numbers(sources), "level": level(sources)}

    def source(self, source: Source) -> Data:
        """One source of an entry's list."""
        check = source.verified
        told: Data = {
            "cited": self.nodes.phrase(self.edition.citations(source), self.edition.lang),
            "authority": authority(source, self.edition.kb),
            "level": check.level,
            "copy": check.copy_read,
            "on": self.strings.date(check.on),
        }
        if check.confidence != "high":
            told["confidence"] = check.confidence
        if source.note:
            told["note"] = self.nodes.text(source.note)
        if source.report and source.report.url:
            told["url"] = source.report.url
        return told

    def refs(self, refs: Any) -> list[Node]:
        """References to entries by their titles."""
        return [self.nodes.ref(ref) for ref in refs]

    def _version(self, version: Version) -> Data:
        """The value of its check, on its first day or, where it is in force, today."""
        kb = self.edition.kb
        ended = version.to is not None and version.to <= kb.today
        on = version.from_ if ended else max(kb.today, version.from_)
        value = value_of(version, on, kb, self.edition.lang)
        told: Data = {"value": value} if value else {}
        if version.to:
            told["last"] = self.strings.date(version.to - dt.timedelta(days=1))
        return told

    def _timer(self, timer: Timer) -> Data:
        return {"duration": self.strings.count(f"unit.{timer.unit}", timer.days)}

    def _example(self, example: Example) -> Data:
        words = self.edition.facts
        given = [[words.name(fact), words.value(fact, one)] for fact, one in example.given.items()]
        return {"given": given}
