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
from zhiquan.outputs.book.places import Place, names_of, read_places, running_heads

TEMPLATES = "templates/book"
DATA = ".cache/book"
"""Where the data is laid for Typst, below the project: it reads nothing outside of it."""

PASSES = 5
"""Two are the rule: one finds the places, one prints them; more where printing them moved some."""

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
        path = self._laid(name)
        if name not in self._compilers:
            self._compilers[name] = self._compiler(template, path)
        fonts = {"chinese": self.fonts.chinese, "latin": self.fonts.latin}
        told = {**data, "fonts": fonts}
        try:
            return self._compiled(self._compilers[name], path, told)
        except typst.TypstError as fault:
            raise _error(fault, template) from None
        finally:
            path.unlink()

    def _laid(self, name: str) -> Path:
        """The file of a document's data; several processes may set the same one at once."""
        path = self._root / DATA / f"{name}-{os.getpid()}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _compiled(self, compiler: typst.Compiler, path: Path, data: Mapping[str, Any]) -> bytes:
        """Lays the document out until the places that it prints are those where things are."""
        places: dict[str, Place] = {}
        for _ in range(PASSES):
            running = running_heads(places, names_of(data))
            _write(path, {**data, "places": places, "running": running})
            found = read_places(compiler.query("<places>", field="value"))
            if found == places:
                break
            places = found
        else:
            raise TypesettingError(f"{path.stem}: the places of entries never settle")
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=self._day
        )
        if warnings or not isinstance(pdf, bytes):
            raise TypesettingError("\n".join(warning.diagnostic for warning in warnings))
        return pdf

    def _compiler(self, template: str, path: Path) -> typst.Compiler:
        return typst.Compiler(
            str(self._root / TEMPLATES / f"{template}.typ"),
            root=str(self._root),
            font_paths=self._opened,
            ignore_system_fonts=True,
            sys_inputs={"data": f"/{DATA}/{path.name}"},
        )


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


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
