"""The PDFs of a publication: put together, set, packed, and kept until their content changes."""

import datetime as dt
import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path

from zhiquan.outputs.book.fonts import find_fonts
from zhiquan.outputs.book.pdf_file import kilobytes, packed, page_count
from zhiquan.outputs.book.typesetter import TEMPLATES, Typesetter
from zhiquan.outputs.book.volumes import Volume, Volumes
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.publication import Publication
from zhiquan.pages.strings import Strings
from zhiquan.source.message import LANGUAGES, Language

KEPT = ".cache/pdf"
"""Finished PDFs by the hash of everything that goes into them; safe to delete."""

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


class Printing:
    """Makes the PDFs of one publication."""

    def __init__(self, publication: Publication, settings: SiteSettings, *, root: Path) -> None:
        """Prepares; nothing is set yet.

        Args:
            publication: what to print.
            settings: for the address of the site.
            root: the project's folder, for the templates and for what is kept.
        """
        self._root = root
        self._day = publication.kb.today
        folder = root / "templates/strings/book"
        self._volumes = {
            lang: Volumes(publication.press(lang), Strings.load(folder, lang), settings)
            for lang in LANGUAGES
        }

    def names(self) -> tuple[str, ...]:
        """Names of all volumes, in the order in which they are listed."""
        return tuple(name for lang in LANGUAGES for name in self._makers(lang))

    def printed(self, name: str) -> Printed:
        """One volume.

        Raises:
            UnknownVolumeError: There is no volume of this name.
            TypesettingError: It cannot be set; `MissingGlyphError` where a font lacks a character.
        """
        volume = self._make(name)
        kept = self._kept(volume)
        if not kept.is_file():
            _keep(kept, packed(self._typesetter.set(volume.template, name, volume.data)))
        return _printed(volume, kept)

    def all(
        self,
        names: Sequence[str] = (),
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> Iterator[Printed]:
        """Every volume, or those of some names, in order.

        Each new one is set in a process of its own: Typst keeps what it has laid out for the next
        time, and the memory of many volumes would add up.
        """
        wanted = [self._make(name) for name in names or self.names()]
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(_WORKERS, context, max_tasks_per_child=1) as workers:
            running = [
                (volume, kept, None if kept.is_file() else workers.submit(self._job(volume, kept)))
                for volume in wanted
                for kept in [self._kept(volume)]
            ]
            for done, (volume, kept, job) in enumerate(running, 1):
                if job:
                    job.result()
                yield _printed(volume, kept)
                if progress:
                    progress(done, len(running))

    def _job(self, volume: Volume, kept: Path) -> Callable[[], None]:
        return partial(_print_apart, self._root, self._day, volume, kept)

    def _kept(self, volume: Volume) -> Path:
        """Where the PDF of a volume is kept."""
        return self._root / KEPT / f"{self._hash(volume)}.pdf"

    def write(
        self,
        folder: Path,
        names: Sequence[str] = (),
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> list[str]:
        """Writes volumes into a folder and says of each where it is and how large."""
        folder.mkdir(parents=True, exist_ok=True)
        made = []
        for one in self.all(names, progress=progress):
            path = folder / f"{one.volume.name}.pdf"
            path.write_bytes(one.pdf)
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
        return Typesetter(self._root, find_fonts(), day=self._day)

    @cached_property
    def _tools(self) -> bytes:
        """What else the bytes of a PDF depend on: templates, code, fonts, versions, the day."""
        fonts = find_fonts()
        parts = [self._day.isoformat(), fonts.chinese, fonts.latin]
        parts += [f"{package} {version(package)}" for package in _PACKAGES]
        parts += [
            path.read_text(encoding="utf-8")
            for path in (
                *sorted((self._root / TEMPLATES).glob("*.typ")),
                *sorted(Path(__file__).parent.glob("*.py")),
            )
        ]
        return "\0".join(parts).encode()

    def _hash(self, volume: Volume) -> str:
        data = json.dumps(volume.data, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(self._tools + data.encode()).hexdigest()[:32]


def _print_apart(root: Path, day: dt.date, volume: Volume, kept: Path) -> None:
    """Sets a volume and keeps it; runs in a process of its own."""
    typesetter = Typesetter(root, find_fonts(), day=day)
    _keep(kept, packed(typesetter.set(volume.template, volume.name, volume.data)))


def _keep(kept: Path, pdf: bytes) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    # Written beside it first: what is kept is always whole.
    unfinished = kept.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(pdf)
    unfinished.replace(kept)


def _printed(volume: Volume, kept: Path) -> Printed:
    pdf = kept.read_bytes()
    return Printed(volume=volume, pdf=pdf, pages=page_count(pdf))
