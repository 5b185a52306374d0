"""What a build puts beside the site for readers to keep, and the page that lists it."""

import hashlib
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import TODAY, zhiquan
from tests.links import dead_links
from tests.sample import write_sample


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project as `zhiquan build` makes it, with every file."""
    root = write_sample(tmp_path_factory.mktemp("downloads"))
    result = zhiquan("build", "--today", TODAY.isoformat(), cwd=root)
    assert result.returncode == 0, result.stderr
    return root / "site"


def test_every_file_of_both_languages_is_there(site: Path) -> None:
    """Book, handbooks, both cards, the e-book and the zip, by the names that pages link."""
    names = {path.name for path in (site / "downloads").iterdir()}
    for lang in ("zh", "en"):
        assert {
            f"zhiquan-{lang}.pdf",
            f"handbook-someone-at-the-door-{lang}.pdf",
            f"card-{lang}-a6.pdf",
            f"card-{lang}-a4.pdf",
            f"zhiquan-{lang}.epub",
        } <= names
    assert "zhiquan-site.zip" in names


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_tells_size_pages_and_checksum_of_every_file(site: Path, lang: str) -> None:
    """A reader on a paid connection sees what a file costs; anyone can compare its checksum."""
    page = (site / lang / "downloads.html").read_text("utf-8")
    assert "zq-no-files" not in page
    for line in (site / "downloads/SHA256SUMS").read_text("utf-8").splitlines():
        checksum, name = line.split("  ")
        content = (site / "downloads" / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == checksum
        assert f'href="../downloads/{name}"' in page
        assert checksum in page
    one = {"zh": "1页", "en": "1 page"}[lang]
    assert re.search(rf"<span>\d+ KB</span> <span>{one}</span>", page)


def test_the_zip_holds_the_pdfs_and_says_nothing_of_itself(site: Path) -> None:
    """A file cannot hold its own checksum; the one on the live page is of the finished zip."""
    with ZipFile(site / "downloads/zhiquan-site.zip") as archive:
        page = archive.read("zhiquan-site/zh/downloads.html").decode()
        assert "zhiquan-site/downloads/card-zh-a6.pdf" in archive.namelist()
    assert page.count('<span class="zq-zip"></span>') == 2
    assert 'href="../downloads/card-zh-a6.pdf"' in page


def test_entry_pages_link_files_that_exist(site: Path) -> None:
    """Every entry and topic leads to its handbook and to the book."""
    names = {path.name for path in (site / "downloads").iterdir()}
    for path in (site / "zh").glob("*/*.html"):
        linked = set(re.findall(r'href="\.\./\.\./downloads/([^"]+)"', path.read_text("utf-8")))
        assert linked <= names
    limit = (site / "zh/limits/contact-hours.html").read_text("utf-8")
    assert "../../downloads/handbook-someone-at-the-door-zh.pdf" in limit
    assert "../../downloads/zhiquan-zh.pdf" in limit


@pytest.mark.parametrize("option", ["", "--no-pdf", "--no-downloads"])
def test_no_page_links_a_file_that_was_not_made(site: Path, option: str, tmp_path: Path) -> None:
    """Whatever is left out of a build.

    Pages written by hand link real entries, which the sample lacks: only files are looked at.
    """
    built = site
    if option:
        built = tmp_path / "site"
        arguments = ("build", "--today", TODAY.isoformat(), option, "--site-dir", str(built))
        assert zhiquan(*arguments, cwd=site.parent).returncode == 0
    assert [link for link in dead_links(built) if not link.endswith(".html")] == []
    pages = "".join((built / f"{lang}/downloads.html").read_text("utf-8") for lang in ("zh", "en"))
    assert ("zq-no-files" in pages) == (option == "--no-downloads")
    assert (".pdf" in pages) == (option == "")


def test_what_cannot_be_printed_is_named_with_its_entry(tmp_path: Path) -> None:
    """Never a box in print, and no traceback."""
    root = write_sample(tmp_path / "project")
    path = root / "docs/entries/topics/someone-at-the-door.yaml"
    path.write_text(path.read_text("utf-8").replace("zh: ", "zh: 📝", 1), "utf-8")
    result = zhiquan("pdf", "card-zh-a6", cwd=root)
    assert result.returncode == 1
    assert "U+1F4DD" in result.stderr
    assert "topics/someone-at-the-door" in result.stderr
    assert "Traceback" not in result.stderr
