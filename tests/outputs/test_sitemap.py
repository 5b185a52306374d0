"""The sitemap names every page in its languages; robots.txt names the sitemap."""

import xml.etree.ElementTree as ET

import pytest

from zhiquan.outputs import sitemap
from zhiquan.outputs.settings import SiteSettings
from zhiquan.source.message import LANGUAGES, Language

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
BOTH: tuple[Language, ...] = LANGUAGES


def made(pages: dict[str, tuple[Language, ...]], settings: SiteSettings) -> dict[str, str]:
    """Each file by name."""
    return {name: make() for name, make in sitemap.files(pages, settings)}


def addresses(text: str) -> list[str]:
    """The addresses of one sitemap, in order."""
    return [str(loc.text) for loc in ET.fromstring(text).iter(f"{MAP}loc")]  # noqa: S314


def test_both_languages_of_a_page_name_both(settings: SiteSettings) -> None:
    """Each address of a pair lists the pair, itself included, as search engines ask for."""
    text = made({"limits/index.html": BOTH}, settings)["sitemap.xml"]
    urls = ET.fromstring(text).findall(f"{MAP}url")  # noqa: S314
    pairs = [{link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
             for url in urls]  # fmt: skip
    assert [str(url.findtext(f"{MAP}loc")) for url in urls] == [
        "https://site.example/rights/zh/limits/",
        "https://site.example/rights/en/limits/",
    ]
    assert pairs[0] == pairs[1]
    assert pairs[0]["zh-Hans"] == "https://site.example/rights/zh/limits/"


def test_a_page_of_one_language_stands_alone(settings: SiteSettings) -> None:
    """A page that the other language lacks is not said to be there."""
    text = made({"faq/index_3.html": ("zh",)}, settings)["sitemap.xml"]
    assert addresses(text) == ["https://site.example/rights/zh/faq/index_3.html"]
    assert "/en/" not in text


@pytest.mark.parametrize(
    ("pages", "files"), [(0, 1), (sitemap.PER_FILE, 1), (sitemap.PER_FILE + 1, 3)]
)
def test_a_large_sitemap_is_split(pages: int, files: int, settings: SiteSettings) -> None:
    """Beyond the size of one file there is an index of files, and no page is lost."""
    listed = {f"terms/t{number}.html": BOTH for number in range(pages)}
    found = made(listed, settings)
    maps = {name: text for name, text in found.items() if name.endswith(".xml")}
    assert len(maps) == files
    parts = [text for name, text in maps.items() if name != "sitemap.xml" or files == 1]
    assert sum(map(len, map(addresses, parts))) == 2 * pages
    if files > 1:
        named = addresses(maps["sitemap.xml"])
        assert named == [settings.url + name for name in maps if name != "sitemap.xml"]


def test_robots_may_read_all_and_find_the_sitemap(settings: SiteSettings) -> None:
    """Nothing is hidden from search engines."""
    lines = made({}, settings)["robots.txt"].splitlines()
    assert "Disallow" not in "".join(lines)
    assert lines[-1] == "Sitemap: https://site.example/rights/sitemap.xml"
