"""What readers take with them: files under `downloads/`, a page that lists them, checksums.

Whoever adds a kind of file writes a *maker* and names it in `MAKERS`. Makers run in this order, and
the pages and the checksums are renewed after each, so that a maker that packs the finished site
finds everything in it that was made before.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from zhiquan.source.message import LANGUAGES, Language
from zhiquan.outputs.book.pdf_file import kilobytes
from zhiquan.outputs.book.printing import Printing
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.addresses import DOWNLOADS
from zhiquan.pages.publication import Publication
from zhiquan.pages.strings import Strings

CHECKSUMS = "SHA256SUMS"
_PLACE = "<!-- zq-downloads -->"
"""Stands in the hand-written page where the list goes."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class Download:
    """One file for readers to keep."""

    name: str
    """File name with its ending; for checks, unique."""
    title: str
    lang: Language | None
    """None for a file in both languages."""
    form: str
    """`book`, `handbook`, `card-a6`, `card-a4`, …: the key of its words in the strings."""
    data: bytes
    pages: int | None = None


@dataclass(frozen=True)
class Order:
    """What makers work from."""

    publication: Publication
    settings: SiteSettings
    root: Path
    """The project's folder."""
    site: Path
    """The site, with everything in it that has been made so far."""
    progress: Progress | None = None


Maker = Callable[[Order], Iterator[Download]]


def pdfs(order: Order) -> Iterator[Download]:
    """The books, handbooks and cards of both languages."""
    printing = Printing(order.publication, order.settings, root=order.root)
    for printed in printing.all(progress=order.progress):
        volume = printed.volume
        yield Download(
            name=f"{volume.name}.pdf",
            title=volume.title,
            lang=volume.lang,
            form=volume.form,
            data=printed.pdf,
            pages=printed.pages,
        )


MAKERS: tuple[Maker, ...] = (pdfs,)
"""In the order in which they run."""


@dataclass(frozen=True)
class Listed:
    """A file as the page lists it."""

    download: Download
    size: int
    checksum: str


def make_downloads(order: Order, makers: tuple[Maker, ...] = MAKERS) -> tuple[Listed, ...]:
    """Writes every file below the site and lists it on the pages of downloads."""
    folder = order.site / DOWNLOADS
    folder.mkdir(parents=True, exist_ok=True)
    pages = _pages(order)
    listed: list[Listed] = []
    for maker in makers:
        for download in maker(order):
            (folder / download.name).write_bytes(download.data)
            listed.append(_listed(download))
        _write_checksums(folder, listed)
        for lang, (path, text) in pages.items():
            strings = order.publication.strings(lang)
            path.write_text(text.replace(_PLACE, table(listed, strings, order)), encoding="utf-8")
    return tuple(listed)


def _listed(download: Download) -> Listed:
    return Listed(download, len(download.data), hashlib.sha256(download.data).hexdigest())


def _pages(order: Order) -> Mapping[Language, tuple[Path, str]]:
    """By language: the page of downloads, and its text with the place still empty."""
    found = {lang: order.site / lang / f"{DOWNLOADS}.html" for lang in LANGUAGES}
    return {
        lang: (path, path.read_text(encoding="utf-8"))
        for lang, path in found.items()
        if path.is_file()
    }


def _write_checksums(folder: Path, listed: list[Listed]) -> None:
    lines = sorted(f"{one.checksum}  {one.download.name}\n" for one in listed)
    (folder / CHECKSUMS).write_text("".join(sorted(lines, key=lambda line: line[66:])), "utf-8")


def table(listed: list[Listed], strings: Strings, order: Order) -> str:
    """The list of files in the reader's language first, as HTML."""
    own = [one for one in listed if one.download.lang in (strings.lang, None)]
    others = [one for one in listed if one not in own]
    day = strings.date(order.publication.kb.today)
    parts = [_section(own, strings, day)]
    if others:
        title = escape(strings("downloads.other-language"))
        parts.append(
            f"<details><summary>{title}</summary>{_section(others, strings, day)}</details>"
        )
    sums = escape(strings("downloads.checksums"))
    parts.append(f'<p><a href="../{DOWNLOADS}/{CHECKSUMS}">{CHECKSUMS}</a>{sums}</p>')
    return "\n".join(parts)


def _section(listed: list[Listed], strings: Strings, day: str) -> str:
    names = ("file", "size", "pages", "date", "sha256")
    head = "".join(f'<th scope="col">{escape(strings(f"downloads.{name}"))}</th>' for name in names)
    rows = "\n".join(_row(one, strings, day) for one in listed)
    return (
        '<div class="md-typeset__scrollwrap"><table class="zq-downloads">'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(one: Listed, strings: Strings, day: str) -> str:
    file = one.download
    form = escape(strings(f"downloads.form.{file.form}"))
    lang = f' lang="{file.lang}"' if file.lang and file.lang != strings.lang else ""
    link = f'<a href="../{DOWNLOADS}/{file.name}"{lang}>{escape(file.title)}</a>'
    return (
        f"<tr><td>{link}<br><small>{form}</small></td><td>{kilobytes(one.size)}</td>"
        f"<td>{file.pages or ''}</td><td>{day}</td><td><code>{one.checksum}</code></td></tr>"
    )
