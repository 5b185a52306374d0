"""The PDFs of a publication: put together, set, packed, and kept until their content changes."""

import datetime as dt
import hashlib
import json
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from zhiquan.knowledge.beside import end_with_parent
from zhiquan.outputs.book.fonts import find_fonts
from zhiquan.outputs.book.kept import KeptPdfs
from zhiquan.outputs.book.pdf_file import kilobytes, packed, page_count
from zhiquan.outputs.book.typesetter import DATA, TEMPLATES, Typesetter
from zhiquan.outputs.book.volumes import Title, Volume, Volumes
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.publication import Publication
from zhiquan.pages.strings import Strings
from zhiquan.source.holding import Waiting, held
from zhiquan.source.message import LANGUAGES, Language
from zhiquan.source.progress import Progress
from zhiquan.source.saving import save, sweep

KEPT = ".cache/pdf"
"""Where finished PDFs are kept, below the project's root."""

_PACKAGES = ("typst", "pikepdf")
_WORKERS = 2
"""Each may need a gigabyte."""


class UnknownVolumeError(LookupError):
    """A volume is asked for that there is not; the message names those that there are."""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A finished PDF."""

    volume: Volume
    pdf: bytes
    pages: int


@dataclass(frozen=True)
class Order:
    """A volume that is wanted."""

    volume: Volume
    made_of: str
    """The hash of all that goes into its PDF."""


@dataclass(frozen=True)
class Setting:
    """Where and of which day PDFs are set, for processes of their own."""

    root: Path
    day: dt.date

    def typesetter(self) -> Typesetter:
        """Opens the fonts."""
        return Typesetter(self.root, find_fonts(), day=self.day)


class Printing:
    """Makes the PDFs of one publication."""

    def __init__(self, publication: Publication, settings: SiteSettings, *, root: Path) -> None:
        """Prepares; nothing is set yet.

        Args:
            publication: what to print.
            settings: for the address of the site.
            root: the project's folder, for the templates and for what is kept.
        """
        self._kept = KeptPdfs(root / KEPT)
        self.setting = Setting(root, publication.kb.today)
        folder = root / "templates/strings/book"
        self._volumes = {
            lang: Volumes(publication.press(lang), Strings.load(folder, lang), settings)
            for lang in LANGUAGES
        }

    def names(self) -> tuple[str, ...]:
        """Names of all volumes, in the order in which they are listed."""
        return tuple(name for lang in LANGUAGES for name in self._makers(lang))

    def titles(self) -> dict[str, Title]:
        """By name, in the same order: what each volume is, without putting it together."""
        return {
            name: title
            for lang in LANGUAGES
            for name, title in self._volumes[lang].titles().items()
        }

    def printed(self, name: str) -> Printed:
        """One volume.

        Raises:
            UnknownVolumeError: There is no volume of this name.
            TypesettingError: It cannot be set; `MissingGlyphError` where a font lacks a character.
        """
        order = self.order(name)
        pdf = self.kept(order)
        if pdf is None:
            pdf = finished(self._typesetter, order)
            self._kept.keep(order.made_of, pdf)
        return _printed(order.volume, pdf)

    def order(self, name: str) -> Order:
        """One volume put together, and what tells whether a PDF is of it.

        Raises:
            UnknownVolumeError: There is no volume of this name.
        """
        volume = self._make(name)
        return Order(volume, self._hash(volume))

    def kept(self, order: Order) -> bytes | None:
        """The PDF of an order from an earlier run."""
        return self._kept.find(order.made_of)

    def all(
        self,
        names: Sequence[str] = (),
        *,
        progress: Progress | None = None,
        waiting: Waiting = lambda: None,
    ) -> Iterator[Printed]:
        """Every volume, or those of some names, in order.

        Each new one is set in a process of its own: Typst keeps what it has laid out for the next
        time, and the memory of many volumes would add up. One run at a time: who comes second
        finds what the first has made.

        Raises:
            ChildProcessError: one of these processes was ended from outside.
        """
        wanted = [self.order(name) for name in names or self.names()]
        self._kept.folder.mkdir(parents=True, exist_ok=True)
        with held(self._kept.folder, waiting=waiting) as alone:
            if alone:
                self._sweep()
            try:
                yield from self._printed(wanted, progress or (lambda _done, _all: None))
            except BrokenExecutor as fault:
                raise ChildProcessError(str(fault)) from None

    def _printed(self, wanted: Sequence[Order], progress: Progress) -> Iterator[Printed]:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(
            _WORKERS, context, initializer=end_with_parent, max_tasks_per_child=1
        ) as workers:
            running = deque((order.volume, self._begun(order, workers)) for order in wanted)
            while running:  # a PDF that was given away is not held any longer
                volume, job = running.popleft()
                yield _printed(volume, job.result())
                progress(len(wanted) - len(running), len(wanted))

    def _begun(self, order: Order, workers: Executor) -> "Future[bytes]":
        """A PDF that is kept, or one under way."""
        kept = self.kept(order)
        if kept is None:
            return workers.submit(_print_apart, self.setting, order)
        found: Future[bytes] = Future()
        found.set_result(kept)
        return found

    def _sweep(self) -> None:
        """Removes what runs that were killed left; nobody else is at work."""
        sweep(self._kept.folder)
        for data in (self.setting.root / DATA).glob("*.json"):
            data.unlink(missing_ok=True)

    def write(
        self,
        folder: Path,
        names: Sequence[str] = (),
        *,
        progress: Progress | None = None,
        waiting: Waiting = lambda: None,
    ) -> list[str]:
        """Writes volumes into a folder and says of each where it is and how large."""
        folder.mkdir(parents=True, exist_ok=True)
        made = []
        for one in self.all(names, progress=progress, waiting=waiting):
            path = folder / f"{one.volume.name}.pdf"
            save(path, one.pdf)
            made.append(f"{path}  {one.pages} pages, {kilobytes(len(one.pdf))}")
        return made

    def _make(self, name: str) -> Volume:
        for lang in LANGUAGES:
            maker = self._makers(lang).get(name)
            if maker:
                return maker()
        raise UnknownVolumeError(f"no '{name}'; there are {', '.join(self.names())}")

    def _makers(self, lang: Language) -> dict[str, Callable[[], Volume]]:
        return self._volumes[lang].makers()

    @cached_property
    def _typesetter(self) -> Typesetter:
        return self.setting.typesetter()

    @cached_property
    def _tools(self) -> bytes:
        """What else the bytes of a PDF depend on: templates, code, fonts, versions, the day."""
        fonts = find_fonts()
        parts = [self.setting.day.isoformat(), fonts.chinese, fonts.latin]
        parts += [f"{package} {version(package)}" for package in _PACKAGES]
        parts += [
            path.read_text(encoding="utf-8")
            for path in (
                *sorted((self.setting.root / TEMPLATES).glob("*.*")),
                *sorted(Path(__file__).parent.glob("*.py")),
            )
        ]
        return "\0".join(parts).encode()

    def _hash(self, volume: Volume) -> str:
        data = json.dumps(volume.data, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(self._tools + data.encode()).hexdigest()[:32]


def finished(typesetter: Typesetter, order: Order) -> bytes:
    """Sets a volume and packs it."""
    volume = order.volume
    return packed(typesetter.set(volume.template, volume.name, volume.data))


def _print_apart(setting: Setting, order: Order) -> bytes:
    """Sets a volume and keeps it; runs in a process of its own."""
    pdf = finished(setting.typesetter(), order)
    KeptPdfs(setting.root / KEPT).keep(order.made_of, pdf)
    return pdf


def _printed(volume: Volume, pdf: bytes) -> Printed:
    return Printed(volume=volume, pdf=pdf, pages=page_count(pdf))
