"""What a reader of the book finds: every text, the right pages, a document that can be heard."""

import subprocess
from pathlib import Path
from typing import Any

import pikepdf

from tests.book.conftest import HOSTILE, NAME
from tests.book.reading import (
    kinds_of_tags,
    languages,
    opened,
    outline,
    page_texts,
    squeezed,
    texts,
)
from zhiquan.outputs.book.printing import Printed, Printing


def test_every_text_of_every_entry_is_printed(book: Printed, tmp_path: Path) -> None:
    """Nothing that the site says of an entry is missing in print."""
    found = "".join(page_texts(book.pdf, tmp_path))
    wanted = {squeezed(text) for one in book.volume.data["entries"].values() for text in texts(one)}
    assert len(wanted) > 20
    assert not [text for text in sorted(wanted) if text not in found]


def test_hostile_words_print_as_themselves(book: Printed, tmp_path: Path) -> None:
    """What looks like markup of Typst, of Markdown or of HTML is text."""
    assert squeezed(HOSTILE) in "".join(page_texts(book.pdf, tmp_path))


def test_a_hostile_title_is_a_heading_and_a_bookmark(printing: Printing, tmp_path: Path) -> None:
    """In the text, in the contents, in the index, and in the outline, sign for sign."""
    pdf = printing.printed("zhiquan-en").pdf
    assert "".join(page_texts(pdf, tmp_path)).count(squeezed(NAME)) >= 3
    assert NAME in [title for _, title, _ in outline(opened(pdf))]


def test_bookmarks_lead_to_the_page_of_their_title(book: Printed, tmp_path: Path) -> None:
    """One for every entry, chapter and part, each where its words stand."""
    pages = page_texts(book.pdf, tmp_path)
    marks = list(outline(opened(book.pdf)))
    titles = [title for _, title, _ in marks]
    assert [title for title in titles if titles.count(title) > 1] == []
    for _, title, page in marks:
        assert squeezed(title) in pages[page - 1], title
    for one in book.volume.data["entries"].values():
        assert any(one["name"] in title for title in titles), one["name"]


def test_the_contents_name_the_real_pages(book: Printed, tmp_path: Path) -> None:
    """A printed page number is the number of the page in the reader's software."""
    pages = page_texts(book.pdf, tmp_path)
    marks = [(squeezed(title), page) for _, title, page in outline(opened(book.pdf))]
    start = next(place for place, (title, _) in enumerate(marks) if title in {"目录", "Contents"})
    chapters = marks[start + 1 :]
    contents = "".join(pages[marks[start][1] - 1 : chapters[0][1] - 1])
    terms = [ref for ref in book.volume.data["entries"] if ref.startswith("terms/")]
    listed = [title for title, page in chapters if f"{title}{page}" in contents]
    assert len(listed) == len(chapters) - len(terms)


def test_the_index_names_the_real_pages(book: Printed, tmp_path: Path) -> None:
    """Behind every name stand the pages of the entries it leads to, each once, in order."""
    pages = page_texts(book.pdf, tmp_path)
    marks = list(outline(opened(book.pdf)))
    starts = {
        ref: page
        for ref, entry in book.volume.data["entries"].items()
        for _, title, page in marks
        if entry["name"] in title
    }
    index = "".join(pages[marks[-1][2] - 1 :])
    comma = book.volume.data["words"]["list.comma"]
    for name, refs in (pair for group in book.volume.data["index"] for pair in group["names"]):
        numbers = comma.join(map(str, sorted({starts[ref] for ref in refs})))
        assert squeezed(f"{name}{numbers}") in index


def test_every_link_inside_leads_somewhere(book: Printed) -> None:
    """No reference points at a page that is not there."""
    pdf = opened(book.pdf)
    pages = {page.objgen for page in pdf.pages}
    targets = [
        note.A.D if "/A" in note else note.Dest
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if "/Dest" in note or ("/A" in note and note.A.S == "/GoTo")
    ]
    names = _named(pdf)
    assert len(targets) > 20
    for target in targets:
        place = names[str(target)] if isinstance(target, pikepdf.String) else target
        assert place[0].objgen in pages


def _named(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """By name: the places that links can name."""
    if "/Names" not in pdf.Root or "/Dests" not in pdf.Root.Names:
        return {}
    found: dict[str, Any] = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
    return {
        name: place if isinstance(place, pikepdf.Array) else place.D
        for name, place in found.items()
    }


def test_a_screen_reader_is_served(book: Printed) -> None:
    """Title, language, tags and page labels are there, and tables have header cells."""
    pdf = opened(book.pdf)
    root, lang = pdf.Root, book.volume.lang
    assert str(root.Lang).startswith(lang)
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert "/PageLabels" in root
    assert pdf.docinfo["/Title"] == book.volume.title
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TOC"} <= kinds_of_tags(pdf)


def test_a_passage_in_the_other_language_says_so(book: Printed) -> None:
    """English names in the Chinese glossary are read with an English voice, and vice versa."""
    other = "en" if book.volume.lang == "zh" else "zh"
    assert any(lang.startswith(other) for lang in languages(opened(book.pdf)))


def test_it_claims_both_standards(book: Printed) -> None:
    """PDF/A-2a for archives, PDF/UA-1 for access."""
    with opened(book.pdf).open_metadata() as meta:
        assert meta["pdfaid:part"] == "2"
        assert meta["pdfaid:conformance"] == "A"
        assert meta["pdfuaid:part"] == "1"


def test_fonts_are_inside_and_only_ours(book: Printed) -> None:
    """Embedded as subsets with a way back to Unicode; nothing is borrowed from the machine."""
    pdf = opened(book.pdf)
    fonts = [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0"
    ]
    assert fonts
    for font in fonts:
        name = str(font.BaseFont)
        assert "NotoSans" in name
        assert name[7] == "+"
        assert "/ToUnicode" in font
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_every_page_says_of_which_day_it_is(book: Printed, tmp_path: Path) -> None:
    """A copy that outlives the site still shows its date and the version of its data."""
    path = tmp_path / "book.pdf"
    path.write_bytes(book.pdf)
    for page in range(2, book.pages + 1):
        text = _whole_page(path, page)
        assert squeezed(book.volume.data["day"]) in text
        assert book.volume.data["version"] in text
        assert "zhiquan.example" in text


def _whole_page(path: Path, page: int) -> str:
    command = ["pdftotext", "-f", str(page), "-l", str(page), str(path), "-"]
    return squeezed(subprocess.run(command, capture_output=True, check=True).stdout.decode())
