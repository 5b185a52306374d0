"""Printed page numbers are the real ones, and the head of a page names what stands at its top."""

import datetime as dt
import re
import subprocess
from pathlib import Path
from typing import Any

import pikepdf

from tests.book.reading import head_texts, opened, page_texts, squeezed
from zhiquan.outputs.book.fonts import find_fonts
from zhiquan.outputs.book.pdf_file import places
from zhiquan.outputs.book.places import digits, names_of, running_heads
from zhiquan.outputs.book.printing import Printed, Printing
from zhiquan.outputs.book.typesetter import DATA, Typesetter

NUMBERED = {"zh": re.compile(r"（第(\d+)页）"), "en": re.compile(r"\(p\.(\d+)\)")}

NAMES = {"topics/a": "A", "chapters/laws": "Laws", "limits/b": "B", "limits/c": "C", "laws/d": "D"}


def test_every_printed_page_number_is_the_page_of_what_it_names(
    book: Printed, tmp_path: Path
) -> None:
    """The number behind the name of an entry is where that entry begins."""
    begin = {ref: page for ref, (page, _) in places(book.pdf).items()}
    text = "".join(page_texts(book.pdf, tmp_path))
    pages: dict[str, set[int]] = {}
    for ref, entry in book.volume.data["entries"].items():
        pages.setdefault(squeezed(entry["name"]), set()).add(begin[ref])
    seen = 0
    for found in NUMBERED[book.volume.lang].finditer(text):
        before = text[max(0, found.start() - 200) : found.start()]
        names = [name for name in pages if before.endswith(name)]
        seen += len(names)
        assert int(found[1]) in set(begin.values())
        for name in names:
            assert int(found[1]) in pages[name], before[-40:]
    assert seen > 20


def test_every_link_inside_leads_to_the_beginning_of_an_entry(book: Printed) -> None:
    """Page and height are those of a heading, not merely some page of the book."""
    pdf = opened(book.pdf)
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    headings = {
        (numbers[place[0].objgen], round(float(place[3]), 1))
        for _, place in pikepdf.NameTree(pdf.Root.Names.Dests).items()
    }
    links = [
        (numbers[note.Dest[0].objgen], round(float(note.Dest[3]), 1))
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if isinstance(note.get("/Dest"), pikepdf.Array)
    ]
    assert len(links) > 20
    assert set(links) <= headings


def test_the_head_of_a_page_names_what_stands_at_its_top(book: Printed, tmp_path: Path) -> None:
    """Chapter and entry; nothing before the first chapter and where one begins."""
    wanted = running_heads(places(book.pdf), names_of(book.volume.data))
    heads = head_texts(book.pdf, tmp_path)[: book.pages]
    assert any(heads)
    for head, told in zip(heads, wanted, strict=False):
        assert head == squeezed("".join(told or ""))


def test_an_entry_that_begins_at_the_top_is_named_in_the_head() -> None:
    """Anything else on the page comes after it, so the entry before has no say."""
    found = {"topics/a": (2, 68.03), "limits/b": (3, 68.03), "limits/c": (3, 300.0)}
    assert running_heads(found, NAMES) == [None, None, ("A", "B"), ("A", "C")]


def test_a_page_between_two_beginnings_belongs_to_the_one_before() -> None:
    """The head is that of the text at the top; a page that opens a chapter has none."""
    found = {
        "topics/a": (1, 68.03),
        "limits/b": (1, 400.0),
        "limits/c": (3, 120.0),
        "chapters/laws": (4, 68.03),
        "laws/d": (4, 200.0),
    }
    assert running_heads(found, NAMES) == [None, ("A", "B"), ("A", "B"), None, ("Laws", "D")]


def test_a_number_has_room_for_the_pages_of_its_volume(book: Printed) -> None:
    """Otherwise printing it would move the pages; the sample has fewer than a hundred."""
    assert len(str(book.pages)) <= digits(book.volume.data)


def test_the_same_pdf_is_made_with_and_without_an_earlier_layout(
    project: Path, printing: Printing
) -> None:
    """Known places save a pass and decide nothing; wrong ones are found out."""
    volume = printing.printed("handbook-someone-at-the-door-zh").volume
    day = dt.date(2026, 11, 23)
    kept = project / DATA / f"places/{volume.name}.json"
    made = []
    for known in (
        None,
        '{"laws/gone": [3, 68.03], "limits/contact-hours": [7, 68.03]}',
        "as it is",
    ):
        if known is None:
            kept.unlink(missing_ok=True)
        elif known != "as it is":
            kept.write_text(known, "utf-8")
        setter = Typesetter(project, find_fonts(), day=day)
        made.append(setter.set(volume.template, volume.name, volume.data))
    assert made[0] == made[1] == made[2]


def test_poppler_has_nothing_to_complain_of(book: Printed, tmp_path: Path) -> None:
    """What a reader's software says of a broken file is said nowhere."""
    path = tmp_path / "book.pdf"
    path.write_bytes(book.pdf)
    for tool in ("pdfinfo", "pdffonts"):
        done = subprocess.run([tool, str(path)], capture_output=True, text=True, check=True)
        assert done.stderr == ""


def test_the_index_names_the_pages_of_what_it_lists(book: Printed, tmp_path: Path) -> None:
    """Behind every name stand the pages where its entries begin, each page once."""
    begin = {ref: page for ref, (page, _) in places(book.pdf).items()}
    text = "".join(page_texts(book.pdf, tmp_path)[begin["chapters/index"] - 1 :])
    comma = {"zh": "、", "en": ","}[book.volume.lang]
    assert book.volume.data["index"]
    for group in book.volume.data["index"]:
        for name, refs in group["names"]:
            pages = sorted({begin[ref] for ref in refs})
            assert squeezed(name) + comma.join(map(str, pages)) in text
