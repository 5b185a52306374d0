"""Entries of every kind as their templates in `templates/book` print them."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from zhiquan.entries.channel import Channel
from zhiquan.entries.limit import Version
from zhiquan.knowledge.trust import level
from zhiquan.outputs.book.entry_frame import EntryFrame
from zhiquan.outputs.book.nodes import Node
from zhiquan.outputs.book.telling import Data, Telling
from zhiquan.pages.model import EntryModel
from zhiquan.pages.phones import is_verified
from zhiquan.pages.press import Press
from zhiquan.pages.values import value_of


class EntryData:
    """Makes the data of entries in one language, each once."""

    def __init__(self, press: Press) -> None:
        self.press = press
        self.telling = Telling(press.edition)
        self._frame = EntryFrame(press, self.telling)
        self._made: dict[str, Data] = {}
        self._more: Mapping[str, Callable[[Any], Data]] = {
            "topics": self._topic,
            "practices": self._practice,
            "limits": self._limit,
            "channels": self._channel,
            "lenders": self._lender,
            "laws": self._law,
            "terms": self._term,
        }

    def model(self, ref: str) -> EntryModel[Any]:
        """The page model of an entry."""
        return self.press.models.of(ref)

    def of(self, ref: str) -> Data:
        """Everything that is printed of an entry."""
        if ref not in self._made:
            model = self.model(ref)
            self._made[ref] = (
                self.telling.fields(model.entry, model)
                | self._frame.of(model)
                | self._more[ref.partition("/")[0]](model)
            )
        return self._made[ref]

    def _topic(self, model: Any) -> Data:
        return {
            "practices": self._with_verdicts(model.practices),
            "limits": self._with_values(model.limits),
            "channels": [self._stop(ref) for ref in model.channels],
        }

    def _practice(self, model: Any) -> Data:
        telling = self.telling
        told = {"steps": [], **telling.fields(model.entry, model)}
        told.pop("see", None)
        for step, written in zip(told["steps"], model.entry.steps, strict=True):
            step["limits"] = self._rules(written.limits)
        for case, written in zip(told.get("cases", ()), model.entry.cases, strict=True):
            case["lender"] = (
                telling.nodes.ref(f"lenders/{written.lender}") if written.lender else None
            )
        stops = [self._stop(ref, telling.nodes.text(when)) for ref, when in model.stops]
        records = [
            telling.fields(one.item, model) | {"lender": telling.nodes.ref(one.lender)}
            for one in model.records
        ]
        return {
            **told,
            "channels": stops,
            "records": records,
            "limits": self._rules(model.entry.limits),
        }

    def _limit(self, model: Any) -> Data:
        telling, today = self.telling, self.press.kb.today

        def told(versions: Any) -> list[Data]:
            return [telling.fields(version, model) for version in versions]

        def ended(version: Version) -> bool:
            return version.to is not None and version.to <= today

        newest_first = sorted(model.entry.versions, key=lambda one: one.from_, reverse=True)
        return {
            "now": telling.fields(model.today, model) if model.today else None,
            "announced": told(model.announced),
            "past": told(filter(ended, newest_first)),
            "practices": telling.refs(model.practices),
            "gaps": [
                telling.fields(gap, model)
                | {"last": telling.strings.date(gap.to - dt.timedelta(days=1))}
                for gap in model.entry.gaps
            ],
        }

    def _channel(self, model: Any) -> Data:
        telling = self.telling
        return {
            "phones": self._phones(model.entry),
            "next": telling.refs(model.next),
            "practices": telling.refs(model.practices),
        }

    def _lender(self, model: Any) -> Data:
        telling = self.telling
        cases = [
            telling.fields(case, self.model(ref)) | {"practice": telling.nodes.ref(ref)}
            for ref, case in self.press.relations.cases_of_lender.get(model.id, ())
        ]
        told = telling.fields(model.entry, model)
        told.pop("see", None)
        for item, written in zip(told.get("record", ()), model.entry.record, strict=True):
            item["practices"] = telling.refs(f"practices/{name}" for name in written.practices)
        channels = [self._stop(ref) for ref in model.channels]
        return {**told, "cases": cases, "channels": channels}

    def _law(self, model: Any) -> Data:
        telling, citations = self.telling, self.press.edition.citations
        return {
            "state": model.state,
            "replaced_by": telling.nodes.ref(model.replaced_by) if model.replaced_by else None,
            "replaces": telling.refs(model.replaces),
            "checked": {
                "level": model.entry.verified.level,
                "copy": model.entry.verified.copy_read,
                "on": telling.strings.date(model.entry.verified.on),
            },
            "rests": [
                {
                    "article": citations.article(source) if article else "",
                    "refs": telling.refs(refs),
                }
                for article, (source, refs) in model.citations.items()
            ],
        }

    def _term(self, model: Any) -> Data:
        other = "en" if self.press.lang == "zh" else "zh"
        return {
            "used_in": self.telling.refs(model.used_in),
            "other": model.entry.title.get(other),
        }

    def _with_verdicts(self, refs: tuple[str, ...]) -> list[Data]:
        practices = self.press.kb.practices
        return [
            {
                "ref": self.telling.nodes.ref(ref),
                "verdict": practices[ref.partition("/")[2]].verdict,
            }
            for ref in refs
        ]

    def _with_values(self, refs: tuple[str, ...]) -> list[Data]:
        edition = self.press.edition
        models: list[Any] = [self.model(ref) for ref in refs]
        return [
            {
                "ref": self.telling.nodes.ref(model.ref),
                "value": value_of(model.today, edition.kb.today, edition.kb, edition.lang),
            }
            for model in models
        ]

    def _rules(self, names: tuple[str, ...]) -> list[Data]:
        """The limits that a verdict rests on, each with what it rests on in turn."""
        found = (f"limits/{name}" for name in names if name in self.press.kb.limits)
        return [self._rule(self.model(ref)) for ref in found]

    def _rule(self, model: Any) -> Data:
        cited, lang = self.press.edition.citations, self.press.lang
        sources = model.today.sources if model.today else ()
        return {
            "ref": self.telling.nodes.ref(model.ref),
            "sources": [self.telling.nodes.phrase(cited(source), lang) for source in sources],
            "level": level(sources),
        }

    def _stop(self, ref: str, when: Node | None = None) -> Data:
        """A channel as far as it is named in a list of them, with what to go there for."""
        told, channel = self.telling, self.press.kb.channels[ref.partition("/")[2]]
        return {
            "ref": told.nodes.ref(ref),
            "official": channel.official,
            "when": when or (told.nodes.text(channel.summary) if channel.summary else None),
            "phones": self._phones(channel),
            "timers": [
                {
                    "level": level(timer.sources),
                    "duration": told.strings.count(f"unit.{timer.unit}", timer.days),
                    "what": told.nodes.text(timer.what),
                }
                for timer in channel.timers
            ],
        }

    def _phones(self, channel: Channel) -> list[Data]:
        kb, text = self.press.kb, self.telling.nodes.text
        return [
            {"number": phone.number, "unchecked": not is_verified(phone, channel, kb)}
            | ({"hours": text(phone.hours)} if phone.hours else {})
            for phone in channel.phones
        ]
