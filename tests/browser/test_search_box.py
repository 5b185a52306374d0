"""The search box in a reader's hands: keyboard, fall-backs, help, and what it loads."""

import gzip
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import Visit
from tests.conftest import ROOT

WIDE = {"viewport": {"width": 1280, "height": 800}}
wide = pytest.mark.parametrize("visit", [WIDE], indirect=True)


def ask(visit: Visit, text: str, *, place: str = "home") -> Locator:
    """Types into a box and waits for its results, or for the word that there are none."""
    box = visit.page.locator(f".zq-search--{place}")
    box.locator("input").fill(text)
    expect(box.locator(".zq-search__status")).not_to_be_empty()
    expect(box.locator(".zq-search__panel")).to_be_visible()
    return box


def test_client_is_small(built_site: Path) -> None:
    """The whole script of the search, with its interface, is at most 8 KB as it is sent."""
    assert len(gzip.compress((built_site / "assets/search.js").read_bytes(), 6)) <= 8_000


def test_nothing_is_loaded_until_the_box_is_focused(visit: Visit) -> None:
    """A page view without a search costs no byte of the index."""
    visit.open("zh/index.html")
    visit.page.wait_for_load_state("networkidle")
    assert not [url for url in visit.requests if "/search/" in url]
    visit.page.locator(".zq-search--home input").focus()
    visit.page.wait_for_function("performance.getEntriesByName(document.baseURI) || true")
    expect(visit.page.locator(".zq-search--home input")).to_be_focused()
    visit.page.wait_for_load_state("networkidle")
    assert [url for url in visit.requests if "/search/" in url] == [f"{visit.base}search/start.js"]


@pytest.mark.parametrize(
    ("lang", "text", "entry"),
    [
        ("zh", "条节委员会", "channels/financial-mediation"),
        ("zh", "調解", "terms/mediation"),
        ("zh", "kantouxi", "terms/upfront-deduction"),
        ("en", "medaition", "terms/mediation"),
        ("en", "调解", "terms/mediation"),
        ("zh", "mediation", "terms/mediation"),
    ],
)
def test_other_ways_to_write_it_lead_there(visit: Visit, lang: str, text: str, entry: str) -> None:
    """Homophones, Traditional script, pinyin, a slip of the keys, the other language."""
    visit.open(f"{lang}/index.html")
    expect(ask(visit, text).locator(f'[data-entry="{entry}"]').first).to_be_visible()


def test_results_of_the_other_language_are_labelled(visit: Visit) -> None:
    """A block of their own, under a heading, each link in its language."""
    visit.open("en/index.html")
    box = ask(visit, "tiaojie")
    group = box.get_by_role("group", name="Found on the Chinese pages")
    expect(group.get_by_role("option").first).to_have_attribute("lang", "zh-Hans")


def test_question_leads_to_its_anchor(visit: Visit) -> None:
    """A question is a result of its own."""
    visit.open("zh/index.html")
    hit = ask(visit, "警察说是经济纠纷不管怎么办").locator("[data-entry]").first
    expect(hit).to_have_attribute("data-entry", "channels/police-110")
    href = hit.get_attribute("href") or ""
    assert href.endswith("/zh/channels/police-110.html#q-police-say-economic-dispute")
    hit.click()
    expect(visit.page.locator("#q-police-say-economic-dispute")).to_be_in_viewport()


@wide
def test_keyboard_alone_finds_and_opens(visit: Visit) -> None:
    """`/` opens, arrows choose, Enter goes; Escape closes; the query is kept on return."""
    visit.open("zh/about.html")
    visit.page.keyboard.press("/")
    box = visit.page.locator(".zq-search--header")
    field = box.get_by_role("combobox")
    expect(field).to_be_focused()
    visit.page.keyboard.type("上门催收")
    expect(box.get_by_role("option").first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    visit.page.keyboard.press("ArrowDown")
    first = box.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    visit.page.keyboard.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", "")
    visit.page.keyboard.press("Escape")
    expect(box.get_by_role("listbox")).to_be_hidden()
    visit.page.keyboard.press("ArrowDown")
    href = first.get_attribute("href") or ""
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(href)
    visit.page.go_back()
    visit.page.keyboard.press("Control+k")
    expect(box.get_by_role("combobox")).to_have_value("上门催收")
    expect(box.get_by_role("option").first).to_be_visible()


@wide
def test_number_goes_straight_to_its_channel(visit: Visit) -> None:
    """Enter after a number opens the channel."""
    visit.open("zh/index.html")
    ask(visit, "12378").locator("input").press("Enter")
    expect(visit.page).to_have_url(f"{visit.base}zh/channels/nfra-12378.html")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("zh", "我不想活了"), ("zh", "想自殺"), ("zh", "zisha"), ("en", "I want to kill myself")],
)
def test_words_of_distress_show_help_first(visit: Visit, lang: str, text: str) -> None:
    """The help entry stands above every result, with a word to the reader."""
    visit.open(f"{lang}/index.html")
    box = ask(visit, text)
    expect(box.locator(".zq-search__help")).to_contain_text("110")
    expect(box.locator("[data-entry]").first).to_have_attribute("data-entry", "channels/police-110")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_distress_is_understood_in_many_words_and_not_in_others(visit: Visit, lang: str) -> None:
    """Direct and indirect words, on pages of either language; a dead borrower is another case."""
    visit.open(f"{lang}/about.html")
    first = """async ([lang, q]) => {
      const answer = await zqSearch.ask(lang, q, 6);
      return answer.help ? answer.blocks[0].list[0].entry : "";
    }"""
    lines = (ROOT / "tests/search/distress.txt").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        meant, text = line.split(" | ")
        expected = "channels/police-110" if meant == "help" else ""
        assert visit.page.evaluate(first, [lang, text]) == expected, text


