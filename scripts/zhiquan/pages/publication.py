"""Everything that can be printed from one knowledge base: all addresses, each page on demand."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from pathlib import Path

from zhiquan.entries.entry import REVIEW_DAYS
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.overtaken import Overtaken
from zhiquan.knowledge.resting import Resting
from zhiquan.pages.addresses import STATUS
from zhiquan.pages.entry_page import EntryPages
from zhiquan.pages.faq_page import FaqPages
from zhiquan.pages.index_page import IndexPages
from zhiquan.pages.models import Models
from zhiquan.pages.page import Page
from zhiquan.pages.press import Press, Supplies
from zhiquan.pages.question import Question
from zhiquan.pages.relations import Relations
from zhiquan.pages.status_page import StatusPages
from zhiquan.pages.strings import Strings
from zhiquan.pages.typesetting import Codes
from zhiquan.source.message import LANGUAGES, Language

Room = EntryPages | IndexPages | FaqPages | StatusPages
ROOMS: tuple[type[Room], ...] = (EntryPages, IndexPages, FaqPages, StatusPages)
Maker = Callable[[], Page]


class Publication:
    """The generated pages of a site in both languages.

    Attributes:
        kb: The entries it is printed from.
        templates: The folder of what they are printed with.
    """

    def __init__(
        self,
        kb: KnowledgeBase,
        *,
        templates: Path,
        codes: Codes | None = None,
        pdfs: bool = True,
    ) -> None:
        """Prepares the presses; nothing is rendered yet.

        Args:
            kb: The entries.
            templates: The folder that holds `pages/`, `faq/`, `search/` and `strings/`.
            codes: Keeps the compiled templates; give the same one each time.
            pdfs: Whether there are PDFs for pages to link.
        """
        self.kb = kb
        self.templates = templates
        self._relations = Relations(kb)
        self._models = Models(self._relations)
        self._supplies = Supplies(templates, {} if codes is None else codes, pdfs)
        self._presses: dict[Language, Press] = {}
        self._makers: dict[tuple[Language, type[Room]], dict[str, Maker]] = {}

    def addresses(self) -> tuple[str, ...]:
        """The address of every generated page, sorted."""
        return tuple(sorted(address for lang in LANGUAGES for address in self._made(lang)))

    def addresses_in(self, lang: Language) -> tuple[str, ...]:
        """The address of every generated page of one language, in the order they are made in."""
        return tuple(self._made(lang))

    def __contains__(self, address: str) -> bool:
        """Whether there is a generated page at an address; only its language is looked at."""
        return self._maker(address) is not None

    def unlisted(self) -> frozenset[str]:
        """Addresses, without the language, of the pages that search engines need not know."""
        return frozenset({f"{STATUS}.html", *(f"{ref}.html" for ref in self.kb.tombstones)})

    def page(self, address: str) -> Page:
        """One page, rendered now.

        Raises:
            KeyError: There is no generated page at this address.
        """
        maker = self._maker(address)
        if maker is None:
            raise KeyError(address)
        return maker()

    def questions(self, lang: Language) -> tuple[Question, ...]:
        """Every question of one language with its answer, by the ref of its entry."""
        return self.press(lang).catalogue.all()

    def questions_of(self, ref: str, lang: Language) -> tuple[Question, ...]:
        """The questions of one entry in one language, with their answers."""
        return self.press(lang).catalogue.of(ref)

    def answering(self, lang: Language) -> dict[str, frozenset[str]]:
        """By address of a page with answers: the refs of the entries whose answers it shows."""
        return dict(FaqPages(self.press(lang)).answering())

    def home(self, lang: Language) -> str:
        """HTML under the hand-written beginning of the home page, one folder deep."""
        return self.press(lang).home()

    def strings(self, lang: Language) -> Strings:
        """The interface strings of one language."""
        return self.press(lang).edition.strings

    def as_of(self, lang: Language) -> dict[str, str | int]:
        """What a saved copy says of itself: its day in two forms, and the shortest review interval.

        `today` is written YYYY-MM-DD, `day` as in running text; `review_days` counts days.
        """
        today = self.kb.today
        day = self.strings(lang).date(today)
        return {"today": today.isoformat(), "day": day, "review_days": self._review_days}

    @property
    def resting(self) -> Resting:
        """What rests on what."""
        return self._relations.resting

    def behind(self, ref: str) -> Mapping[Language, dt.date]:
        """The languages not compared with a change of the other, and the day of the comparison."""
        return self._relations.behind.get(ref, {})

    def under_review(self, ref: str) -> tuple[Overtaken, ...]:
        """The laws that were amended after what an entry says had been checked; mostly none."""
        return self._relations.under_review.get(ref, ())

    def urgent(self) -> str | None:
        """Id of the situation that stands in the same place on every page."""
        return next((name for name, topic in self.kb.topics.items() if topic.urgent), None)

    @cached_property
    def _review_days(self) -> int:
        return min((REVIEW_DAYS[entry.volatility] for _, entry in self.kb.entries()), default=0)

    def press(self, lang: Language) -> Press:
        """Set up when its language is first read: a preview shows one page in one language."""
        if lang not in self._presses:
            self._presses[lang] = Press(self._relations, self._models, lang, self._supplies)
        return self._presses[lang]

    def _maker(self, address: str) -> Maker | None:
        """How to make a page, or None where there is none.

        The rooms are asked in turn and no further than needed: a preview of an entry need not wait
        for the plan of the pages of questions, which reads every entry.
        """
        lang = next((one for one in LANGUAGES if address.startswith(f"{one}/")), None)
        rooms = self._rooms(lang) if lang else ()
        return next((room[address] for room in rooms if address in room), None)

    def _made(self, lang: Language) -> Iterator[str]:
        """The address of every page of a language."""
        return chain.from_iterable(self._rooms(lang))

    def _rooms(self, lang: Language) -> Iterator[dict[str, Maker]]:
        """What each room makes, by address; planned when it is first asked."""
        for room in ROOMS:
            if (lang, room) not in self._makers:
                self._makers[lang, room] = dict(room(self.press(lang)).makers())
            yield self._makers[lang, room]
