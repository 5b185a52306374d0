"""The golden queries, typed into the real box, and the text of both languages cut alike."""

import shutil
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, serving
from tests.conftest import ROOT, TODAY
from tests.search.golden import Query, queries, recall, reciprocal
from tests.search.parity import expected
from zhiquan.knowledge.load import load
from zhiquan.outputs.search import index
from zhiquan.pages.publication import Publication

ASK = "async ([lang, q]) => (await zqSearch.ask(lang, q, 10)).blocks"


def typed(page: Page, query: Query) -> list[str]:
    """Types a query into the large box and gives the entries of the results, best first."""
    box = page.locator(".zq-search--home")
    box.locator("input").fill(query.text)
    box.locator(f'.zq-search__all[href$="?q={quote(query.text)}"]').wait_for(state="attached")
    found: list[str] = box.locator("[data-entry]").evaluate_all(
        "all => all.map(e => e.dataset.entry)"
    )
    return found


def place(found: list[str], query: Query) -> int:
    """The place of the first right entry; 0 where there is none."""
    return next((i for i, entry in enumerate(found, 1) if entry in query.entries), 0)


def test_golden_queries_find_their_entries(
    visit: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    """recall@5 ≥ 0.95, MRR@10 ≥ 0.85, at most 1 % without a result; those kept aside alike."""
    every: list[int] = []
    tuned: list[int] = []
    aside: list[int] = []
    empty = 0
    for lang in ("zh", "en"):
        visit.open(f"{lang}/index.html")
        for query in (query for query in queries() if query.lang == lang):
            found = typed(visit.page, query)
            rank = place(found, query)
            empty += not found
            every.append(rank)
            (aside if query.aside else tuned).append(rank)
    figures = {
        name: f"{len(ranks)} recall@5 {recall(ranks):.3f} MRR {reciprocal(ranks):.3f}"
        for name, ranks in (("tuned", tuned), ("aside", aside), ("all", every))
    }
    with capsys.disabled():
        sys.stdout.write(f"\n{figures}\n")
    assert recall(every) >= 0.95
    assert reciprocal(every) >= 0.85
    assert empty <= len(every) / 100
    assert recall(aside) >= 0.9


def write_bare(folder: Path) -> None:
    """A page whose search knows titles and texts alone."""
    publication = Publication(load(ROOT, today=TODAY).kb, templates=ROOT / "templates")
    for address, text in index.files(publication, bare=True).items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_text(text, encoding="utf-8")
    (folder / "assets").mkdir()
    shutil.copy(ROOT / "docs/assets/search.js", folder / "assets")
    (folder / "page.html").write_text(
        '<!doctype html><meta charset="utf-8"><script src="assets/search.js"></script>'
    )


def test_without_names_and_synonyms_it_still_finds(visit: Visit, tmp_path: Path) -> None:
    """recall@5 ≥ 0.85 on titles and texts alone: the word lists help, they do not carry."""
    write_bare(tmp_path)
    ranks = []
    with serving(tmp_path) as address:
        visit.page.goto(f"{address}page.html")
        for query in queries():
            blocks = visit.page.evaluate(ASK, [query.lang, query.text])
            found = [hit["entry"] for block in blocks for hit in block["list"]]
            ranks.append(place(found, query))
    assert recall(ranks) >= 0.85


def test_browser_cuts_text_as_python_does(visit: Visit) -> None:
    """The shipped script gives the tokens of the parity file."""
    visit.open("zh/about.html")
    cases = expected()
    cut = "async (texts) => { await zqSearch.ready(); return texts.map(zqSearch.tokens); }"
    found = visit.page.evaluate(cut, [text for text, _ in cases])
    different = [
        (text, tokens, other) for (text, tokens), other in zip(cases, found, strict=True)
        if tokens != other
    ]  # fmt: skip
    assert different == []
