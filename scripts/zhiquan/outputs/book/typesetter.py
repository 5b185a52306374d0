"""The one place that knows Typst: a template and its data become a PDF.

What is printed reaches Typst as data, in a JSON file that the template reads; nothing that anyone
wrote is ever compiled. Both PDF/A-2a and PDF/UA-1 are asked for, and a warning counts as an error:
without these standards Typst would print a box for a missing character and say nothing.
"""

import datetime as dt
import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import typst

from zhiquan.outputs.book.fonts import Fonts
from zhiquan.outputs.book.pdf_file import places
from zhiquan.outputs.book.places import (
    Place,
    digits,
    names_of,
    read_places,
    running_heads,
    write_places,
)

TEMPLATES = "templates/book"
DATA = ".cache/book"
"""Where the data is laid for Typst, below the project: it reads nothing outside of it. Beside it
stays where the entries of each document began, so that it need not be found anew."""

PASSES = 4
"""The first one is enough where nothing moved since the last time, and the second where it did;
more are for numbers that are longer than the room which is kept for them."""

_DRAFT: Mapping[str, Any] = {"pdf_tags": False}
_FINAL: Mapping[str, Any] = {"pdf_standards": ["a-2a", "ua-1"]}
_FORGOTTEN_AFTER = 11

_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class TypesettingError(Exception):
    """A template or its data could not be set: a fault of ours, not of an editor."""


class MissingGlyphError(TypesettingError):
    """Characters that no font has.

    Attributes:
        characters: each once, in the order in which they were met.
    """

    def __init__(self, characters: tuple[str, ...]) -> None:
        super().__init__(f"no font has {' '.join(characters)}")
        self.characters = characters

    def __reduce__(self) -> tuple[type["MissingGlyphError"], tuple[tuple[str, ...]]]:
        """Travels between processes with its characters."""
        return type(self), (self.characters,)


_PROBE = b"""
#set document(title: "probe")
#let (faces, characters) = json(bytes(sys.inputs.data))
#set text(font: faces)
#for one in characters { par([#one]) }
"""


def missing(characters: Iterable[str], fonts: Fonts) -> tuple[str, ...]:
    """Those of some characters that no font has, sorted."""
    asked = sorted(characters)
    data = json.dumps([[fonts.latin, fonts.chinese], asked])
    compiler = typst.Compiler(_PROBE, font_paths=_opened(fonts), sys_inputs={"data": data})
    try:
        compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=0)
    except typst.TypstError as fault:
        return tuple(sorted(_missing(fault)))
    return ()


def _opened(fonts: Fonts) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in fonts.folders],
    )


class Typesetter:
    """Sets documents of one project with one set of fonts."""

    def __init__(self, root: Path, fonts: Fonts, *, day: dt.date) -> None:
        """Opens the fonts.

        Args:
            root: the project's folder; its `templates/book` hold the templates.
            fonts: what to set with.
            day: stands in the PDF as its date of creation.
        """
        self._root = root.resolve()
        self.fonts = fonts
        self._day = dt.datetime.combine(day, dt.time(), dt.UTC)
        self._opened = _opened(fonts)
        self._layouts: dict[str, _Layout] = {}

    def set(self, template: str, name: str, data: Mapping[str, Any]) -> bytes:
        """A PDF of one document, as Typst writes it.

        Setting a document of the same name again is quick where little of it changed.

        Args:
            template: name of the template, without its ending.
            name: of the document; names the file its data is laid in.
            data: what the template prints.

        Raises:
            MissingGlyphError: when a font lacks a character.
            TypesettingError: for every other error, and for every warning.
        """
        fonts = {"chinese": self.fonts.chinese, "latin": self.fonts.latin}
        try:
            return self._layout(template, name).settled({**data, "fonts": fonts})
        except typst.TypstError as fault:
            raise _error(fault, template) from None

    def _layout(self, template: str, name: str) -> "_Layout":
        if name not in self._layouts:
            folder = self._root / DATA
            (folder / "places").mkdir(parents=True, exist_ok=True)
            # Several processes may set the same document at once.
            path = folder / f"{name}-{os.getpid()}.json"
            compiler = typst.Compiler(
                str(self._root / TEMPLATES / f"{template}.typ"),
                root=str(self._root),
                font_paths=self._opened,
                ignore_system_fonts=True,
                sys_inputs={"data": f"/{DATA}/{path.name}"},
            )
            self._layouts[name] = _Layout(
                compiler,
                path,
                fonts=self._opened,
                kept=folder / f"places/{name}.json",
                day=self._day,
            )
        return self._layouts[name]


class _Layout:
    """A document that is laid out until the page numbers that it prints are right."""

    def __init__(
        self,
        compiler: typst.Compiler,
        path: Path,
        *,
        fonts: typst.Fonts,
        kept: Path,
        day: dt.datetime,
    ) -> None:
        self._compiler = compiler
        self._fonts = fonts
        self._path = path
        self._kept = kept
        self._day = day

    def settled(self, data: Mapping[str, Any]) -> bytes:
        """The PDF in which every printed page number is the real one."""
        names = names_of(data)
        kept = {ref: place for ref, place in read_places(self._kept).items() if ref in names}
        known = kept or self._draft(data)
        for _ in range(PASSES):
            pdf = self._compiled(data, known, **_FINAL)
            found = places(pdf)
            write_places(self._kept, found)
            if found == known:
                return pdf
            known = found
        raise TypesettingError(f"{self._kept.stem}: the page numbers never settle")

    def _draft(self, data: Mapping[str, Any]) -> dict[str, Place]:
        """Where everything begins, found by laying it out without the numbers."""
        found = places(self._compiled(data, {}, **_DRAFT))
        # Typst would keep the draft in memory beside the next layout, which shares little with it,
        # since nearly every block holds a link. It drops what so many compilations had no use for.
        for _ in range(_FORGOTTEN_AFTER):
            typst.Compiler(b"", font_paths=self._fonts, ignore_system_fonts=True).compile()
        return found

    def _compiled(self, data: Mapping[str, Any], known: Mapping[str, Place], **how: Any) -> bytes:
        heads = running_heads(known, names_of(data))
        told = {**data, "places": known, "running": heads, "digits": digits(data)}
        self._path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                format="pdf", timestamp=self._day, **how
            )
        finally:
            self._path.unlink()
        if warnings or not isinstance(pdf, bytes):
            raise TypesettingError("\n".join(warning.diagnostic for warning in warnings))
        return pdf


def _error(fault: typst.TypstError, template: str) -> TypesettingError:
    if found := _missing(fault):
        return MissingGlyphError(found)
    return TypesettingError(f"{template}.typ: {fault.diagnostic}")


def _missing(fault: typst.TypstError) -> tuple[str, ...]:
    """The characters that Typst could not print, each once."""
    return tuple(dict.fromkeys("".join(map(_unescaped, _MISSING.findall(fault.diagnostic)))))


def _unescaped(text: str) -> str:
    """The characters of a text as Typst quotes it, where rare ones are numbers."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
