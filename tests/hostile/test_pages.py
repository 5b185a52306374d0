"""Hostile text in every field of every kind: shown as text, on every page and in every output."""

import json
import re
import shutil
import threading
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from playwright.sync_api import sync_playwright

from tests.conftest import TODAY
from tests.hostile.entries import dumped, write
from tests.hostile.payloads import CANARY, PAYLOADS
from tests.hostile.watched import BYTES, Watched, watch
from tests.sample import write_sample
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import load
from zhiquan.source.codes import has_errors, severity

SCRIPTED = re.compile(r"\s*(?:javascript|data|vbscript):", re.IGNORECASE)
SET = "1337"
"""What `{{ 7*191 }}` would print if anybody reckoned it."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def waive(root: Path) -> None:
    """Accepts, as an entry may for a while, what the checks say of hostile texts.

    What is waived is not refused: then nothing but the printing stands between text and reader.
    """
    codes = defaultdict[str, set[str]](set)
    for fault in check(load(root, today=TODAY)):
        if severity(fault) == "error":
            codes[fault.path].add(fault.code)
    for name, found in codes.items():
        tree = yaml.safe_load((root / name).read_text("utf-8"))
        more = [
            {"code": code, "why": "…", "by": "…", "expires": "2027-01-01"} for code in sorted(found)
        ]
        tree["waivers"] = [*tree.get("waivers", []), *more]
        (root / name).write_text(dumped(tree), "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Watched]:
    """The site of a project with nine hostile entries of every kind, and what building it did."""
    root = write_sample(tmp_path_factory.mktemp("hostile") / "project")
    for number, (name, text) in enumerate(PAYLOADS.items()):
        list(write(root, f"hostile-{name}", partial(str, text), number=number))
    for _ in range(3):  # what is hidden behind a finding comes to light when that is waived
        waive(root)
    assert not has_errors(check(load(root, today=TODAY)))
    arguments = ("build", "--today", TODAY.isoformat(), "--no-pdf")
    run = watch(*arguments, root=root, log=root.parent / "log")
    assert run.code == 0, run.said[-3000:]
    return root, run


def test_building_keeps_to_the_project(built: tuple[Path, Watched]) -> None:
    """Nothing outside is written, no program started, no host asked, no more than 500 MB taken."""
    root, run = built
    assert [path for path in run.changed if not path.is_relative_to(root)] == []
    assert run.started == ()
    assert not any(path.is_relative_to("/etc/hostname") for path in run.opened)
    assert "Traceback" not in run.said
    assert run.bytes < BYTES


class Tags(HTMLParser):
    """What could act on a page: handlers, addresses that are scripts, foreign elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts: set[str] = set()
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at one tag."""
        self._in_script = tag == "script" and not attrs
        if tag in {"style", "iframe", "object", "embed", "base", "form"} and "class" not in dict(
            attrs
        ):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"autofocus", "srcdoc"}:
                self.found.append(f"{tag} {name}={value}")
            if name in {"href", "src", "action"} and SCRIPTED.match(value or ""):
                self.found.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        """Keeps the text of inline scripts."""
        if self._in_script:
            self.scripts.add(data)


def test_pages_hold_nothing_that_acts(built: tuple[Path, Watched]) -> None:
    """No handler, no script but the theme's own, no address that is one, nothing reckoned."""
    scripts = set[str]()
    for path in sorted((built[0] / "site").rglob("*.html")):
        text, tags = path.read_text("utf-8"), Tags()
        tags.feed(text)
        assert tags.found == [], path
        assert SET not in text
        scripts |= tags.scripts
    assert not any(CANARY in script for script in scripts)


def test_every_payload_is_there_to_be_read(built: tuple[Path, Watched]) -> None:
    """Text is shown, not dropped: each kind's page holds what its entry says, escaped."""
    for kind in ("laws", "limits", "practices", "lenders", "channels", "topics", "terms"):
        page = (built[0] / f"site/en/{kind}/hostile-script.html").read_text("utf-8")
        assert f"&lt;script&gt;window.{CANARY}=1" in page
        assert "{{ 7*191 }}" in (built[0] / f"site/en/{kind}/hostile-jinja.html").read_text("utf-8")


def test_other_outputs_are_well_formed(built: tuple[Path, Watched]) -> None:
    """Feeds, the sitemap, the data and the EPUBs can be read, and hold no script either."""
    site = built[0] / "site"
    for path in [*site.rglob("*.xml"), *site.rglob("*.svg")]:
        ET.parse(path)  # noqa: S314  # what we wrote ourselves
    for path in site.rglob("*.json"):
        json.loads(path.read_bytes())
    books = sorted(site.rglob("*.epub"))
    assert books
    for book in books:
        for element in _elements(book):
            assert not element.tag.endswith("}script")
            assert not any(name.startswith("on") for name in element.attrib)
            assert not SCRIPTED.match(element.attrib.get("href", ""))


def _elements(book: Path) -> Iterator[ET.Element]:
    with zipfile.ZipFile(book) as archive:
        for name in archive.namelist():
            if name.endswith((".xhtml", ".opf", ".ncx", ".svg")):
                yield from ET.fromstring(archive.read(name)).iter()  # noqa: S314  # same


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Tests print what matters."""


@pytest.fixture(scope="module")
def served(built: tuple[Path, Watched]) -> Iterator[str]:
    """Address of that site on this machine."""
    handler = partial(_Quiet, directory=str(built[0] / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_no_script_of_a_text_runs(built: tuple[Path, Watched], served: str) -> None:
    """In Debian's chromium, on every hostile page, with each field focused and in the search."""
    site = built[0] / "site"
    hostile = [path for path in sorted(site.rglob("*.html")) if "hostile-" in path.name]
    hostile = [path for path in hostile if "en" in path.parts or "topics" in path.parts]
    lists = sorted(site.glob("??/*/index.html"))
    assert len(hostile) > 70
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page, asked = browser.new_page(), list[str]()
        page.on("request", lambda request: asked.append(request.url))
        for path in [*hostile, *lists]:
            page.goto(served + path.relative_to(site).as_posix(), wait_until="load")
            assert page.evaluate(f"window.{CANARY} === undefined"), path
        page.goto(f"{served}en/search.html?q=script+{CANARY}+svg", wait_until="networkidle")
        assert page.evaluate(f"window.{CANARY} === undefined")
        browser.close()
    assert [url for url in asked if not url.startswith(served)] == []


def test_a_hand_written_page_may_not_bring_a_script(tmp_path: Path) -> None:
    """HTML of a page in docs/zh is printed as it is, but no hash lets a script of it run."""
    root = write_sample(tmp_path / "project")
    about = root / "docs/zh/about.md"
    about.write_text(about.read_text("utf-8") + f"\n<script>window.{CANARY}=1</script>\n", "utf-8")
    arguments = ("build", "--today", TODAY.isoformat(), "--no-downloads")
    assert watch(*arguments, root=root, log=tmp_path / "log").code == 0
    policies = {
        name: re.findall(r"script-src[^;]*", (root / "site" / name).read_text("utf-8"))
        for name in ("zh/about.html", "zh/how-to-use.html")
    }
    assert policies["zh/about.html"] == policies["zh/how-to-use.html"]
    shutil.rmtree(root)
