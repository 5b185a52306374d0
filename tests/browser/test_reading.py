"""A reader on a phone finds the way from the home page to a number to call."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

JOURNEYS = {
    "zh": ("有人上门", "上门", "110"),
    "en": ("at the door", "visit", "110"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_home_leads_to_topic_practice_and_channel(visit: Visit, lang: str) -> None:
    """Three taps lead from the home page to a number that can be tapped."""
    visit.open(f"{lang}/index.html")
    visit.page.locator(".zq-targets .zq-urgent a").click()
    expect(visit.page).to_have_url(f"{visit.base}{lang}/topics/someone-at-the-door.html")
    visit.page.locator('.zq-practices a[href$="practices/home-visit.html"]').first.click()
    expect(visit.page.locator(".zq-answer .zq-verdict")).to_be_visible()
    visit.page.locator('.zq-complain a[href$="channels/police-110.html"]').first.click()
    expect(visit.page.locator('a.zq-tel-big[href="tel:110"]')).to_be_visible()


@pytest.mark.parametrize("address", ["practices/home-visit.html", "limits/contact-hours.html",
                                     "faq/index.html", "about.html"])  # fmt: skip
def test_language_switch_keeps_the_page(visit: Visit, address: str) -> None:
    """The switch leads to the same page in the other language, and back."""
    visit.open(f"zh/{address}")
    visit.page.locator(".zq-header [data-zq-language]").click()
    expect(visit.page).to_have_url(f"{visit.base}en/{address}")
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    visit.page.locator(".zq-header [data-zq-language]").click()
    expect(visit.page).to_have_url(f"{visit.base}zh/{address}")
    expect(visit.page.locator("html")).to_have_attribute("lang", "zh-Hans")


@pytest.mark.parametrize(
    ("visit", "lang"), [({"locale": "zh-CN"}, "zh"), ({"locale": "en-GB"}, "en")],
    indirect=["visit"],
)  # fmt: skip
def test_first_page_follows_the_browsers_language(visit: Visit, lang: str) -> None:
    """`/` leads a reader to the language of their browser."""
    visit.open("")
    expect(visit.page).to_have_url(f"{visit.base}{lang}/index.html")


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_everything_reads_without_javascript(visit: Visit) -> None:
    """Without scripts a reader can choose a language, open the menu and read an answer."""
    visit.open("")
    visit.page.get_by_role("link", name="中文").click()
    visit.page.locator(".zq-menu summary").click()
    visit.page.locator(".zq-menu a[href$='faq/index.html']").click()
    question = visit.page.locator(".zq-question-list a").first
    words = question.inner_text()
    question.click()
    expect(visit.page.get_by_role("heading", name=words).first).to_be_visible()


def test_dark_is_remembered(visit: Visit) -> None:
    """The choice of dark display holds on the next page."""
    visit.open("zh/index.html")
    visit.page.locator("[data-zq-scheme-button]").click()
    visit.open("zh/about.html")
    expect(visit.page.locator("html")).to_have_attribute("data-zq-scheme", "dark")
    background = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(20, 25, 27)"


def test_keyboard_alone_reaches_the_answer(visit: Visit) -> None:
    """Tab shows the skip link first; the menu opens with Enter and closes with Escape."""
    visit.open("zh/practices/home-visit.html")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "zq-skip"
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "zq-main"
    visit.page.locator(".zq-menu summary").focus()
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(".zq-menu__panel")).to_be_visible()
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator(".zq-menu__panel")).to_be_hidden()
    assert visit.page.evaluate("document.activeElement.tagName") == "SUMMARY"
