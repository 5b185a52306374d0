"""The site as one zip: what is in it, what is not, and that it is the same every time."""

import datetime as dt
import hashlib
import json
import os
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from zhiquan.outputs.archive import checksum
from zhiquan.outputs.bundle import MissingStripError, NotASiteError, Origin, copied, write_bundle

PAGE = """<head><link rel="canonical" href="https://site.example/en/a.html"></head>
<aside class="zq-saved" hidden data-zq-day="2026-11-23"><span class="zq-saved__live">See
<a href="https://site.example/">site</a></span></aside><section data-zq-keep="4 MB"></section>
<a href="../downloads/zhiquan-site.zip">zip</a> <a href="../downloads/book.pdf">book</a>"""

ORIGIN = Origin("https://site.example/", dt.date(2026, 11, 23))

FILES = {
    "index.html": PAGE.replace("en/a.html", ""),
    "en/a.html": PAGE,
    "en/404.html": "<p>lost</p>",
    "404.html": "<p>lost</p>",
    "api/v1/index.json": '{"date": "2026-11-23"}',
    "downloads/SHA256SUMS": "0  book.pdf",
    "downloads/book.pdf": "%PDF " + "words " * 100,
    "downloads/zhiquan-site.zip": "an old copy",
    "downloads/zhiquan-site.zip.part": "a broken one",
    "offline/zh.json": "{}",
    "robots.txt": "User-agent: *",
    "sitemap-1.xml": "<urlset/>",
    "sw.js": "self",
}


def lay_out(folder: Path, names: list[str]) -> Path:
    """A small finished site, its files written in the order of the names."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(FILES[name], "utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small finished site."""
    return lay_out(tmp_path / "site", sorted(FILES))


def test_only_what_a_reader_can_use_is_packed(small: Path, tmp_path: Path) -> None:
    """No page of a server, no worker, no zip in the zip."""
    write_bundle(small, tmp_path / "copy.zip")
    assert set(ZipFile(tmp_path / "copy.zip").namelist()) == {
        f"zhiquan-site/{name}"
        for name in ("MANIFEST.json", "READ-ME-FIRST.txt", "index.html", "en/a.html",
                     "api/v1/index.json", "downloads/book.pdf")
    }  # fmt: skip


def test_same_site_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    """Neither times nor permissions nor the order of files on the disk can be seen in the zip."""
    again = lay_out(tmp_path / "again", sorted(FILES, reverse=True))
    for path in again.rglob("*.html"):
        os.utime(path, (1, 1))
        path.chmod(0o600)
    write_bundle(small, small / "downloads/zhiquan-site.zip")
    write_bundle(again, tmp_path / "again.zip")
    assert checksum(small / "downloads/zhiquan-site.zip") == checksum(tmp_path / "again.zip")


def test_file_that_is_compressed_already_is_only_stored(small: Path, tmp_path: Path) -> None:
    """A PDF is not compressed again."""
    write_bundle(small, tmp_path / "copy.zip")
    info = ZipFile(tmp_path / "copy.zip").getinfo("zhiquan-site/downloads/book.pdf")
    assert info.compress_type == ZIP_STORED
    assert info.date_time == (2026, 11, 23, 0, 0, 0)
    assert info.external_attr >> 16 == 0o100644


def test_copied_page_says_its_day_and_where_it_comes_from() -> None:
    """The strip is shown, leads to the page itself, and nothing is offered that a file lacks."""
    shown = copied("en/a.html", PAGE.encode(), ORIGIN).decode()
    assert '<aside class="zq-saved" data-zq-day="2026-11-23">' in shown
    assert '<a href="https://site.example/en/a.html">site</a>' in shown
    assert 'data-zq-keep=""' in shown
    assert '<a href="https://site.example/downloads/zhiquan-site.zip">zip</a>' in shown
    assert '<a href="../downloads/book.pdf">book</a>' in shown


def test_first_page_says_its_day_in_both_languages() -> None:
    """The page that only asks for a language has a day that both can read."""
    page = PAGE.replace("See", '<time class="zq-saved__day"></time> See')
    assert b'<time class="zq-saved__day">2026-11-23</time>' in copied("a", page.encode(), ORIGIN)


def test_page_that_cannot_say_its_day_is_refused() -> None:
    """No page leaves without its day: the theme has lost the strip."""
    with pytest.raises(MissingStripError, match=r"en/a\.html"):
        copied("en/a.html", b"<p>no strip</p>", ORIGIN)


def test_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    """The message says what to run first."""
    with pytest.raises(NotASiteError, match="zhiquan build"):
        write_bundle(tmp_path, tmp_path / "copy.zip")


def test_checksums_are_those_of_the_files(built_site: Path) -> None:
    """Every file to keep stands in SHA256SUMS, as `sha256sum --check` reads it."""
    folder = built_site / "downloads"
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert set(told) | {"SHA256SUMS"} == {path.name for path in folder.iterdir()}
    for name, digest in told.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_manifest_lists_the_real_copy(built_site: Path) -> None:
    """Every file of the real copy, its size and its SHA-256; every page shows its day."""
    with ZipFile(built_site / "downloads/zhiquan-site.zip") as archive:
        manifest = json.loads(archive.read("zhiquan-site/MANIFEST.json"))
        listed = {f"zhiquan-site/{one['path']}": one for one in manifest["files"]}
        unlisted = {"zhiquan-site/MANIFEST.json", "zhiquan-site/READ-ME-FIRST.txt"}
        assert set(archive.namelist()) == set(listed) | unlisted
        for name, one in listed.items():
            content = archive.read(name)
            assert (one["size"], one["sha256"]) == (
                len(content),
                hashlib.sha256(content).hexdigest(),
            )
            assert not name.endswith(".html") or b'<aside class="zq-saved" hidden' not in content
    assert manifest["date"] == "2026-11-23"
    assert manifest["site"].startswith("https://")