@pytest.mark.parametrize(
    "text",
    ["收账的来家里我该怎么办", "条节委员会", "ti qian huan kuan", "銀行卡裡的錢被自動劃走怎麼辦"],
)
def test_first_search_asks_for_few_files(visit: Visit, text: str) -> None:
    """From nothing to all results shown: at most 20 files of the search, its script included."""
    visit.open("zh/index.html")
    ask(visit, text)
    visit.page.wait_for_load_state("networkidle")
    assert len([url for url in visit.requests if "/search/" in url or "search.js" in url]) <= 20


def test_enter_leads_to_an_address_that_can_be_shared(visit: Visit) -> None:
    """The page of results shows the same by its address alone."""
    visit.open("en/index.html")
    ask(visit, "early repayment").locator("input").press("Enter")
    expect(visit.page).to_have_url(f"{visit.base}en/search.html?q=early+repayment")
    found = visit.page.locator(".zq-search--page [data-entry]")
    expect(found.first).to_be_visible()
    assert found.first.evaluate("e => e.tagName") == "A"
    expect(visit.page.locator(".zq-search--page mark").first).to_be_visible()


def test_results_of_an_earlier_query_never_stand_for_a_new_one(visit: Visit) -> None:
    """What is shown belongs to what is typed, also on the next page, where the query is kept."""
    visit.open("zh/index.html")
    ask(visit, "支付令")
    visit.open("zh/index.html")
    field = visit.page.locator(".zq-search--home input")
    expect(field).to_have_value("支付令")
    field.fill("律师函")
    expect(visit.page.locator("[data-entry]").first).to_contain_text("律师函")
    field.fill("砍头息")
    expect(visit.page.locator('[data-entry="practices/lawyers-letter"]')).to_have_count(0)
    expect(visit.page.locator("[data-entry]").first).to_contain_text("砍头息")


def test_count_and_nothing_are_announced(visit: Visit) -> None:
    """A polite status says how many results there are, or that there is none."""
    visit.open("en/index.html")
    box = ask(visit, "mediation")
    expect(box.get_by_role("status")).to_contain_text("result")
    box = ask(visit, "qqqqzzzz")
    expect(box.get_by_role("status")).to_contain_text("Nothing found")
    expect(box.get_by_role("link", name="All questions")).to_be_visible()


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_there_is_a_link_to_all_questions(visit: Visit) -> None:
    """No dead box: a link instead."""
    visit.open("zh/index.html")
    expect(visit.page.locator(".zq-search").first).to_be_hidden()
    visit.page.locator(".zq-search__without--home a").click()
    expect(visit.page).to_have_url(f"{visit.base}zh/faq/index.html")


def test_phone_has_a_sheet(visit: Visit) -> None:
    """On a small screen a button opens the box over the whole page, and it closes again."""
    visit.open("zh/practices/home-visit.html")
    visit.page.locator("[data-zq-search-open]").click()
    box = ask(visit, "支付令", place="header")
    expect(box.locator("input")).to_be_focused()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    box.locator("[data-zq-search-close]").click()
    expect(box).to_be_hidden()


@pytest.mark.parametrize(
    "visit", [{**WIDE, "color_scheme": scheme} for scheme in ("light", "dark")], indirect=True
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_with_results_open(visit: Visit, lang: str) -> None:
    """The open box, the page of results and the help keep WCAG 2.2 AA."""
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    for text in ("调解", "mediation", "自杀"):
        visit.open(f"{lang}/index.html")
        ask(visit, text)
        visit.page.keyboard.press("ArrowDown")
        results = Axe().run(visit.page, options={"runOnly": rules})
        assert not results.violations_count, results.generate_report()
    visit.open(f"{lang}/search.html?q=12345 投诉")
    expect(visit.page.locator(".zq-search--page [data-entry]").first).to_be_visible()
    results = Axe().run(visit.page, options={"runOnly": rules})
    assert not results.violations_count, results.generate_report()


def test_policy_is_kept_and_no_request_leaves(visit: Visit) -> None:
    """`default-src 'self'` stands, and the browser has nothing to say."""
    visit.open("zh/index.html")
    ask(visit, "条节委员会")
    ask(visit, "medaition")
    assert [url for url in visit.requests if not url.startswith(visit.base)] == []
    assert visit.complaints == []


def test_copy_on_a_stick_finds_the_same(browser: Browser, visit: Visit, built_site: Path) -> None:
    """From `file://` the same results stand in the same order."""
    visit.open("zh/index.html")
    order = "all => all.map(e => e.dataset.entry)"
    texts = ("收账的来家里我该怎么办", "tiaojie", "利率24%", "12378", "mediation")
    served = [ask(visit, t).locator("[data-entry]").first.evaluate(
        "() => new Promise(d => setTimeout(() => d([...document.querySelectorAll('[data-entry]')]"
        ".map(e => e.dataset.entry)), 900))") for t in texts]  # fmt: skip
    page = browser.new_page()
    page.goto((built_site / "zh/index.html").as_uri())
    for text, expected in zip(texts, served, strict=True):
        page.locator(".zq-search--home input").fill(text)
        page.wait_for_timeout(900)
        assert page.locator("[data-entry]").evaluate_all(order) == expected
    page.close()
