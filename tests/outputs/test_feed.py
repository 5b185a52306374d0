"""Atom feeds: valid, newest first, nothing from the future."""

import datetime as dt
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.sample import ready, write_sample
from zhiquan.outputs import feed
from zhiquan.outputs.project import Project
from zhiquan.outputs.settings import SiteSettings
from zhiquan.source.message import LANGUAGES

ATOM = "{http://www.w3.org/2005/Atom}"
HOURS = "docs/entries/limits/contact-hours.yaml"


def read(project: Project, settings: SiteSettings) -> dict[str, ET.Element]:
    """The feed of each language."""
    texts = {lang: feed.feed(project.publication, settings, lang) for lang in LANGUAGES}
    return {lang: ET.fromstring(text) for lang, text in texts.items()}  # noqa: S314


def test_a_feed_has_what_atom_demands(project: Project, settings: SiteSettings) -> None:
    """RFC 4287, 4.1: id, title, updated and an author; each entry id, title, updated, link."""
    for lang, root in read(project, settings).items():
        assert root.tag == f"{ATOM}feed"
        address = f"{settings.url}{lang}/feed.xml"
        assert root.findtext(f"{ATOM}id") == address
        assert root.findtext(f"{ATOM}title") == settings.name
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        assert root.find(f"{ATOM}link[@rel='self']") is not None
        items = root.findall(f"{ATOM}entry")
        ids = [item.findtext(f"{ATOM}id") for item in items]
        assert len(set(ids)) == len(ids) > 0
        for item in items:
            assert item.findtext(f"{ATOM}title")
            assert item.findtext(f"{ATOM}summary")
            stamp = dt.datetime.fromisoformat(item.findtext(f"{ATOM}updated") or "")
            assert stamp.tzinfo is not None
            link = item.find(f"{ATOM}link")
            assert link is not None
            assert str(link.get("href")).startswith(f"{settings.url}{lang}/")


def test_items_stand_newest_first(project: Project, settings: SiteSettings) -> None:
    """The feed's own date is that of its newest item."""
    for root in read(project, settings).values():
        stamps = [str(item.findtext(f"{ATOM}updated")) for item in root.findall(f"{ATOM}entry")]
        assert stamps == sorted(stamps, reverse=True)
        assert root.findtext(f"{ATOM}updated") == stamps[0]


@pytest.mark.parametrize(("today", "told"), [("2026-11-22", False), ("2026-11-23", True)])
def test_nothing_comes_from_the_future(tmp_path: Path, today: str, *, told: bool) -> None:
    """A review is news from its own day on, and a rule from the day it begins."""
    project = Project(write_sample(tmp_path), today=dt.date.fromisoformat(today))
    kb = project.read().kb
    days = {change.on for change in feed.changes(kb)}
    assert max(days) <= kb.today
    assert (dt.date(2026, 11, 23) in days) is told


def test_texts_are_plain_and_escaped(sample: Path, settings: SiteSettings) -> None:
    """No markup of an entry's text shows in a feed reader, and none of it breaks the XML."""
    text = (sample / HOURS).read_text("utf-8").replace("Hours of contact", "Hours & days")
    summary = '"Call **by day**, see [[limits/rate-cap]]."'
    text = text.replace("Collectors may call in the daytime only.", summary)
    (sample / HOURS).write_text(text, "utf-8")
    root = read(ready(sample), settings)["en"]
    titles = [str(item.findtext(f"{ATOM}title")) for item in root.findall(f"{ATOM}entry")]
    summaries = [str(item.findtext(f"{ATOM}summary")) for item in root.findall(f"{ATOM}entry")]
    assert any("Hours & days" in title for title in titles)
    assert "Call by day, see Ceiling of the rate." in summaries


def test_a_feed_is_short(project: Project) -> None:
    """Old changes are found on the pages, not in the feed."""
    assert len(feed.changes(project.publication.kb)) <= feed.LENGTH
