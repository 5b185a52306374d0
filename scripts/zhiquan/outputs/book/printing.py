"""The PDFs of a publication: put together, set, packed, and kept until their content changes."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from zhiquan.entries.scalars import LANGUAGES, Language
from zhiquan.outputs.book.fonts import find_fonts
from zhiquan.outputs.book.pdf_file import kilobytes, packed, page_count
from zhiquan.outputs.book.typesetter import TEMPLATES, Typesetter
from zhiquan.outputs.book.volumes import Volume, Volumes
from zhiquan.outputs.data_version import data_version
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.publication import Publication
from zhiquan.pages.strings import Strings

KEPT = ".cache/pdf"
"""Finished PDFs by the hash of everything that goes into them; safe to delete."""

_PACKAGES = ("typst", "pikepdf")


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
        mark = data_version(publication.kb)
        folder = root / "templates/strings/book"
        self._volumes = {
            lang: Volumes(
                publication.press(lang), Strings.load(folder, lang), settings, version=mark
            )
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
        kept = self._root / KEPT / f"{self._hash(volume)}.pdf"
        if kept.is_file():
            pdf = kept.read_bytes()
        else:
            pdf = packed(self._typesetter.set(volume.template, name, volume.data))
            kept.parent.mkdir(parents=True, exist_ok=True)
            unfinished = kept.with_suffix(".part")
            unfinished.write_bytes(pdf)
            unfinished.replace(kept)
        return Printed(volume=volume, pdf=pdf, pages=page_count(pdf))

    def all(
        self,
        names: Sequence[str] = (),
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> Iterator[Printed]:
        """Every volume, or those of some names, one after the other.

        The memory of one is given back before the next.
        """
        wanted = names or self.names()
        for done, name in enumerate(wanted, 1):
            yield self.printed(name)
            self._typesetter.forget(name)
            if progress:
                progress(done, len(wanted))

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
        """What else the bytes of a PDF depend on: templates, fonts, versions, the day."""
        fonts = find_fonts()
        parts = [self._day.isoformat(), fonts.chinese, fonts.latin]
        parts += [f"{package} {version(package)}" for package in _PACKAGES]
        parts += [
            path.read_text(encoding="utf-8")
            for path in sorted((self._root / TEMPLATES).glob("*.typ"))
        ]
        return "\0".join(parts).encode()

    def _hash(self, volume: Volume) -> str:
        data = json.dumps(volume.data, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(self._tools + data.encode()).hexdigest()[:32]
