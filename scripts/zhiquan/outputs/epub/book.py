"""One language's EPUB 3: each entry a document, chapters by situation.

Container and package follow EPUB 3.3, the metadata EPUB Accessibility 1.1. There is a `toc.ncx`
too, since the reading apps of older phones know nothing newer.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from zhiquan.outputs.archive import member
from zhiquan.outputs.epub.chapters import chapters
from zhiquan.outputs.epub.xhtml import xhtml
from zhiquan.outputs.head import HREFLANG
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.publication import Publication
from zhiquan.source.message import Language

Progress = Callable[[int, int], None]

_FOLDER = "EPUB"
_FRONT = ("cover", "about")


@dataclass(frozen=True)
class Document:
    """One XHTML file of the book."""

    path: str
    """From the folder of the package."""
    title: str
    has_svg: bool = False


def file_name(lang: Language) -> str:
    """The name of a language's book."""
    return f"zhiquan-{lang}.epub"


def write_epub(
    publication: Publication,
    lang: Language,
    settings: SiteSettings,
    target: Path,
    *,
    progress: Progress | None = None,
) -> None:
    """Writes the book of one language, page by page.

    Args:
        publication: The pages.
        lang: The language.
        settings: For the live addresses.
        target: The file to write.
        progress: Told how many of how many pages are written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w") as archive:
        _Book(publication, lang, settings, archive).write(progress or (lambda _done, _all: None))


class _Book:
    """A book while it is written."""

    def __init__(
        self, publication: Publication, lang: Language, settings: SiteSettings, archive: ZipFile
    ) -> None:
        self._publication = publication
        self._settings = settings
        self._archive = archive
        self._strings = publication.strings(lang)
        self._day = publication.kb.today
        self._chapters = chapters(publication, lang)
        addresses = [one for each in self._chapters for one in (each.opening, *each.members)]
        self._places = {address: _path(address) for address in addresses}
        self._environment = _environment(publication, lang, settings)

    def write(self, progress: Progress) -> None:
        # A reader finds the kind of file by its first bytes (OCF 3.3, 4.2).
        mimetype = member("mimetype", self._day, stored=True)
        self._archive.writestr(mimetype, "application/epub+zip")
        self._put("META-INF/container.xml", self._made("container.xml"))
        front = [self._front(name) for name in _FRONT]
        made = {}
        for done, address in enumerate(self._places, 1):
            made[address] = self._page(address)
            progress(done, len(self._places))
        named = [[made[one] for one in (each.opening, *each.members)] for each in self._chapters]
        values = {"documents": [*front, *made.values()], "front": len(front), "chapters": named}
        for name in ("package.opf", "nav.xhtml", "toc.ncx", "cover.svg", "style.css"):
            self._put(f"{_FOLDER}/{name}", self._made(name, **values))

    def _front(self, name: str) -> Document:
        document = Document(f"{name}.xhtml", self._strings(f"epub.{name}"))
        body = Markup(self._made(document.path))  # noqa: S704  # our own template, escaped
        kind = "cover" if name == "cover" else "frontmatter"
        self._document(document, body, type=kind)
        return document

    def _page(self, address: str) -> Document:
        page, path = self._publication.page(address), self._places[address]
        body = xhtml(page.body, address, self._places, self._settings.url)
        document = Document(path, page.title, has_svg="<svg" in body)
        live = self._settings.absolute(address)
        self._document(document, Markup(body), live=live, type="bodymatter")  # noqa: S704
        return document

    def _document(self, document: Document, body: Markup, **values: str) -> None:
        up = "../" * document.path.count("/")
        text = self._made("page.xhtml", title=document.title, up=up, body=body, **values)
        self._put(f"{_FOLDER}/{document.path}", text)

    def _made(self, template: str, **values: Any) -> str:
        return self._environment.get_template(template).render(values)

    def _put(self, name: str, text: str) -> None:
        self._archive.writestr(member(name, self._day), text)


def _path(address: str) -> str:
    """Where a page stands in the book: its address without the language."""
    return address.partition("/")[2].removesuffix(".html") + ".xhtml"


def _environment(publication: Publication, lang: Language, settings: SiteSettings) -> Environment:
    made = Environment(
        loader=FileSystemLoader(publication.templates / "epub"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    name = f"{settings.url}{lang}/"
    made.globals |= {
        **publication.as_of(lang),
        "s": publication.strings(lang),
        "settings": settings,
        "tag": HREFLANG[lang],
        "identifier": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "live": "",
        "type": "",
    }
    return made
