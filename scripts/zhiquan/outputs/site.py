"""The site as a set of addresses, each with the text that belongs there.

The build writes every address; the preview asks for one at a time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from zhiquan.knowledge.beside import beside
from zhiquan.knowledge.collection import without_collection
from zhiquan.outputs import sitemap
from zhiquan.outputs.api import OpenData
from zhiquan.outputs.feed import feed
from zhiquan.outputs.frames import HOME, Frame
from zhiquan.outputs.furniture import parts
from zhiquan.outputs.offline import keeping
from zhiquan.outputs.search import index as search
from zhiquan.outputs.settings import SiteSettings
from zhiquan.outputs.writing import NewSite
from zhiquan.pages.addresses import home_address
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES, Language

FORKED = 200
"""Entries from which each language is written by a process of its own: with fewer, a fork costs
more than it saves."""

Progress = Callable[[int, int], None]
FrameKey = tuple[Language, str]
Makers = dict[str, Callable[[], str]]


@dataclass(frozen=True)
class Drawn:
    """What the theme drew, once for all entries."""

    frames: Mapping[FrameKey, Frame]
    """One per language and section."""
    hand_written: tuple[str, ...]
    """Addresses of pages that are in both languages and not generated, without the language."""
    settings: SiteSettings
    homes: Mapping[Language, Frame] = field(default_factory=dict)
    """The home page of each language, with a slot for what is generated on it."""
    files: tuple[str, ...] = ()
    """Addresses of what is written already: hand-written pages, styles, scripts, pictures."""


@dataclass(frozen=True)
class LanguagePart:
    """What one language gives to the files that all languages share."""

    pages: tuple[str, ...]
    """Addresses of its generated pages."""
    questions: tuple[str, ...]
    """Every question as a line of JSON."""
    search: search.Indexed
    written: tuple[str, ...] = ()
    """Addresses of the files that are its own."""


LanguageParts = Mapping[Language, LanguagePart]


@dataclass(frozen=True)
class Written:
    """What a site was written of."""

    parts: LanguageParts
    files: tuple[str, ...]
    """Address of every file of the site."""


class Site:
    """Everything that is generated for a site, by address."""

    def __init__(self, publication: Publication, drawn: Drawn) -> None:
        """Nothing is laid out or rendered yet.

        Args:
            publication: the pages.
            drawn: what they are put into.
        """
        self.publication = publication
        self._drawn = drawn
        self._settings = drawn.settings
        self._open_data = OpenData(publication, drawn.settings)

    def addresses(self) -> tuple[str, ...]:
        """Every address that `text` can give."""
        return tuple(self._makers)

    def text(self, address: str) -> str | None:
        """The text of one file, rendered now; None for an address that is not generated."""
        if address in self.publication:  # the preview of one page never needs all the makers
            return self._page(address)
        maker = self._makers.get(address)
        return maker() if maker else None

    def write(
        self, folder: Path, *, last: Path | None = None, progress: Progress | None = None
    ) -> Written:
        """Writes every file below `folder`; gives what was made of each language.

        Languages share nothing that costs time, so each is written by a process of its own.

        Args:
            folder: takes the files.
            last: the folder of the site before; its files are taken over where they did not change.
            progress: told how many of how many files are written.
        """
        site = NewSite(folder, last)
        there, here = LANGUAGES  # the index of Chinese takes as long as the records of entries
        made = beside(
            lambda: self._write_own(here, dict(self._open_data.records()), site, progress),
            lambda: self._write_own(there, {}, site, None),
            forks=sum(1 for _ in self.publication.kb.entries()) >= FORKED,
        )
        parts_made: LanguageParts = dict(zip((here, there), made, strict=True))
        shared = _write_all(self._shared(parts_made), site, None)
        keeping.write(folder, self.publication)
        own = chain.from_iterable(one.written for one in parts_made.values())
        return Written(parts_made, (*self._drawn.files, *own, *shared, *keeping.FILES))

    def _write_own(
        self, lang: Language, more: Makers, site: NewSite, progress: Progress | None
    ) -> LanguagePart:
        """Writes what a language has for itself, and some more."""
        written = _write_all(self._own(lang) | more, site, progress)
        return replace(self._part(lang), written=written)

    def _part(self, lang: Language) -> LanguagePart:
        return LanguagePart(
            pages=self.publication.addresses_in(lang),
            questions=tuple(self._open_data.question_lines(lang)),
            search=search.indexed(self.publication, lang),
        )

    @cached_property
    def _makers(self) -> Makers:
        """What makes each file, by address."""
        own = chain.from_iterable(self._own(lang).items() for lang in LANGUAGES)
        return dict(own) | dict(self._open_data.records()) | self._shared(self._parts)

    @cached_property
    def _parts(self) -> LanguageParts:
        # Chinese last: the dictionary of pinyin then comes when all the rest is over.
        return {lang: self._part(lang) for lang in reversed(LANGUAGES)}

    def _own(self, lang: Language) -> Makers:
        """The pages and the feed of one language."""
        pages = self.publication.addresses_in(lang)
        made: Makers = {address: partial(self._page, address) for address in pages}
        if lang in self._drawn.homes:
            made[home_address(lang)] = partial(self._home, lang)
        made[f"{lang}/feed.xml"] = partial(feed, self.publication, self._settings, lang)
        return made

    def _shared(self, made: LanguageParts) -> Makers:
        """The files that hold something of every language."""
        lines = [line for lang in LANGUAGES for line in made[lang].questions]
        index = search.joined(self.publication, {lang: one.search for lang, one in made.items()})
        return (
            dict(self._open_data.files(lines))
            | dict(sitemap.files(self._listed(made), self._settings))
            | {address: partial(str, text) for address, text in index.items()}
        )

    def _listed(self, made: LanguageParts) -> dict[str, tuple[Language, ...]]:
        """The pages of the sitemap, by address without the language; no removed ones."""
        known = {f"{lang}/{path}" for lang in LANGUAGES for path in self._drawn.hand_written}
        known.update(address for lang in LANGUAGES for address in made[lang].pages)
        paths = {address.partition("/")[2] for address in known} - self.publication.unlisted()
        return {
            path: tuple(lang for lang in LANGUAGES if f"{lang}/{path}" in known)
            for path in sorted(paths)
        }

    def _page(self, address: str) -> str:
        page = self.publication.page(address)
        strings = self.publication.strings(page.lang)
        frame = self._drawn.frames[page.lang, page.section]
        return frame.fill(parts(page, self._settings, strings))

    def _home(self, lang: Language) -> str:
        return self._drawn.homes[lang].fill({HOME: self.publication.home(lang)})


def _write_all(makers: Makers, site: NewSite, progress: Progress | None) -> tuple[str, ...]:
    """Writes each file; gives their addresses."""
    site.make_folders({address.rpartition("/")[0] for address in makers})
    with without_collection():
        for done, (address, maker) in enumerate(makers.items(), 1):
            site.write(address, maker().encode())
            if progress:
                progress(done, len(makers))
    return tuple(makers)
