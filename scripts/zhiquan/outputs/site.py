"""The site as a set of addresses, each with the text that belongs there.

The build writes every address; the preview asks for one at a time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from zhiquan.knowledge.collection import without_collection
from zhiquan.outputs import api, feed, sitemap
from zhiquan.outputs.frames import Frame
from zhiquan.outputs.furniture import parts
from zhiquan.outputs.offline import keeping
from zhiquan.outputs.search import index as search
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES, Language

Progress = Callable[[int, int], None]
FrameKey = tuple[Language, str]


@dataclass(frozen=True)
class Drawn:
    """What the theme drew, once for all entries."""

    frames: Mapping[FrameKey, Frame]
    """One per language and section."""
    hand_written: tuple[str, ...]
    """Addresses of pages that are in both languages and not generated, without the language."""
    settings: SiteSettings


class Site:
    """Everything that is generated for a site, by address."""

    def __init__(self, publication: Publication, drawn: Drawn) -> None:
        """Lays out the addresses; nothing is rendered yet.

        Args:
            publication: the pages.
            drawn: what they are put into.
        """
        self.publication = publication
        self._frames = drawn.frames
        self._settings = drawn.settings
        self._makers = self._lay_out(drawn.hand_written)

    def addresses(self) -> tuple[str, ...]:
        """Every address that `text` can give, in the order in which they are written."""
        return (*self._makers, *self._search)

    def text(self, address: str) -> str | None:
        """The text of one file, rendered now; None for an address that is not generated."""
        if address.startswith(f"{search.ROOT}/"):
            return self._search.get(address)
        maker = self._makers.get(address)
        return maker() if maker else None

    def write(self, folder: Path, *, progress: Progress | None = None) -> None:
        """Writes every file below `folder`."""
        found = {address: partial(str, text) for address, text in self._search.items()}
        makers = self._makers | found
        for parent in {address.rpartition("/")[0] for address in makers}:
            (folder / parent).mkdir(parents=True, exist_ok=True)
        with without_collection():
            for done, (address, maker) in enumerate(makers.items(), 1):
                (folder / address).write_bytes(maker().encode())
                if progress:
                    progress(done, len(makers))
        keeping.write(folder, self.publication)

    @cached_property
    def _search(self) -> Mapping[str, str]:
        """The search index, made when somebody asks for one of its files: that takes its time."""
        return search.files(self.publication)

    def _lay_out(self, hand_written: tuple[str, ...]) -> dict[str, Callable[[], str]]:
        pages = self.publication.addresses()
        makers: dict[str, Callable[[], str]] = {
            address: partial(self._page, address) for address in pages
        }
        makers.update(api.files(self.publication, self._settings))
        makers.update(feed.files(self.publication, self._settings))
        makers.update(sitemap.files(self._listed(hand_written), self._settings))
        return makers

    def _listed(self, hand_written: tuple[str, ...]) -> dict[str, tuple[Language, ...]]:
        """The pages of the sitemap, by address without the language; no removed ones."""
        made = {f"{lang}/{path}" for lang in LANGUAGES for path in hand_written}
        made.update(self.publication.addresses())
        paths = {address.partition("/")[2] for address in made} - self.publication.unlisted()
        return {
            path: tuple(lang for lang in LANGUAGES if f"{lang}/{path}" in made)
            for path in sorted(paths)
        }

    def _page(self, address: str) -> str:
        page = self.publication.page(address)
        strings = self.publication.strings(page.lang)
        frame = self._frames[page.lang, page.section]
        return frame.fill(parts(page, self._settings, strings))
