"""Keeping pages in the browser: only when asked, labelled with their day, and gone when told."""

import datetime as dt
import functools
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

DOOR = "topics/someone-at-the-door.html"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SOON = 60_000
"""Milliseconds after which keeping is given up; a loaded machine needs some."""
LONG = 20.0
"""Seconds that a network without an answer takes: longer than the worker's patience."""
SAYS = {
    "zh": ("已保存", "这是保存于", "已经删除", "这份副本的内容已有91天"),
    "en": ("pages are kept", "copy saved on", "Deleted", "What this copy says is 91 days old"),
}


class _Handler(SimpleHTTPRequestHandler):
    """The built site, and over it a folder with what has changed since."""

    def __init__(self, *args: Any, over: Path, slow: threading.Event, **options: Any) -> None:
        self._over, self._slow = over, slow
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        changed = self._over / path.partition("?")[0].lstrip("/")
        return str(changed) if changed.is_file() else super().translate_path(path)

    def do_GET(self) -> None:
        if self._slow.is_set():
            self.close_connection = True  # a network that takes the question and never answers
            threading.Event().wait(LONG)
            return
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Tests print what matters."""


@dataclass
class Served:
    """The site on this machine, as a browser trusts it with a service worker."""

    base: str
    site: Path
    over: Path
    slow: threading.Event
    """While it is set, nothing is answered."""

    def lay(self, name: str, text: str) -> None:
        """Changes a file of the site."""
        (self.over / name).parent.mkdir(parents=True, exist_ok=True)
        (self.over / name).write_text(text, "utf-8")

    def text(self, name: str) -> str:
        """A file of the site as it was built."""
        return (self.site / name).read_text("utf-8")

    def publish(self, version: str) -> None:
        """Another version of the site, that keeps few files, so that keeping is quick."""
        for lang in SAYS:
            name = f"offline/{lang}.json"
            told = json.loads(self.text(name))
            few = [one for one in told["files"] if not re.match(r"search/|../channels/", one)]
            self.lay(name, json.dumps({"version": version, "bytes": 1_000_000, "files": few}))
        old = json.loads(self.text("offline/zh.json"))["version"]
        self.lay("sw.js", self.text("sw.js").replace(old, version))


@pytest.fixture
def served(built_site: Path, tmp_path: Path) -> Iterator[Served]:
    """The site with a small list of what is kept."""
    slow = threading.Event()
    handler = functools.partial(_Handler, directory=str(built_site), over=tmp_path, slow=slow)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    served = Served(f"http://localhost:{server.server_port}/", built_site, tmp_path, slow)
    served.publish("first")
    yield served
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone of its own."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        yield context


def state(page: Page) -> dict[str, Any]:
    """The service workers and caches of the site."""
    found: dict[str, Any] = page.evaluate(
        "async () => ({workers: (await navigator.serviceWorker.getRegistrations()).length,"
        " caches: (await caches.keys()).sort()})"
    )
    return found


def keep(page: Page, lang: str) -> None:
    """Presses the button and waits until it is done."""
    page.locator(".zq-keep__go").click()
    expect(page.locator(".zq-keep__state")).to_contain_text(SAYS[lang][0], timeout=SOON)


def test_nothing_is_registered_or_kept_before_the_button(
    context: BrowserContext, served: Served
) -> None:
    """Reading leaves nothing on the device; how much would be kept is said before."""
    page = context.new_page()
    for address in ("zh/index.html", f"zh/{DOOR}", "zh/offline.html", "en/index.html"):
        page.goto(served.base + address)
        page.wait_for_load_state("networkidle")
        assert state(page) == {"workers": 0, "caches": []}
    expect(page.locator(".zq-keep__go")).to_contain_text("MB")
    expect(page.locator(".zq-keep__delete")).to_be_hidden()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_kept_and_visited_pages_open_with_their_day(
    context: BrowserContext, served: Served, lang: str
) -> None:
    """Without a network each says that it is a copy; an old one says so too; others lead home."""
    page, strip = context.new_page(), ".zq-saved"
    page.goto(f"{served.base}{lang}/index.html")
    keep(page, lang)
    page.goto(f"{served.base}{lang}/laws/civil-code.html")
    expect(page.locator(strip)).to_be_hidden()
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    for address in (DOOR, "index.html", "laws/civil-code.html"):
        page.goto(f"{served.base}{lang}/{address}")
        expect(page.locator(strip)).to_contain_text(SAYS[lang][1])
        expect(page.locator(".zq-saved__old")).to_be_hidden()
    page.goto(f"{served.base}{lang}/laws/constitution.html")
    expect(page).to_have_url(f"{served.base}{lang}/offline.html?missing")
    expect(page.locator(".zq-keep__missing")).to_be_visible()
    expect(page.locator(f".zq-keep__list a[href$='/{DOOR}']")).to_be_visible()
    page.clock.set_fixed_time(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC) + dt.timedelta(days=91))
    page.goto(f"{served.base}{lang}/{DOOR}")
    expect(page.locator(".zq-saved__old")).to_contain_text(SAYS[lang][3])
    results = Axe().run(page, options={"runOnly": RULES})
    assert not results.violations_count, results.generate_report()


def test_network_comes_first(context: BrowserContext, served: Served) -> None:
    """With a network a kept page is the one of today, without a label, and is kept anew."""
    page = context.new_page()
    page.goto(f"{served.base}en/index.html")
    keep(page, "en")
    served.lay(f"en/{DOOR}", served.text(f"en/{DOOR}").replace("</h1>", " (new rule)</h1>"))
    page.goto(f"{served.base}en/{DOOR}")
    expect(page.locator("h1")).to_contain_text("(new rule)")
    expect(page.locator(".zq-saved")).to_be_hidden()
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    page.reload()
    expect(page.locator(".zq-saved")).to_be_visible()
    expect(page.locator("h1")).to_contain_text("(new rule)")


def test_network_that_never_answers_is_not_waited_for(
    context: BrowserContext, served: Served
) -> None:
    """After the worker's patience the saved page stands there whole, styles and scripts too."""
    page = context.new_page()
    page.goto(f"{served.base}en/index.html")
    keep(page, "en")
    served.slow.set()
    page.goto(f"{served.base}en/{DOOR}", timeout=LONG * 1000 - 5000)
    expect(page.locator(".zq-saved")).to_contain_text("copy saved on")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(251, 249, 244)"


