"""The site from a memory stick: the zip is unpacked and `index.html` double-clicked."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

LINKS = "all => all.map(a => a.href).filter(h => h.startsWith('file:'))"
ENOUGH = 40


@pytest.fixture(scope="module")
def copy(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the unpacked copy's folder, ending in a slash."""
    folder = tmp_path_factory.mktemp("stick")
    ZipFile(built_site / "downloads/zhiquan-site.zip").extractall(folder)
    return (folder / "zhiquan-site").as_uri() + "/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone in Chinese, without a network; what it asks for and complains of fails the test."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 360, "height": 740})
    page = context.new_page()
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url))
    page.on("console", lambda message: outside.append(f"http: {message.text}"))
    page.on("pageerror", lambda error: outside.append(f"http: {error}"))
    yield page
    context.close()
    assert [url for url in outside if not url.startswith("file:")] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_forty_links_lead_on(page: Page, copy: str, lang: str) -> None:
    """From page to page by its links, as a reader would: each one opens and has a title."""
    page.goto(f"{copy}{lang}/index.html")
    waiting, seen = [page.url], set[str]()
    while waiting and len(seen) < ENOUGH // 2:
        address = waiting.pop(0)
        page.goto(address)
        seen.add(page.url)
        assert page.locator("h1").first.inner_text()
        expect(page.locator(".zq-saved")).to_be_visible()
        found = page.locator(".md-content a[href$='.html']").evaluate_all(LINKS)
        waiting += [one for one in dict.fromkeys(found) if one not in seen and one not in waiting]
    assert len(seen) == ENOUGH // 2


def test_first_page_opens_by_double_click(page: Page, copy: str) -> None:
    """`index.html` leads to the reader's language, and from there to the other one."""
    page.goto(f"{copy}index.html")
    expect(page).to_have_url(f"{copy}zh/index.html")
    expect(page.locator(".zq-saved")).to_contain_text("保存于2026年11月23日")
    page.locator(".zq-header [data-zq-language]").click()
    expect(page).to_have_url(f"{copy}en/index.html")
    expect(page.locator(".zq-saved")).to_contain_text("saved on 23 November 2026")


@pytest.mark.parametrize(
    ("lang", "text", "entry"),
    [("zh", "收账的来家里", "practices/home-visit"), ("en", "mediation", "terms/mediation")],
)
def test_search_works_from_a_file(page: Page, copy: str, lang: str, text: str, entry: str) -> None:
    """The box finds, and a result opens."""
    page.goto(f"{copy}{lang}/index.html")
    page.locator(".zq-search--home input").fill(text)
    page.locator(f'.zq-search--home [data-entry="{entry}"]').first.click()
    expect(page).to_have_url(f"{copy}{lang}/{entry}.html")


@pytest.mark.parametrize(
    ("lang", "says"),
    [("zh", "这份副本的内容已有91天"), ("en", "What this copy says is 91 days old")],
)
def test_old_copy_says_so(page: Page, copy: str, lang: str, says: str) -> None:
    """From the day after the shortest review interval, and not before."""
    noon = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
    old = page.locator(".zq-saved__old")
    page.clock.set_fixed_time(noon + dt.timedelta(days=90))
    page.goto(f"{copy}{lang}/limits/contact-hours.html")
    expect(old).to_be_hidden()
    page.clock.set_fixed_time(noon + dt.timedelta(days=91))
    page.reload()
    expect(old).to_be_visible()
    expect(old).to_contain_text(says)
