"""Pages are for every reader: axe, the Nu HTML checker, and the language of every passage."""

import json
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.audit.claim import Claim, none_of
from tests.audit.serving import serving
from tests.axe import violations
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.kinds import LANGUAGES, ONE_OF_EACH
from tests.languages import unmarked

CHECKER = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ASKED = {"zh": "上门", "en": "visit"}
_UNREADABLE_IN_A_FILE = "Content Security Policy"
"""The checker reads files, where 'self' is nothing; what browsers say of the policy is a test."""


def claims(site: Path) -> Iterator[Claim]:
    """Reads all pages with the checker, then opens one of every kind in every dress."""
    for level, told in _checked(site).items():
        yield none_of(f"Nu HTML checker: {level}s, all pages", told)
    for lang in LANGUAGES:
        yield none_of(f"passages without their language, all pages, {lang}", _unmarked(site, lang))
    with serving(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for lang, scheme in product(LANGUAGES, SCHEMES):
            found = list(_axe(browser, base, lang, scheme))
            what = f"axe: violations, {len(ONE_OF_EACH)} kinds, search closed and open"
            yield none_of(f"{what}, {lang}, {scheme}", found)


def _checked(site: Path) -> dict[str, list[str]]:
    command = ["java", "-jar", str(CHECKER), "--skip-non-html", "--format", "json", "--stdout"]
    run = subprocess.run(
        [*command, "--exit-zero-always", str(site)], capture_output=True, text=True, check=True
    )
    found: dict[str, list[str]] = {"error": [], "warning": []}
    for message in json.loads(run.stdout)["messages"]:
        level = "warning" if message["type"] == "info" else "error"
        if _UNREADABLE_IN_A_FILE not in message["message"]:
            page = message.get("url", "").rpartition("/site/")[2]
            found[level].append(f"{page}: {message['message']}")
    return found


def _unmarked(site: Path, lang: str) -> list[str]:
    pages = sorted((site / lang).rglob("*.html"))
    told = ((page, unmarked(page.read_text("utf-8"))) for page in pages)
    return [f"{page.name}: {passages[0]}" for page, passages in told if passages]


def _axe(browser: Browser, base: str, lang: str, scheme: Literal["light", "dark"]) -> Iterator[str]:
    size = {"width": 360, "height": 740}
    with browser.new_context(viewport=size, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        for kind, address in ONE_OF_EACH.items():
            page.goto(f"{base}{lang}/{address}")
            yield from (f"{kind}: {found}" for found in violations(page))
            search(page, ASKED[lang])
            yield from (f"{kind}, search open: {found}" for found in violations(page))


def search(page: Page, text: str) -> None:
    """Opens the search of the header and asks it something, on a phone."""
    page.locator("[data-zq-search-open]").click()
    page.locator(".zq-search--header input").fill(text)
    page.locator(".zq-search--header .zq-hit").first.wait_for()
