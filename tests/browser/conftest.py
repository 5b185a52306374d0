"""The real site, built once, served on this machine, and opened in Debian's chromium."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Tests print what matters."""


@dataclass
class Visit:
    """One reader's browser, and everything that went wrong or out while it was open."""

    page: Page
    base: str
    requests: list[str]
    complaints: list[str]

    def open(self, address: str) -> None:
        """Goes to a page of the site."""
        self.page.goto(self.base + address)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder on this machine; gives its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def base(built_site: Path) -> Iterator[str]:
    """Address of the built site on this machine."""
    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; playwright's own browsers are never downloaded."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


def _visit(context: BrowserContext, base: str) -> Visit:
    page = context.new_page()
    visit = Visit(page, base, [], [])
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("console", lambda message: visit.complaints.append(message.text))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    return visit


@pytest.fixture
def visit(browser: Browser, base: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A phone-sized visit; parametrize indirectly with other options of a browser context."""
    options = {"viewport": {"width": 360, "height": 740}, **getattr(request, "param", {})}
    with browser.new_context(**options) as context:
        yield _visit(context, base)
