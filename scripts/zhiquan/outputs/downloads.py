"""The files that readers take with them, and the page of each language that lists them."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from zhiquan.outputs.archive import CHECKSUMS, checksum
from zhiquan.outputs.book.pdf_file import kilobytes
from zhiquan.outputs.book.printing import Printing
from zhiquan.outputs.bundle import NAME
from zhiquan.outputs.epub.book import file_name
from zhiquan.pages.addresses import DOWNLOADS
from zhiquan.pages.publication import Publication
from zhiquan.pages.strings import Strings
from zhiquan.source.holding import Waiting
from zhiquan.source.message import LANGUAGES, Language
from zhiquan.source.progress import Progress

_PLACE = re.compile(r'<p class="zq-no-files">.*?</p>')
"""Stands in the hand-written page where the list goes; says to readers that there is none."""

_ORDER = ("card-a6", "card-a4", "handbook", "book", "epub", "zip")
"""What is urgent first."""


@dataclass(frozen=True, kw_only=True)
class Download:
    """One file for readers to keep."""

    name: str
    """File name with its ending."""
    lang: Language | None
    """None for a file in both languages."""
    form: str
    """`book`, `handbook`, `card-a6`, `epub`, `zip`, …: the key of its words in the strings."""
    title: str | None = None
    """None where the words of its form say all."""
    pages: int | None = None
    size: int | None = None
    """Bytes; None while the file is not made."""
    sha256: str | None = None


def write_pdfs(
    printing: Printing,
    folder: Path,
    *,
    progress: Progress | None = None,
    waiting: Waiting = lambda: None,
) -> Iterator[Download]:
    """Writes the books, handbooks and cards of both languages, one after the other.

    Raises:
        ChildProcessError: A process that sets one was ended from outside.
        MissingGlyphError: A font lacks a character.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for printed in printing.all(progress=progress, waiting=waiting):
        volume = printed.volume
        name = f"{volume.name}.pdf"
        (folder / name).write_bytes(printed.pdf)
        yield Download(
            name=name,
            lang=volume.lang,
            form=volume.form,
            title=volume.title,
            pages=printed.pages,
            size=len(printed.pdf),
            sha256=hashlib.sha256(printed.pdf).hexdigest(),
        )


def others(folder: Path) -> Iterator[Download]:
    """The files beside the PDFs: the e-books, which are there, and the zip, which comes last."""
    for lang in LANGUAGES:
        path = folder / file_name(lang)
        yield Download(
            name=path.name,
            lang=lang,
            form="epub",
            size=path.stat().st_size,
            sha256=checksum(path),
        )
    yield Download(name=NAME, lang=None, form="zip")


def write_lists(site: Path, publication: Publication, downloads: Sequence[Download]) -> None:
    """Puts the list of files on the page of each language.

    Args:
        site: The folder of the site.
        publication: For the words and the day.
        downloads: What is listed.
    """
    for lang in LANGUAGES:
        page = site / lang / f"{DOWNLOADS}.html"
        page.write_text(listed(page.read_text("utf-8"), publication, lang, downloads), "utf-8")


def listed(
    page: str, publication: Publication, lang: Language, downloads: Sequence[Download]
) -> str:
    """The page of downloads of one language, with a list of files in its place."""
    made = "\n".join(_lists(publication, lang, downloads))
    return _PLACE.sub(lambda _: made, page, count=1)


def complete_lists(site: Path) -> None:
    """Adds what is known only once the zip is packed: its size and checksum.

    The pages in the zip cannot say them; `bundle` takes them out again.
    """
    archive = site / DOWNLOADS / NAME
    for lang in LANGUAGES:
        page = site / lang / f"{DOWNLOADS}.html"
        text = page.read_text("utf-8")
        text = text.replace(_of_zip(""), _of_zip(kilobytes(archive.stat().st_size)), 1)
        page.write_text(text.replace(_of_zip(""), _of_zip(checksum(archive)), 1), "utf-8")


def _of_zip(content: str) -> str:
    return f'<span class="zq-zip">{content}</span>'


def _lists(
    publication: Publication, lang: Language, downloads: Sequence[Download]
) -> Iterator[str]:
    """The files in the reader's language, then those in the other, then the checksums."""
    strings, day = publication.strings(lang), publication.kb.today
    ordered = sorted(downloads, key=lambda one: _ORDER.index(one.form))
    items = {one: _item(one, strings, strings.date(day)) for one in ordered}
    yield _list(item for one, item in items.items() if one.lang in (lang, None))
    foreign = [item for one, item in items.items() if one.lang not in (lang, None)]
    if foreign:
        summary = escape(strings("downloads.other-language"))
        yield f"<details><summary>{summary}</summary>{_list(foreign)}</details>"
    if any(one.sha256 for one in downloads):
        words = escape(strings("downloads.checksums"))
        yield f'<p><a href="../{DOWNLOADS}/{CHECKSUMS}">{CHECKSUMS}</a>{words}</p>'


def _list(items: Iterable[str]) -> str:
    return f'<ul class="zq-files">{"".join(items)}</ul>'


def _item(one: Download, strings: Strings, day: str) -> str:
    """One file: its name as a link, what it is, its figures, its checksum."""
    form = escape(strings(f"downloads.form.{one.form}"))
    marked = f' lang="{one.lang}"' if one.lang and one.lang != strings.lang else ""
    shown = f"<span{marked}>{escape(one.title)}</span>" if one.title else form
    name = f'<a href="../{DOWNLOADS}/{one.name}">{shown}</a>'
    kind = f'<span class="zq-file__form">{form}</span>' if one.title else ""
    facts = "".join(f" <span>{fact}</span>" for fact in _facts(one, strings, day))
    return f"<li>{name}{kind}<p>{facts.strip()}</p>{_checksum(one, strings)}</li>"


def _facts(one: Download, strings: Strings, day: str) -> Iterator[str]:
    """Size, pages and day, as far as they are known."""
    if one.name == NAME:
        yield _of_zip("")
    elif one.size is not None:
        yield kilobytes(one.size)
    if one.pages:
        yield strings.count("downloads.pages", one.pages)
    yield escape(strings("downloads.as-of", day=day))


def _checksum(one: Download, strings: Strings) -> str:
    shown = _of_zip("") if one.name == NAME else one.sha256
    if not shown:
        return ""
    summary = escape(strings("downloads.sha256"))
    return f"<details><summary>{summary}</summary><code>{shown}</code></details>"
