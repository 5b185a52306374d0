"""The live preview in a browser: a save shows without a hand on the browser."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.sample import write_sample
from tests.scenarios.test_processes import HOURS, PAGE, PATIENCE, serving

WAIT = PATIENCE * 1000


def test_the_browser_follows_each_save(browser: Browser, tmp_path: Path) -> None:
    """A saved title shows by itself; a fault lies over the last good page until it is mended."""
    entry = write_sample(tmp_path) / HOURS
    good = entry.read_text("utf-8")
    with serving(tmp_path) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address + PAGE)
        expect(page.locator("h1")).to_have_text(re.compile("Hours of contact"))
        entry.write_text(good.replace("Hours of contact", "Hours to call"), "utf-8")
        expect(page.locator("h1")).to_have_text(re.compile("Hours to call"), timeout=WAIT)
        entry.write_text(good.replace("subject: calls", "subjekt: calls"), "utf-8")
        faults = page.get_by_role("region", name="Errors: 1")
        expect(faults).to_contain_text("did you mean 'subject'?", timeout=WAIT)
        expect(page.locator("h1")).to_have_text(re.compile("Hours to call"))
        entry.write_text(good, "utf-8")
        expect(page.locator("h1")).to_have_text(re.compile("Hours of contact"), timeout=WAIT)
        expect(faults).to_have_count(0)


def test_the_faults_speak_the_editors_language_and_give_way(
    browser: Browser, tmp_path: Path
) -> None:
    """In Chinese for who asked for it; by keyboard alone it is put away, and fetched again.

    It breaks no policy of the page, passes axe, and what was put away stays so on the next page.
    """
    entry = write_sample(tmp_path) / HOURS
    good = entry.read_text("utf-8")
    with serving(tmp_path, "--lang", "zh") as address, browser.new_context() as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(address + PAGE)
        entry.write_text(good.replace("subject: calls", "subjekt: calls"), "utf-8")
        faults, badge = page.get_by_role("region"), page.get_by_role("button", name="错误 1")
        expect(faults.filter(has_text=f"{HOURS}:4:1")).to_be_visible(timeout=WAIT)
        expect(page.get_by_role("alert")).to_contain_text("错误 1")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(badge).to_be_focused()
        page.goto(address + "en/about.html")
        expect(badge).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="错误 1")).to_be_focused()
        assert complaints == []
        found = Axe().run(page, context="#zq-preview")
        assert found.violations_count == 0, found.generate_report()
