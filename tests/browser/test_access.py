"""One page of every kind, in both languages and both schemes, for every reader and no one else."""

import pytest

from tests.axe import violations
from tests.browser.conftest import Visit
from tests.kinds import LANGUAGES, ONE_OF_EACH

PAGES = tuple(ONE_OF_EACH.values())
ASKED = {"zh": "上门", "en": "visit"}
in_both_schemes = pytest.mark.parametrize(
    "visit",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}],
    indirect=True,
    ids=["light", "dark"],
)


@in_both_schemes
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing(visit: Visit, lang: str) -> None:
    """No violation of WCAG 2.2 A and AA or of axe's best practices on any kind of page."""
    found = {}
    for kind, address in ONE_OF_EACH.items():
        visit.open(f"{lang}/{address}")
        found[kind] = violations(visit.page)
    assert not {kind: told for kind, told in found.items() if told}


@in_both_schemes
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_while_the_search_is_open(visit: Visit, lang: str) -> None:
    """Neither in the sheet of a phone nor in the box of the home page, with results in it."""
    for place in ("header", "home"):
        visit.open(f"{lang}/index.html")
        if place == "header":
            visit.page.locator("[data-zq-search-open]").click()
        visit.page.locator(f".zq-search--{place} input").fill(ASKED[lang])
        visit.page.locator(f".zq-search--{place} .zq-hit").first.wait_for()
        assert violations(visit.page) == [], place


@pytest.mark.parametrize("visit", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_scrolls_sideways_on_a_narrow_screen(visit: Visit, lang: str) -> None:
    """At 320 px, which is 400 % zoom of 1280 px, and at 640 px, which is 200 %."""
    wide = []
    for address in PAGES:
        visit.open(f"{lang}/{address}")
        for width in (320, 640):
            visit.page.set_viewport_size({"width": width, "height": 640})
            if visit.page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((address, width))
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
