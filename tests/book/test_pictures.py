"""Pictures in print: seen, heard, and said again in words; nothing drawn that is not known."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.book.reading import alternatives, opened, page_texts, squeezed
from tests.conftest import ROOT, TODAY
from zhiquan.entries.entry import PictureName
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import load
from zhiquan.outputs.book.fonts import find_fonts
from zhiquan.outputs.book.pictures import told
from zhiquan.outputs.book.printing import Printed
from zhiquan.outputs.book.typesetter import missing
from zhiquan.pages.pictures.gallery import Gallery
from zhiquan.pages.strings import Strings
from zhiquan.source.message import LANGUAGES, Language

NAMES: tuple[PictureName, ...] = get_args(PictureName)
CLASS = re.compile(r"\.(zq-[a-z-]+)")


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    """The real entries, on the day of the tests."""
    return load(ROOT, today=TODAY).kb


def printed(kb: KnowledgeBase, name: PictureName, lang: Language) -> dict[str, Any]:
    """What a picture tells the templates of the book."""
    strings = Strings.load(ROOT / "templates/strings", lang)
    picture = Gallery(kb, strings).picture(name)
    assert picture
    return told(picture, strings)


def test_a_picture_is_printed_with_all_it_says(book: Printed, tmp_path: Path) -> None:
    """Its words, its caption and the same in words can be read, copied and searched for."""
    text = "".join(page_texts(book.pdf, tmp_path))
    (one,) = book.volume.data["entries"]["limits/contact-hours"]["pictures"]
    cells = [cell for group in one["groups"] for row in group["rows"] for cell in row]
    for said in (one["title"], one["caption"], *one["columns"], *cells):
        assert squeezed(said) in text
    for word in one["words"]:
        assert squeezed(word["words"]) in text


def test_a_picture_is_heard_as_one_figure(book: Printed) -> None:
    """A screen reader says what it shows, as on the site, and not its words one by one."""
    (one,) = book.volume.data["entries"]["limits/contact-hours"]["pictures"]
    assert alternatives(opened(book.pdf)) == [one["alt"]]
    assert "08:00" in one["alt"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_set_by_the_book(real: KnowledgeBase, name: PictureName, lang: Language) -> None:
    """No word is left in the drawing, and the fonts of the book have each sign."""
    one = printed(real, name, lang)
    assert one["words"]
    assert "<text" not in one["shapes"]
    said = "".join(word["words"] for word in one["words"]) + one["caption"]
    cells = "".join(cell for group in one["groups"] for row in group["rows"] for cell in row)
    assert missing(set(said + cells), find_fonts()) == ()


def test_every_shape_has_its_looks_in_print(real: KnowledgeBase) -> None:
    """A class of a drawing that the print styles do not know would be drawn black."""
    styles = set(CLASS.findall((ROOT / "templates/book/pictures.css").read_text("utf-8")))
    for name in NAMES:
        shapes = printed(real, name, "zh")["shapes"]
        used = {one for many in re.findall('class="([^"]*)"', shapes) for one in many.split()}
        assert used <= styles
