"""The site: every address with its text, and machines told what people are shown."""

import re
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from tests.html import Html, plain
from zhiquan.entries.kinds import KINDS
from zhiquan.outputs import site as site_module
from zhiquan.outputs.frames import SLOTS, cut, slot
from zhiquan.outputs.project import Project
from zhiquan.outputs.settings import SiteSettings
from zhiquan.outputs.site import Drawn, Site
from zhiquan.outputs.writing import replace
from zhiquan.source.message import LANGUAGES

HAND_WRITTEN = ("about.html", "index.html")
BARE = "".join(f"<i>{slot(name)}</i>" for name in SLOTS)
TAG = re.compile(r"<[^>]+>")


@pytest.fixture
def site(project: Project, settings: SiteSettings) -> Site:
    """The sample's site in frames that are nothing but slots."""
    frames = {
        (lang, section): cut(BARE, name=section)
        for lang in LANGUAGES
        for section in (*KINDS, "faq", "status")
    }
    return Site(project.publication, Drawn(frames, HAND_WRITTEN, settings))


def pages(site: Site) -> dict[str, str]:
    """Every generated page by address."""
    found = {address: site.text(address) for address in site.addresses()}
    return {address: text for address, text in found.items() if text and address[-5:] == ".html"}


def test_every_address_has_a_text(site: Site) -> None:
    """Each address gives its file; any other gives nothing."""
    assert all(site.text(address) for address in site.addresses())
    assert site.text("zh/limits/none.html") is None
    assert len(site.addresses()) == len(set(site.addresses()))


def test_faq_data_says_what_the_page_says(site: Site) -> None:
    """Each question and each answer of the structured data stands on its page, word for word."""
    told = 0
    for address, html in pages(site).items():
        shown = plain(html)
        for item in Html(html).data().get("FAQPage", {}).get("mainEntity", []):
            assert plain(item["name"]) in shown, address
            assert plain(item["acceptedAnswer"]["text"]) in shown, address
            told += 1
    assert told > 10


def test_breadcrumb_data_says_what_the_page_says(site: Site) -> None:
    """The structured breadcrumbs are the visible ones, in the same order."""
    for address, html in pages(site).items():
        visible = re.search(r'<nav class="zq-crumbs".*?</nav>', html)
        assert visible, address
        names = [unescape(TAG.sub("", item)) for item in re.findall(r"<li.*?</li>", visible[0])]
        items = Html(html).data()["BreadcrumbList"]["itemListElement"]
        assert [item["name"] for item in items] == names


def test_every_inner_link_leads_to_a_page_and_an_anchor(site: Site) -> None:
    """No link of a generated page leads nowhere."""
    read = {address: Html(html) for address, html in pages(site).items()}
    others = {f"{lang}/{path}" for lang in LANGUAGES for path in HAND_WRITTEN}
    dead = []
    for address, page in read.items():
        for link in page.links():
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = (
                normpath(join(dirname(address), unquote(parts.path))) if parts.path else address
            )
            # The tests of downloads see those files.
            is_there = (
                target in others
                or "/downloads" in f"/{target}"
                or (target in read and (not parts.fragment or parts.fragment in read[target].ids()))
            )
            if not is_there:
                dead.append(f"{address}: {link}")
    assert dead == []


def test_both_languages_have_the_same_pages(site: Site) -> None:
    """The language switch of each page leads to a page."""
    made = pages(site)
    for address in made:
        other = address.replace("zh/", "en/", 1) if address[:2] == "zh" else f"zh{address[2:]}"
        assert other in made


def test_the_sitemap_lists_living_pages_only(site: Site) -> None:
    """Each page and each hand-written page is listed; the page of a removed entry is not."""
    text = str(site.text("sitemap.xml"))
    assert "limits/contact-hours.html" in text
    assert "en/about.html" in text
    assert "old-hours" not in text
    assert site.text("zh/limits/old-hours.html") is not None


def test_writing_makes_every_file(site: Site, tmp_path: Path) -> None:
    """What `text` gives is what is written, and progress ends where it said it would."""
    told: list[tuple[int, int]] = []
    site.write(tmp_path, progress=lambda done, total: told.append((done, total)))
    for address in site.addresses():
        assert (tmp_path / address).read_text("utf-8") == site.text(address)
    assert told[-1][0] == told[-1][1] > 10


def test_a_process_for_each_language_writes_the_same_bytes(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether languages are written one after the other or side by side, the files agree."""
    alone, forked = tmp_path / "alone", tmp_path / "forked"
    one = site.write(alone)
    monkeypatch.setattr(site_module, "FORKED", 0)
    assert site.write(forked) == one
    assert contents(alone) == contents(forked)


def test_a_file_that_did_not_change_is_taken_over(site: Site, tmp_path: Path) -> None:
    """The file itself is kept, and with it its time; one that changed is a new file."""
    last, new = tmp_path / "last", tmp_path / "new"
    site.write(last)
    same, other = "zh/limits/contact-hours.html", "en/limits/contact-hours.html"
    (last / other).write_text("what stood here before", "utf-8")
    before = contents(last)
    site.write(new, last=last)
    assert (new / same).samefile(last / same)
    assert not (new / other).samefile(last / other)
    assert contents(last) == before
    assert (new / other).read_text("utf-8") == site.text(other)


def test_what_is_written_into_a_new_page_leaves_the_last_site_alone(tmp_path: Path) -> None:
    """A shared file is replaced, never written into."""
    last, new = tmp_path / "last.html", tmp_path / "new.html"
    last.write_text("before", "utf-8")
    new.hardlink_to(last)
    replace(new, "after")
    assert (last.read_text("utf-8"), new.read_text("utf-8")) == ("before", "after")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its name."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
