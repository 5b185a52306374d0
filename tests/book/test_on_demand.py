"""PDFs while the preview runs: made when asked for, kept until what they hold changes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.book.conftest import RULE
from tests.book.reading import page_texts
from tests.sample import ready, write_sample
from zhiquan.mkdocs_plugin import draw
from zhiquan.outputs.preview import Preview

HANDBOOK = "/downloads/handbook-someone-at-the-door-en.pdf"
CARD = "/downloads/card-en-a6.pdf"
LENDER = "docs/entries/lenders/example-lender.yaml"
WAIT = 120.0
"""Seconds after which a PDF counts as lost; a loaded machine needs some."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Of a sample project that the tests change."""
    folder = write_sample(tmp_path_factory.mktemp("on-demand"))
    preview = Preview(ready(folder), draw=draw, patience=0)
    yield preview
    preview.close()


def made(preview: Preview, path: str) -> bytes:
    """A PDF, asked for as a browser does until it is there."""
    end = time.monotonic() + WAIT
    while (answer := preview.answer(path)).status == 202:
        assert time.monotonic() < end
        assert b'http-equiv="refresh"' in answer.body
    assert (answer.status, answer.media_type) == (200, "application/pdf")
    return answer.body


@contextmanager
def saved(preview: Preview, name: str, old: str, new: str) -> Iterator[None]:
    """A file of the project changed and saved; as it was afterwards."""
    path = preview.project.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    preview.saved([path])
    try:
        yield
    finally:
        path.write_text(text, "utf-8")
        preview.saved([path])


def test_a_pdf_is_made_when_it_is_asked_for(preview: Preview, tmp_path: Path) -> None:
    """From the entries as they are, with the link that the pages have to it."""
    assert HANDBOOK in preview.answer("/en/limits/contact-hours.html").body.decode()
    assert "Hoursofcontact" in "".join(page_texts(made(preview, HANDBOOK), tmp_path))


def test_a_saved_entry_is_in_the_next_one(preview: Preview, tmp_path: Path) -> None:
    """The second time too, when what did not change is laid out already."""
    before = made(preview, HANDBOOK)
    with saved(preview, RULE, "Hours of contact", "Hours to call"):
        text = "".join(page_texts(made(preview, HANDBOOK), tmp_path))
        assert "Hourstocall" in text
        assert "Hoursofcontact" not in text
    assert made(preview, HANDBOOK) == before


def test_it_is_kept_until_something_it_holds_changes(preview: Preview) -> None:
    """A save elsewhere makes nothing anew: the same PDF is given at once."""
    before = made(preview, CARD)
    with saved(preview, LENDER, "Licensed by", "Licensed long ago by"):
        answer = preview.answer(CARD)
        assert (answer.status, answer.body) == (200, before)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("templates/strings/book/en.yaml", "Do now", "Do at once"),
     ("templates/book/card.typ", "[知权 · Know", "[Rights: Know")],
)  # fmt: skip
def test_a_template_of_the_book_counts_too(preview: Preview, name: str, old: str, new: str) -> None:
    """Its looks and words are among what it holds."""
    before = made(preview, CARD)
    with saved(preview, name, old, new):
        assert made(preview, CARD) != before


def test_a_name_of_no_pdf_is_unknown(preview: Preview) -> None:
    """Neither a topic that is not there nor a file beside it is made or given away."""
    for path in ("/downloads/handbook-none-en.pdf", "/downloads/zhiquan-fr.pdf",
                 "/downloads/../mkdocs.yml", "/downloads/zhiquan-site.zip"):  # fmt: skip
        assert preview.answer(path).status == 404


def test_the_page_of_downloads_lists_them(preview: Preview) -> None:
    """Each with its title, and without figures that nobody knows yet."""
    page = preview.answer("/en/downloads.html").body.decode()
    assert "zq-no-files" not in page
    for path in (HANDBOOK, CARD, "/downloads/zhiquan-zh.pdf"):
        assert f'href="..{path}"' in page
    assert "SHA256SUMS" not in page


def test_what_cannot_be_printed_is_told(preview: Preview) -> None:
    """A character that no font has: the answer says so, and the preview goes on."""
    with saved(preview, RULE, "Hours of contact", "Hours of contact \U0001f4dd"):
        while (answer := preview.answer(HANDBOOK)).status == 202:
            pass
        assert answer.status == 500
        assert "\U0001f4dd" in answer.body.decode()
    assert made(preview, HANDBOOK)
