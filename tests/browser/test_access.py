"""One page of every kind, in both languages and both schemes, for every reader and no one else."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visit

PAGES = [
    "index.html",
    "about.html",
    "search.html?q=12378",
    "status.html",
    "topics/someone-at-the-door.html",
    "topics/what-does-this-loan-cost.html",
    "practices/home-visit.html",
    "limits/contact-hours.html",
    "channels/police-110.html",
    "lenders/haier-consumer-finance.html",
    "laws/civil-code.html",
    "terms/index.html",
    "practices/index.html",
    "faq/index.html",
    "faq/topic-someone-at-the-door.html",
    "faq/lender-haier-consumer-finance.html",
]
LANGUAGES = ["zh", "en"]


def _first_term(site: Path) -> str:
    return next(
        f"terms/{path.name}" for path in sorted((site / "zh/terms").glob("*.html"))
        if not path.name.startswith("index")
    )  # fmt: skip


@pytest.mark.parametrize("visit", [{"color_scheme": "light"}, {"color_scheme": "dark"}],
                         indirect=True, ids=["light", "dark"])  # fmt: skip
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing(visit: Visit, lang: str, built_site: Path) -> None:
    """No violation of WCAG 2.2 A and AA or of axe's best practices on any kind of page."""
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = {}
    for address in [*PAGES, _first_term(built_site)]:
        visit.open(f"{lang}/{address}")
        results = Axe().run(visit.page, options={"runOnly": rules, "resultTypes": ["violations"]})
        if results.violations_count:
            found[address] = results.generate_report()
    assert not found, "\n".join(f"{address}\n{text}" for address, text in found.items())


@pytest.mark.parametrize("visit", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_scrolls_sideways_at_320_pixels(visit: Visit, lang: str) -> None:
    """At 320 px, which is also 200 % zoom of 640 px, the page is as wide as the screen."""
    wide = []
    for address in PAGES:
        visit.open(f"{lang}/{address}")
        if visit.page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(address)
    assert not wide


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_request_leaves_and_no_policy_is_broken(visit: Visit, lang: str) -> None:
    """Pages ask no other host for anything and the browser has nothing to say about them."""
    for address in PAGES:
        visit.open(f"{lang}/{address}")
    visit.open("")
    visit.open("404.html")
    assert [url for url in visit.requests if not url.startswith(visit.base)] == []
    assert visit.complaints == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_can_be_tapped_is_large_enough(visit: Visit, lang: str) -> None:
    """Controls in the header and numbers to call are at least 24 px in both directions."""
    small = "[...document.querySelectorAll('.zq-header a, .zq-header button, .zq-tel')].filter("
    small += "e => e.offsetParent && Math.min(e.getBoundingClientRect().width,"
    small += " e.getBoundingClientRect().height) < 24).map(e => e.outerHTML)"
    visit.open(f"{lang}/practices/home-visit.html")
    assert visit.page.evaluate(small) == []
