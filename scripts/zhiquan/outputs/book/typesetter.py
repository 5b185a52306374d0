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

TEMPLATES = "templates/book"
DATA = ".cache/book"
"""Where the data is laid for Typst, below the project: it reads nothing outside of it."""

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
        self._compilers: dict[str, typst.Compiler] = {}

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
        pdf, warnings = self._compiled(template, name, {**data, "fonts": fonts})
        if any("converge" in warning.message for warning in warnings):
            # Page numbers in the text moved the pages that they name; now they get one width.
            steady = {**data, "fonts": fonts, "steady": True}
            pdf, warnings = self._compiled(template, name, steady)
        if warnings:
            raise TypesettingError("\n".join(warning.diagnostic for warning in warnings))
        return pdf

    def _compiled(
        self, template: str, name: str, data: Mapping[str, Any]
    ) -> tuple[bytes, list[typst.TypstWarning]]:
        # Several processes may set the same document at once.
        place = f"{DATA}/{name}-{os.getpid()}.json"
        path = self._root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        if name not in self._compilers:
            self._compilers[name] = self._compiler(template, place)
        try:
            pdf, warnings = self._compilers[name].compile_with_warnings(
                format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=self._day
            )
        except typst.TypstError as fault:
            raise _error(fault, template) from None
        finally:
            path.unlink()
        if not isinstance(pdf, bytes):
            raise TypesettingError(f"{template}.typ: Typst gave no PDF")
        return pdf, warnings

    def _compiler(self, template: str, place: str) -> typst.Compiler:
        return typst.Compiler(
            str(self._root / TEMPLATES / f"{template}.typ"),
            root=str(self._root),
            font_paths=self._opened,
            ignore_system_fonts=True,
            sys_inputs={"data": f"/{place}"},
        )


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
