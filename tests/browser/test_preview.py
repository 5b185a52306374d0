"""The live preview in a browser: a save shows without a hand on the browser."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.sample import write_sample
from tests.scenarios.test_processes import HOURS, PAGE, PATIENCE, serving


def test_the_browser_follows_each_save(browser: Browser, tmp_path: Path) -> None:
    """A saved title shows by itself; a fault lies over the last good page until it is mended."""
    entry = write_sample(tmp_path) / HOURS
    good = entry.read_text("utf-8")
    wait = PATIENCE * 1000
    with serving(tmp_path) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address + PAGE)
        expect(page.locator("h1")).to_have_text(re.compile("Hours of contact"))
        entry.write_text(good.replace("Hours of contact", "Hours to call"), "utf-8")
        expect(page.locator("h1")).to_have_text(re.compile("Hours to call"), timeout=wait)
        entry.write_text(good.replace("subject: calls", "subjekt: calls"), "utf-8")
        expect(page.get_by_role("alert")).to_contain_text("did you mean 'subject'?", timeout=wait)
        expect(page.locator("h1")).to_have_text(re.compile("Hours to call"))
        entry.write_text(good, "utf-8")
        expect(page.locator("h1")).to_have_text(re.compile("Hours of contact"), timeout=wait)
        expect(page.get_by_role("alert")).to_have_count(0)