def test_new_version_takes_the_place_of_the_old(context: BrowserContext, served: Served) -> None:
    """A site that says something else renews what is kept, whole, once it is opened again."""
    page = context.new_page()
    page.goto(f"{served.base}en/index.html")
    keep(page, "en")
    assert "zq-kept-en-first" in state(page)["caches"]
    served.lay(f"en/{DOOR}", served.text(f"en/{DOOR}").replace("</h1>", " (new rule)</h1>"))
    served.publish("second")
    page.evaluate("navigator.serviceWorker.ready.then(one => one.update())")
    gone = "async () => !(await caches.keys()).includes('zq-kept-en-first')"
    for _ in range(SOON // 200):
        if page.evaluate(gone):
            break
        page.wait_for_timeout(200)
    assert "zq-kept-en-second" in state(page)["caches"]
    context.set_offline(True)
    page.goto(f"{served.base}en/{DOOR}")
    expect(page.locator("h1")).to_contain_text("(new rule)")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reader_sees_what_is_kept_and_deletes_it(
    context: BrowserContext, served: Served, lang: str
) -> None:
    """Number of pages, size, day and a list; after deleting nothing is left, nor the worker.

    The policy of the pages stands, and axe has nothing to say.
    """
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{served.base}{lang}/offline.html")
    expect(page.locator(".zq-keep__list")).to_be_hidden()
    keep(page, lang)
    told = json.loads((served.over / f"offline/{lang}.json").read_text("utf-8"))["files"]
    pages = sum(name.endswith(".html") for name in told)
    expect(page.locator(".zq-keep__state")).to_contain_text(str(pages))
    expect(page.locator(".zq-keep__state")).to_contain_text("1.0\u00a0MB")
    page.locator(".zq-keep__list summary").click()
    expect(page.locator(".zq-keep__list li")).to_have_count(pages)
    results = Axe().run(page, options={"runOnly": RULES})
    assert not results.violations_count, results.generate_report()
    page.locator(".zq-keep__delete").click()
    expect(page.locator(".zq-keep__state")).to_contain_text(SAYS[lang][2])
    assert state(page) == {"workers": 0, "caches": []}
    expect(page.locator(".zq-keep__go")).to_be_focused()
    assert complaints == []


def test_failed_keeping_says_so_and_counts_as_nothing(
    context: BrowserContext, served: Served
) -> None:
    """A file that cannot be fetched: no half of a site is shown as kept."""
    told = json.loads((served.over / "offline/en.json").read_text("utf-8"))
    served.lay("offline/en.json", json.dumps({**told, "files": [*told["files"], "en/none.html"]}))
    page = context.new_page()
    page.goto(f"{served.base}en/index.html")
    page.locator(".zq-keep__go").click()
    expect(page.locator(".zq-keep__state")).to_contain_text("could not be saved", timeout=SOON)
    page.reload()
    expect(page.locator(".zq-keep__go")).to_contain_text("Keep for offline")


def test_search_works_without_a_network(context: BrowserContext, served: Served) -> None:
    """The whole index of the language is kept, as the real list says."""
    for name in ("offline/zh.json", "sw.js"):
        (served.over / name).unlink()
    page = context.new_page()
    page.goto(f"{served.base}zh/index.html")
    keep(page, "zh")
    context.set_offline(True)
    page.goto(f"{served.base}zh/search.html?q=上门催收")
    hit = page.locator(f'.zq-search--page [data-entry="{DOOR.removesuffix(".html")}"]')
    expect(hit.first).to_be_visible()
