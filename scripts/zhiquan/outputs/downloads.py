"""The files that readers take with them, and the page of each language that lists them."""

from collections.abc import Iterator, Sequence
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

_PLACE = "<!-- zq-downloads -->"
"""Stands in the hand-written page where the list goes."""

_COLUMNS = ("file", "size", "pages", "date", "sha256")


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
        )


def others() -> tuple[Download, ...]:
    """The files beside the PDFs: the e-books, and the site in a zip."""
    epubs = [Download(name=file_name(lang), lang=lang, form="epub") for lang in LANGUAGES]
    return (*epubs, Download(name=NAME, lang=None, form="zip"))


def write_lists(site: Path, publication: Publication, downloads: Sequence[Download]) -> None:
    """Puts the list of files on the page of each language.

    Args:
        site: The folder of the site, with the files below `downloads/` but for the zip.
        publication: For the words and the day.
        downloads: What is listed, in this order.
    """
    for lang in LANGUAGES:
        page = site / lang / f"{DOWNLOADS}.html"
        made = "\n".join(_list(site / DOWNLOADS, publication, lang, downloads))
        page.write_text(page.read_text("utf-8").replace(_PLACE, made), "utf-8")


def complete_lists(site: Path) -> None:
    """Adds what is known only once the zip is packed: its size and checksum.

    The pages in the zip cannot say them; `bundle` takes them out again.
    """
    archive = site / DOWNLOADS / NAME
    for lang in LANGUAGES:
        page = site / lang / f"{DOWNLOADS}.html"
        text = page.read_text("utf-8")
        text = text.replace(_zip_cell(""), _zip_cell(kilobytes(archive.stat().st_size)), 1)
        page.write_text(text.replace(_zip_cell(""), _zip_cell(checksum(archive)), 1), "utf-8")


def _zip_cell(content: str) -> str:
    return f'<td class="zq-zip">{content}</td>'


def _list(
    folder: Path, publication: Publication, lang: Language, downloads: Sequence[Download]
) -> Iterator[str]:
    """The files in the reader's language, then those in the other, then the checksums."""
    strings = publication.strings(lang)
    rows = {one: _row(folder, one, strings, publication) for one in downloads}
    own = [row for one, row in rows.items() if one.lang in (lang, None)]
    foreign = [row for one, row in rows.items() if one.lang not in (lang, None)]
    yield _table(own, strings)
    if foreign:
        summary = escape(strings("downloads.other-language"))
        yield f"<details><summary>{summary}</summary>{_table(foreign, strings)}</details>"
    words = escape(strings("downloads.checksums"))
    yield f'<p><a href="../{DOWNLOADS}/{CHECKSUMS}">{CHECKSUMS}</a>{words}</p>'


def _table(rows: Sequence[str], strings: Strings) -> str:
    head = "".join(
        f'<th scope="col">{escape(strings(f"downloads.{name}"))}</th>' for name in _COLUMNS
    )
    body = "".join(rows)
    return (
        '<div class="zq-downloads" tabindex="0"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(folder: Path, one: Download, strings: Strings, publication: Publication) -> str:
    form = escape(strings(f"downloads.form.{one.form}"))
    marked = f' lang="{one.lang}"' if one.lang and one.lang != strings.lang else ""
    title = f"<span{marked}>{escape(one.title)}</span><br>" if one.title else ""
    shown = f"{title}<small>{form}</small>" if title else form
    link = f'<a href="../{DOWNLOADS}/{one.name}">{shown}</a>'
    path = folder / one.name
    if one.name == NAME:
        size = total = _zip_cell("")
    else:
        size = f"<td>{kilobytes(path.stat().st_size)}</td>"
        total = f"<td><code>{checksum(path)}</code></td>"
    day = strings.date(publication.kb.today)
    return f"<tr><td>{link}</td>{size}<td>{one.pages or ''}</td><td>{day}</td>{total}</tr>"
