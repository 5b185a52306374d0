"""The five main tasks with a keyboard alone, and a focus that can be seen all the way."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.kinds import LANGUAGES

WIDE = {"viewport": {"width": 1280, "height": 800}}
wide = pytest.mark.parametrize("visit", [WIDE], indirect=True)
FOCUSED = "document.activeElement"


def tab_to(page: Page, selector: str, *, most: int = 60) -> None:
    """Presses Tab until what a selector means has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"selector => {FOCUSED}.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached with {most} times Tab")


def go(page: Page, selector: str, *, most: int = 60) -> None:
    """Tabs to a link and follows it."""
    tab_to(page, selector, most=most)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_someone_is_at_the_door(visit: Visit, lang: str) -> None:
    """From any page in three keys of the header to what to do now, past the header in two."""
    visit.open(f"{lang}/about.html")
    go(visit.page, ".zq-header__urgent", most=3)
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#zq-main")).to_be_focused()
    expect(visit.page.locator(".zq-answer")).to_be_in_viewport()
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate(f"{FOCUSED}.closest('#zq-main') !== null")


@pytest.mark.parametrize(
    ("lang", "asked"), [("zh", "几点可以打电话催收"), ("en", "calls at night")]
)
def test_a_limit_is_found_by_searching(visit: Visit, lang: str, asked: str) -> None:
    """On a phone with a keyboard: open, type, choose, go; Escape leads back to the button."""
    visit.open(f"{lang}/about.html")
    tab_to(visit.page, "[data-zq-search-open]")
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("[data-zq-search-open]")).to_be_focused()
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.type(asked)
    hit = visit.page.locator('.zq-search--header [data-entry="limits/contact-hours"]').first
    expect(hit).to_be_visible()
    for _ in range(8):
        visit.page.keyboard.press("ArrowDown")
        if hit.get_attribute("aria-selected") == "true":
            break
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/limits/contact-hours.html*")


@pytest.mark.parametrize("visit", [{"permissions": ["clipboard-read"]}], indirect=True)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_number_to_complain_to_is_found_and_copied(visit: Visit, lang: str) -> None:
    """Menu, where to complain, the regulator's line; Ctrl+C on the number copies it."""
    visit.open(f"{lang}/index.html")
    tab_to(visit.page, ".zq-menu > summary")
    visit.page.keyboard.press("Enter")
    go(visit.page, '.zq-menu a[href$="channels/index.html"]')
    go(visit.page, 'a[href$="channels/nfra-12378.html"]')
    tab_to(visit.page, 'a[href="tel:12378"]')
    visit.page.keyboard.press("Control+c")
    assert visit.page.evaluate("navigator.clipboard.readText()") == "12378"


@pytest.mark.parametrize("address", ["practices/home-visit.html", "faq/index.html"])
def test_the_language_is_switched_on_the_same_page(visit: Visit, address: str) -> None:
    """There and back."""
    visit.open(f"zh/{address}")
    go(visit.page, "[data-zq-language]")
    expect(visit.page).to_have_url(f"{visit.base}en/{address}")
    go(visit.page, "[data-zq-language]")
    expect(visit.page).to_have_url(f"{visit.base}zh/{address}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_are_kept_for_offline(visit: Visit, lang: str) -> None:
    """The foot of every page leads to the button, and the button says what it does."""
    visit.open(f"{lang}/about.html")
    go(visit.page, '.zq-footer a[href$="offline.html"]')
    tab_to(visit.page, ".zq-keep__go")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(".zq-keep__state")).not_to_be_empty()
    expect(visit.page.locator(".zq-keep__delete")).to_be_visible(timeout=30_000)
    expect(visit.page.locator(".zq-keep__go")).to_be_focused()


@pytest.mark.parametrize(
    "visit",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark", **WIDE},
        {"forced_colors": "active"},
        {"forced_colors": "active", **WIDE},
    ],
    indirect=True,
    ids=["light phone", "dark desk", "forced colours, phone", "forced colours, desk"],
)
def test_the_focus_is_seen_at_every_stop(visit: Visit) -> None:
    """Whatever Tab reaches looks other than without the focus, in the pixels around it."""
    visit.open("zh/practices/home-visit.html")
    unseen, stops = [], 0
    for _ in range(24):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate(f"{FOCUSED} === document.body"):
            break
        clip = visit.page.evaluate(_AROUND)
        with_focus = visit.page.screenshot(clip=clip)
        visit.page.evaluate(f"window.zqLast = {FOCUSED}; {FOCUSED}.blur()")
        without = visit.page.screenshot(clip=clip)
        stops += 1
        if with_focus == without:
            unseen.append(visit.page.evaluate("window.zqLast.outerHTML.slice(0, 120)"))
        visit.page.evaluate("window.zqLast.focus({ focusVisible: true })")
    assert stops > 15
    assert not unseen


_AROUND = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const x = Math.max(0, box.x - 8), y = Math.max(0, box.y - 8);
  const width = Math.min(innerWidth - x, box.width + 16);
  return { x, y, width, height: Math.min(innerHeight - y, box.height + 16) };
}"""
