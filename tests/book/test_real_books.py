"""The books of the real entries, read back: every text, every page number, the ends of lines."""

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.book.reading import opened, outline, page_texts, places, squeezed, without_page_numbers
from tests.conftest import ROOT
from tests.sample import ready
from zhiquan.knowledge.anatomy import LINK
from zhiquan.mkdocs_plugin import read_settings
from zhiquan.outputs.book.printing import Printed, Printing
from zhiquan.pages.addresses import UP
from zhiquan.pages.links import Links
from zhiquan.pages.plain import plain
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES, Language

BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-+*]|\d+[.)])\s)|\|\s*\n?")
"""Between paragraphs, items of lists and cells of tables."""
RULER = re.compile(r"[-:]*")
NUMBER = {"zh": re.compile(r"（第(\d+)页）"), "en": re.compile(r"\(p\.(\d+)\)")}
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
CLOSING = tuple("，。、；：？！）》」』”’")
SAMPLED = ("1-40", "200-230", "400-430")
"""Pages of the Chinese book whose lines are looked at."""
NEAR = 9.0
"""Points: less than a character between what stands side by side."""


@dataclass(frozen=True)
class Book:
    """The real book of one language, and what it was made of."""

    lang: Language
    publication: Publication
    printed: Printed
    pages: list[str]
    """The text of every page without white space; the first is page 1."""
    places: dict[str, int]
    """By ref: the page on which an entry begins."""

    def of(self, ref: str) -> str:
        """The text of the pages from the one on which an entry begins to that of the next."""
        first = self.places[ref]
        later = [page for page in self.places.values() if page > first]
        last = min(later, default=len(self.pages))
        return without_page_numbers("".join(self.pages[first - 1 : last]))


@pytest.fixture(scope="session")
def publication() -> Publication:
    """The real entries."""
    return ready(ROOT).publication


@pytest.fixture(scope="session")
def books(
    publication: Publication, tmp_path_factory: pytest.TempPathFactory
) -> dict[Language, Book]:
    """Both, made once: whoever comes second, in this run or a later one, finds them kept."""
    printing = Printing(publication, read_settings(ROOT / "mkdocs.yml"), root=ROOT)
    folder, found = tmp_path_factory.mktemp("real"), {}
    made = printing.all([f"zhiquan-{lang}" for lang in LANGUAGES])
    for lang, printed in zip(LANGUAGES, made, strict=True):
        texts = page_texts(printed.pdf, folder)
        found[lang] = Book(lang, publication, printed, texts, places(opened(printed.pdf)))
    return found


@pytest.fixture(params=LANGUAGES)
def book(request: pytest.FixtureRequest, books: dict[Language, Book]) -> Book:
    """The book of one language."""
    return books[request.param]


def said(book: Book, ref: str) -> Iterator[str]:
    """Every text that the model of an entry holds, and its questions with their answers."""
    for placed in book.publication.kb.contents[ref].texts:
        yield placed.text.shown(book.lang)[0]
    for asked in book.publication.questions_of(ref, book.lang):
        # The made questions of a word ask for its definition, which stands right above.
        if not (asked.generated and ref.startswith("terms/")):
            yield asked.question
            yield asked.answer


def blocks(markdown: str, links: Links) -> Iterator[str]:
    """The words of each paragraph, item and cell, without white space."""
    written = LINK.sub(lambda link: plain(link[0], links), markdown)
    for block in BLOCK.split(written):
        words = squeezed(plain(block, links))
        if not RULER.fullmatch(words):
            yield without_page_numbers(words)


def test_every_text_of_every_entry_is_printed_where_it_stands(book: Book) -> None:
    """Summary, answer, steps, rules, questions: between its heading and the next one."""
    links = Links(book.publication.kb, book.lang, UP)
    missing, looked_at = [], 0
    for ref, _ in book.publication.kb.entries():
        text = book.of(ref)
        for words in (one for markdown in said(book, ref) for one in blocks(markdown, links)):
            looked_at += 1
            missing += [(ref, words)] if words not in text else []
    assert looked_at > 10_000
    assert missing == []


def test_every_printed_page_number_is_that_of_the_entry(book: Book) -> None:
    """Behind every reference, in whatever words it names the entry, stands its real page."""
    named = defaultdict(set)
    links = Links(book.publication.kb, book.lang, UP)
    for ref, page in book.places.items():
        if "/" in ref:
            named[page].add(squeezed(links.title(ref)))
    for ref, _ in book.publication.kb.entries():
        for link in LINK.finditer("\n".join(said(book, ref))):
            page = book.places[links.living(link[1])]
            named[page].add(squeezed(plain(link[0], links)))
    text = "".join(book.pages)
    found = [(match.start(), int(match[1])) for match in NUMBER[book.lang].finditer(text)]
    wrong = [
        (text[at - 20 : at], page)
        for at, page in found
        if not any(text.endswith(words, 0, at) for words in named[page])
    ]
    assert len(found) > 5_000
    assert wrong == []


def test_outline_and_contents_and_index_name_the_real_pages(book: Book) -> None:
    """An entry is found by the reader's software, by the contents and by the index alike."""
    marks = list(outline(opened(book.printed.pdf)))
    entries = book.printed.volume.data["entries"]
    by_page = defaultdict(set)
    for _, title, page in marks:
        by_page[page].add(squeezed(title))
    for ref, entry in entries.items():
        assert any(squeezed(entry["name"]) in title for title in by_page[book.places[ref]]), ref
    index = "".join(book.pages[marks[-1][2] - 1 :])
    comma = squeezed(book.printed.volume.data["words"]["list.comma"])
    names = (pair for group in book.printed.volume.data["index"] for pair in group["names"])
    wrong = [
        name
        for name, refs in names
        if squeezed(name) + comma.join(map(str, sorted({book.places[ref] for ref in refs})))
        not in index
    ]
    assert wrong == []


@pytest.mark.parametrize("pages", SAMPLED)
def test_no_line_begins_with_a_closing_sign(
    books: dict[Language, Book], pages: str, tmp_path: Path
) -> None:
    """Chinese lines are broken as printers do: a comma or a closing bracket hangs behind no gap."""
    path = tmp_path / "book.pdf"
    path.write_bytes(books["zh"].printed.pdf)
    first, _, last = pages.partition("-")
    command = ["pdftotext", "-bbox", "-f", first, "-l", last, str(path), "-"]
    read = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    closing, bare = 0, []
    for page in read.split("<page ")[1:]:
        words: list[Any] = [
            (*map(float, found[:4]), unescape(found[4])) for found in WORD.findall(page)
        ]
        for word in words:
            if word[4].startswith(CLOSING):
                closing += 1
                bare += [] if _follows(word, words) else [word]
    assert closing > 100
    assert bare == []


def _follows(word: Any, words: list[Any]) -> bool:
    """Whether something stands right before a word on its line; poppler ends words at quotes."""
    left, top, _, bottom, _ = word
    middle = (top + bottom) / 2
    return any(
        one is not word and one[1] < middle < one[3] and abs(one[2] - left) < NEAR for one in words
    )
