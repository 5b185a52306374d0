"""What stands in a book, in a handbook and on a card, in which order."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from typing import Any, Literal, get_args

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.scalars import Kind
from zhiquan.outputs.book.entry_data import EntryData
from zhiquan.outputs.book.letters import letter, order
from zhiquan.outputs.book.telling import Data
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.grouping import groups_of
from zhiquan.pages.press import Press
from zhiquan.pages.strings import Strings
from zhiquan.source.message import Language

Card = Literal["card-a6", "card-a4"]
Form = Literal["book", "handbook"] | Card
CARDS: tuple[Card, ...] = get_args(Card)

VERSION_LENGTH = 10
FULL = 1_000
"""Pages above which the book leaves the topics to the handbooks: Typst needs about 1 MiB a page."""

ENTRIES_A_PAGE = {"topics": 0.6, "practices": 0.5, "limits": 1.0, "channels": 1.2, "lenders": 0.7,
                  "laws": 3.0, "terms": 6.0}  # fmt: skip
"""Measured on the entries of this project, without front matter, rounded down."""


@dataclass(frozen=True)
class Title:
    """What a volume is, before anything of it is put together."""

    form: Form
    title: str
    lang: Language


@dataclass(frozen=True, kw_only=True)
class Volume:
    """One document to be set."""

    name: str
    """Of its file, without the ending: `handbook-sued-zh`."""
    form: Form
    title: str
    lang: Language
    data: Mapping[str, Any]

    @property
    def template(self) -> str:
        """Name of its template in `templates/book`."""
        return "card" if self.form.startswith("card") else "book"


class Volumes:
    """Puts the volumes of one language together."""

    def __init__(
        self,
        press: Press,
        words: Strings,
        settings: SiteSettings,
        *,
        full: int = FULL,
    ) -> None:
        """Prepares; nothing is put together yet.

        Args:
            press: the language's entries, strings and questions.
            words: the interface strings of the books alone.
            settings: for the address of the site.
            full: number of pages above which the book is split.
        """
        self._press = press
        self._words = words
        self._settings = settings
        self._full = full
        self.entries = EntryData(press)

    @property
    def topics(self) -> tuple[str, ...]:
        """Refs of the topics: the urgent one, then the others in their order."""
        known = self._press.kb.topics
        ordered = sorted(known, key=lambda name: (not known[name].urgent, known[name].order, name))
        return tuple(f"topics/{name}" for name in ordered)

    def makers(self) -> dict[str, Callable[[], Volume]]:
        """By name: how to put each volume together, in the order in which they are listed."""
        lang = self._press.lang
        made: dict[str, Callable[[], Volume]] = {f"zhiquan-{lang}": self.book}
        for ref in self.topics:
            made[f"handbook-{ref.partition('/')[2]}-{lang}"] = partial(self.handbook, ref)
        for form in CARDS if self.topics else ():
            made[f"card-{lang}-{form.removeprefix('card-')}"] = partial(self.card, form)
        return made

    def titles(self) -> dict[str, Title]:
        """By name, as `makers`: what each volume is."""
        press = self._press
        lang, title_of = press.lang, press.edition.links.title
        made = {f"zhiquan-{lang}": Title("book", self._words("title"), lang)}
        for ref in self.topics:
            title = self._words("handbook", name=title_of(ref))
            made[f"handbook-{ref.partition('/')[2]}-{lang}"] = Title("handbook", title, lang)
        for form in CARDS if self.topics else ():
            size = form.removeprefix("card-")
            made[f"card-{lang}-{size}"] = Title(form, title_of(self.topics[0]), lang)
        return made

    def book(self) -> Volume:
        """Everything; a book that would be too thick leaves the topics to the handbooks."""
        chapters = [
            self._topic(ref, [] if self.is_split else list(self._own(ref))) for ref in self.topics
        ]
        chapters += self._without_topic()
        for kind in ("channels", "lenders", "laws", "terms"):
            refs = self._grouped(kind)
            if kind == "terms":
                refs.sort(key=lambda ref: order(self.entries.of(ref)["name"]))
            chapters += self._chapter(kind, refs)
        return self._volume("book", f"zhiquan-{self._press.lang}", self._words("title"), chapters)

    def handbook(self, topic: str) -> Volume:
        """One situation with all that belongs to it, and what that rests on."""
        inside = [topic, *self._members(topic)]
        named = self._named(inside)
        chapters = [self._topic(topic, inside[1:])]
        for kind in ("channels", "laws", "terms"):
            chapters += self._chapter(kind, [ref for ref in named if ref.startswith(f"{kind}/")])
        title = self._words("handbook", name=self.entries.of(topic)["name"])
        name = f"handbook-{topic.partition('/')[2]}-{self._press.lang}"
        return self._volume("handbook", name, title, chapters)

    def card(self, form: Card) -> Volume:
        """The urgent situation on one page."""
        topic = self.topics[0]
        name = f"card-{self._press.lang}-{form.removeprefix('card-')}"
        chapters = [self._topic(topic, [])]
        return self._volume(form, name, self.entries.of(topic)["name"], chapters)

    @cached_property
    def is_split(self) -> bool:
        """Whether the book would have too many pages, as far as that is known beforehand."""
        kb = self._press.kb
        return sum(len(kb.of(kind)) / ENTRIES_A_PAGE[kind] for kind in KINDS) > self._full

    @cached_property
    def _home(self) -> Mapping[str, str]:
        """By ref: the first topic that it belongs to; there it is printed."""
        found: dict[str, str] = {}
        for topic in self.topics:
            for ref in self._members(topic):
                found.setdefault(ref, topic)
        return found

    def _members(self, topic: str) -> tuple[str, ...]:
        """Refs of the practices and limits of a topic, in the order in which they are needed."""
        model: Any = self.entries.model(topic)
        return (*model.practices, *model.limits)

    def _own(self, topic: str) -> Iterator[str]:
        return (ref for ref in self._members(topic) if self._home[ref] == topic)

    def _named(self, refs: Iterable[str]) -> tuple[str, ...]:
        """Sorted refs of all that these entries name, and of the laws that they rest on."""
        contents = self._press.kb.contents
        found: set[str] = set()
        for ref in refs:
            found |= contents[ref].targets()
        return tuple(sorted(ref for ref in found if self._press.kb.find(ref)))

    def _topic(self, ref: str, printed: list[str]) -> Data:
        title = self.entries.of(ref)["name"]
        return {"kind": "topic", "title": title, "refs": [ref, *printed]}

    def _without_topic(self) -> Iterator[Data]:
        """The practices and limits that no situation holds."""
        for kind in ("practices", "limits"):
            refs = [ref for ref in self._grouped(kind) if ref not in self._home]
            yield from self._chapter(kind, refs)

    def _grouped(self, kind: Kind) -> list[str]:
        groups = groups_of(kind, self._press.kb, self._press.lang)
        return [ref for group in groups for ref in group.refs]

    def _chapter(self, kind: str, refs: list[str]) -> list[Data]:
        """A chapter of entries of one kind; none where there are none."""
        title = self._press.edition.strings(f"index.{kind}")
        return [{"kind": kind, "title": title, "refs": refs}] if refs else []

    def _volume(self, form: Form, name: str, title: str, chapters: list[Data]) -> Volume:
        strings, kb = self._press.edition.strings, self._press.kb
        refs = [ref for chapter in chapters for ref in chapter["refs"]]
        entries = {ref: self.entries.of(ref) for ref in refs}
        data = {
            "lang": self._press.lang,
            "form": form,
            "title": title,
            "day": strings.date(kb.today),
            "version": data_version(entries),
            "site": self._settings.url,
            "words": {key: strings(key) for key in sorted(strings.keys())}
            | {f"book.{key}": self._words(key) for key in sorted(self._words.keys())},
            "chapters": chapters,
            "entries": entries,
            "elsewhere": self._elsewhere(form, set(refs)),
            "under_review": sorted(self._press.relations.under_review),
            "index": self._index(refs) if form == "book" else [],
        }
        return Volume(name=name, form=form, title=title, lang=self._press.lang, data=data)

    def _elsewhere(self, form: Form, printed: set[str]) -> dict[str, str]:
        """By ref: the title of the handbook that holds what is not printed here."""
        if form == "book" and not self.is_split:
            return {}
        return {
            ref: self._words("handbook", name=self.entries.of(topic)["name"])
            for ref, topic in self._home.items()
            if ref not in printed
        }

    def _index(self, refs: list[str]) -> list[Data]:
        """Every name that a reader may look for, by letter, with the entries it leads to."""
        found: dict[str, dict[str, None]] = {}
        for ref in refs:
            one = self.entries.of(ref)
            for name in (one["name"], *one.get("also", ()), *one.get("colloquial", ())):
                found.setdefault(name, {})[ref] = None
        names = sorted(found, key=order)
        return [
            {"letter": first, "names": [[name, list(found[name])] for name in some]}
            for first, some in groupby(names, letter)
        ]


def data_version(entries: Mapping[str, Data]) -> str:
    """A short mark of what a volume says: the start of a SHA-256 over its entries.

    It does not change with other entries or with the day, so two copies with the same mark say
    the same.
    """
    text = json.dumps(entries, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:VERSION_LENGTH]
