"""Forced colours, reduced motion, paper, no script: each way of reading gets all that is said."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.kinds import LANGUAGES

HOME_VISIT = "{}/practices/home-visit.html"


@pytest.mark.parametrize("visit", [{"forced_colors": "active"}], indirect=True)
def test_forced_colours_hide_no_word(visit: Visit) -> None:
    """Without backgrounds, found words, controls and the chosen result can still be told."""
    visit.open("zh/index.html")
    visit.page.locator(".zq-search--home input").fill("上门")
    mark = visit.page.locator(".zq-search--home .zq-hit mark").first
    mark.wait_for()
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e.closest('.zq-search__panel'))"
    word, ground = mark.evaluate(f"{colours}.backgroundColor]")
    assert word != ground
    visit.page.keyboard.press("ArrowDown")
    chosen = visit.page.locator('.zq-hit[aria-selected="true"]')
    assert chosen.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    for control in (".zq-header__urgent", ".zq-search--home .zq-search__go"):
        style = "e => getComputedStyle(e).borderTopStyle"
        assert visit.page.locator(control).evaluate(style) == "solid", control


@pytest.mark.parametrize("visit", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_for_who_asked_for_less_motion(visit: Visit) -> None:
    """No transition, no animation, no smooth scrolling on any element, menu and search open too."""
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
      const s = getComputedStyle(e);
      return s.animationName !== 'none' || s.scrollBehavior !== 'auto'
        || s.transitionDuration.split(', ').some(d => d !== '0s');
    }).map(e => e.outerHTML.slice(0, 80))"""
    visit.open("zh/index.html")
    visit.page.locator(".zq-menu summary").click()
    assert visit.page.evaluate(moving) == []
    visit.open(HOME_VISIT.format("en"))
    visit.page.locator("[data-zq-search-open]").click()
    assert visit.page.evaluate(moving) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_holds_the_answer_and_where_it_was_read(
    visit: Visit, lang: str, tmp_path: Path
) -> None:
    """A printed page has its verdict, steps, numbers and sources, and nothing one would click."""
    visit.open(HOME_VISIT.format(lang))
    visit.page.emulate_media(media="print")
    for shown in ("h1", ".zq-answer .zq-verdict", "#now", ".zq-complain .zq-tel", ".zq-sources"):
        expect(visit.page.locator(shown).first).to_be_visible()
    for hidden in (".zq-header", ".zq-crumbs", ".zq-tools", ".zq-side", ".zq-footer ul"):
        expect(visit.page.locator(hidden).first).to_be_hidden()
    verdict = visit.page.locator(".zq-answer .zq-verdict").inner_text().split()[-1]
    visit.page.pdf(path=tmp_path / "page.pdf", format="A4")
    text = subprocess.run(
        ["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert verdict in text
    assert "110" in text


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_nothing_is_offered_that_needs_one(visit: Visit, lang: str) -> None:
    """No search box, no switch of colours and no button to keep pages; links in their place."""
    for address in ("index.html", "offline.html", "practices/home-visit.html"):
        visit.open(f"{lang}/{address}")
        for dead in (".zq-search", ".zq-search-open", ".zq-scheme", ".zq-keep"):
            for one in visit.page.locator(dead).all():
                expect(one).to_be_hidden()
        expect(visit.page.locator(".zq-search__without a").first).to_be_visible()
        expect(visit.page.locator(".zq-header [data-zq-language]")).to_be_visible()
    with_details = visit.page.locator(".zq-menu summary")
    with_details.click()
    expect(visit.page.locator('.zq-menu a[href$="channels/index.html"]')).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_script_shows_moves_nothing(visit: Visit, lang: str) -> None:
    """The room of the keep button, the switch and the results is there from the first paint."""
    visit.page.add_init_script(_SHIFTS)
    for address in ("index.html", "offline.html", "search.html?q=12378"):
        visit.open(f"{lang}/{address}")
        visit.page.wait_for_load_state("networkidle")
        assert visit.page.evaluate("window.zqShift") <= 0.01, address


_SHIFTS = """window.zqShift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.zqShift += e.value; }))
  .observe({ type: "layout-shift", buffered: true });"""
