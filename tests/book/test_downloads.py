"""The downloads of a site: files, the page that lists them, checksums, and links to them."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sample import ready, write_sample
from zhiquan.mkdocs_plugin import draw
from zhiquan.outputs.downloads import MAKERS, Download, Listed, Order, make_downloads


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Order:
    """The sample project with its site drawn."""
    root = write_sample(tmp_path_factory.mktemp("downloads"))
    project = ready(root)
    site = root / "site"
    drawn = draw(root / "mkdocs.yml", site, project)
    return Order(project.publication, drawn.settings, root, site)


@pytest.fixture(scope="module")
def listed(order: Order) -> tuple[Listed, ...]:
    """What was made, with a maker after the PDFs that sees what is there."""

    def after(order: Order) -> Iterator[Download]:
        seen = (order.site / "zh/downloads.html").read_text("utf-8")
        assert "zhiquan-zh.pdf" in seen
        yield Download(name="last.txt", title="Last", lang=None, form="book", data=b"last")

    return make_downloads(order, (*MAKERS, after))


def test_every_file_of_both_languages_is_there(order: Order, listed: tuple[Listed, ...]) -> None:
    """Book, handbooks and both cards, by the names that pages link."""
    names = {one.download.name for one in listed}
    for lang in ("zh", "en"):
        assert {
            f"zhiquan-{lang}.pdf",
            f"handbook-someone-at-the-door-{lang}.pdf",
            f"card-{lang}-a6.pdf",
            f"card-{lang}-a4.pdf",
        } <= names
    assert all((order.site / "downloads" / name).is_file() for name in names)


def test_the_checksums_are_those_of_the_files(order: Order, listed: tuple[Listed, ...]) -> None:
    """`sha256sum -c` agrees, and so does the page."""
    folder = order.site / "downloads"
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    assert len(lines) == len(listed)
    page = (order.site / "zh/downloads.html").read_text("utf-8")
    for line in lines:
        checksum, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == checksum
        assert checksum in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_lists_size_and_pages(order: Order, listed: tuple[Listed, ...], lang: str) -> None:
    """A reader on a paid connection sees what a file will cost."""
    page = (order.site / lang / "downloads.html").read_text("utf-8")
    assert "zq-downloads -->" not in page
    for one in listed:
        assert f'href="../downloads/{one.download.name}"' in page
    assert re.search(r"<td>\d+ KB</td><td>1</td>", page)


def test_entry_pages_link_files_that_exist(order: Order, listed: tuple[Listed, ...]) -> None:
    """Every entry and topic leads to its handbook and to the book."""
    names = {one.download.name for one in listed}
    for path in (order.site / "zh").glob("*/*.html"):
        text = path.read_text("utf-8")
        linked = set(re.findall(r'href="\.\./\.\./downloads/([^"]+)"', text))
        assert linked <= names
    limit = Path(order.site / "zh/limits/contact-hours.html").read_text("utf-8")
    assert "../../downloads/handbook-someone-at-the-door-zh.pdf" in limit
