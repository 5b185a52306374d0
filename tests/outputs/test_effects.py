"""What a change does to the site: never less than what a comparison of everything finds."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, TODAY
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import load
from zhiquan.outputs.reports.effects import effects, together
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES

CASES = ROOT / "tests/cases/pages"
OUTSIDE = {"index", "status"}
CHANGES = (
    ("laws/new-standard", "{zh: 新标准", "{zh: 另一个标准"),
    ("laws/visit-rules", "2026-06-01", "2025-06-01"),
    ("limits/contact-hours", '["08:00", "22:00"]', '["08:00", "20:00"]'),
    ("limits/calls-per-day", "How many calls a day", "How often a day"),
    ("practices/home-visit", "verdict: conditional", "verdict: permitted"),
    ("channels/hotline", "title: {zh: ", "title: {zh: 新的"),
    ("lenders/example-finance", "title: {zh: ", "title: {zh: 新的"),
    ("terms/collection", "title: {zh: ", "title: {zh: 新的"),
)
"""An entry, and a text in it that becomes another."""


@pytest.fixture(scope="module")
def before() -> Publication:
    """The small knowledge base with every state a page shows."""
    return publication(CASES)


def publication(root: Path) -> Publication:
    """The pages of a folder of entries by the real templates."""
    return Publication(load(root, today=TODAY).kb, templates=ROOT / "templates")


def everything(old: Publication, new: Publication) -> tuple[set[str], set[str]]:
    """Questions and pages that differ, by rendering all of both."""
    asked = [
        {(q.id, q.question, q.answer_html) for lang in LANGUAGES for q in one.questions(lang)}
        for one in (old, new)
    ]
    pages = {
        address
        for address in {*old.addresses(), *new.addresses()}
        if address.rpartition("/")[2].partition("_")[0].removesuffix(".html") not in OUTSIDE
        and body(old, address) != body(new, address)
    }
    return {one[0] for one in asked[0] ^ asked[1]}, pages


def body(one: Publication, address: str) -> str | None:
    """A body; None where there is no such page."""
    try:
        return one.page(address).body
    except KeyError:
        return None


@pytest.mark.parametrize(("ref", "old", "new"), CHANGES, ids=[one[0] for one in CHANGES])
def test_dependency_finds_what_rendering_everything_finds(
    ref: str, old: str, new: str, before: Publication, tmp_path: Path
) -> None:
    """No more and no less, in each language by itself."""
    shutil.copytree(CASES / "docs", tmp_path / "docs")
    path = tmp_path / f"docs/entries/{ref}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    after = publication(tmp_path)
    found = together(effects(before, after, [ref]))
    questions, pages = everything(before, after)
    assert set(found.questions) == questions
    assert set(found.pages) == pages
    assert pages


def test_a_new_day_alone_changes_nothing_here(before: Publication) -> None:
    """Only entries are compared: both states are of the same day."""
    kb: KnowledgeBase = before.kb
    assert kb.today == dt.date(2026, 11, 23)
    assert effects(before, before, []) == {}
