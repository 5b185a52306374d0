"""What hosts are told to send agrees with the pages, with itself, and with the service worker."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from zhiquan.outputs.bundle import LEFT_OUT

HEADERS = (ROOT / "templates/theme/_headers").read_text("utf-8")
RULES = {
    (rule := block.splitlines())[0]: dict(line.strip().split(": ", 1) for line in rule[1:])
    for block in re.split(r"\n(?=/)", re.sub(r"^#.*\n", "", HEADERS, flags=re.MULTILINE))
}
EVERYWHERE = RULES["/*"]
HOSTING = sorted((ROOT / "docs/hosting").iterdir())


def directives(policy: str) -> dict[str, str]:
    """The directives of a Content-Security-Policy."""
    parts = (part.strip().partition(" ") for part in policy.split(";"))
    return {name: value for name, _, value in parts}


def test_the_header_forbids_nothing_that_a_page_allows(built_site: Path) -> None:
    """Two policies are both obeyed: what both state is the same, and scripts are the page's own."""
    page = (built_site / "zh/index.html").read_text("utf-8")
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found
    of_page, of_host = directives(found[1]), directives(EVERYWHERE["Content-Security-Policy"])
    assert not {"default-src", "script-src", "style-src", "img-src"} & set(of_host)
    assert of_host.pop("frame-ancestors") == "'none'"  # which a page cannot say
    assert {name: of_page[name] for name in of_host} == of_host


def test_what_a_browser_must_be_told_is_told() -> None:
    """No sniffing of types, no referrer, no frame, no devices, no opener."""
    assert EVERYWHERE["X-Content-Type-Options"] == "nosniff"
    assert EVERYWHERE["X-Frame-Options"] == "DENY"
    assert EVERYWHERE["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in EVERYWHERE["Permissions-Policy"]
    assert EVERYWHERE["Cross-Origin-Opener-Policy"] == "same-origin"


def test_only_what_never_changes_is_kept_for_ever(built_site: Path) -> None:
    """Shards lie in a folder named by their content; the worker is asked for anew."""
    assert "immutable" in RULES["/search/:folder/*"]["Cache-Control"]
    assert RULES["/sw.js"]["Cache-Control"] == "no-cache"
    folders = [path.name for path in (built_site / "search").iterdir() if path.is_dir()]
    assert folders
    assert all(re.fullmatch(r"[0-9a-f]{6,}", name) for name in folders)
    worker = (built_site / "sw.js").read_text("utf-8")
    assert "/search\\/[0-9a-f]+\\/" in worker.replace("/\\/search", "/search")


def test_the_site_has_it_and_the_zip_does_not(built_site: Path) -> None:
    """A host reads it at the root of the site; a memory stick has no host."""
    assert (built_site / "_headers").read_text("utf-8") == HEADERS
    assert LEFT_OUT.fullmatch("_headers")


@pytest.mark.parametrize("path", HOSTING, ids=lambda path: path.name)
def test_every_host_is_told_the_same(path: Path) -> None:
    """The snippets for nginx, Caddy and Apache state each header with the same value."""
    text = path.read_text("utf-8")
    for rule in RULES.values():
        for name, value in rule.items():
            assert re.search(rf'{name} "{re.escape(value)}"', text), name
