"""The real site, as the command of the README builds it: nothing in it leads nowhere."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.links import ANCHOR, anchors, dead_links, pages
from tests.outputs.test_api import validator

QUESTION = re.compile(r'"name":"((?:[^"\\]|\\.)*)","acceptedAnswer"')


def test_every_link_leads_somewhere(built_site: Path) -> None:
    """Links, images, styles and scripts of all pages, generated or written by hand."""
    assert dead_links(built_site) == []


def test_no_anchor_stands_twice(built_site: Path) -> None:
    """A link to an anchor means one place."""
    twice = [
        address
        for address, html in pages(built_site).items()
        if len(ANCHOR.findall(html)) != len(anchors(built_site)[address])
    ]
    assert twice == []


def test_no_mark_of_a_frame_is_left(built_site: Path) -> None:
    """Every slot of every frame was filled, and no frame is a page."""
    assert [address for address, html in pages(built_site).items() if "@@zq-" in html] == []
    assert [address for address in pages(built_site) if "zq-frame" in address] == []


def test_no_question_stands_twice_on_a_page(built_site: Path) -> None:
    """What machines are told of a page's questions names each once."""
    twice = []
    for address, html in pages(built_site).items():
        asked = QUESTION.findall(html)
        twice += [address] if len(set(asked)) < len(asked) else []
    assert twice == []


def test_the_sitemap_lists_what_is_there(built_site: Path) -> None:
    """Each listed address is a page, and each page but those of removed entries is listed."""
    root = ET.parse(built_site / "sitemap.xml").getroot()  # noqa: S314  (our own file)
    index = json.loads((built_site / "api/v1/index.json").read_text("utf-8"))
    site_url = index["schema"].removesuffix("schema/api.json")
    listed = {
        str(loc.text).removeprefix(site_url)
        for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    }
    listed = {f"{address}index.html" if address[-1] == "/" else address for address in listed}
    unlisted = {"index.html", "404.html", "zh/404.html", "en/404.html"}
    hidden = {a for a, html in pages(built_site).items() if 'content="noindex"' in html}
    assert listed == set(pages(built_site)) - unlisted - hidden


def test_the_open_data_says_what_its_schemas_say(built_site: Path) -> None:
    """Every real entry, question and removed entry validates against the published schemas."""
    folder = built_site / "api/v1"
    parts = {"index.json": "Index", "questions.json": "Questions", "removed.json": "Removed"}
    faults = []
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        found = validator(parts.get(path.name, "Records")).iter_errors(data)
        faults += [f"{path.name}{fault.json_path}: {fault.message}" for fault in found]
    assert faults == []
