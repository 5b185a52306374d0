"""Pages are light enough for a cheap phone on a bad network."""

from pathlib import Path

import pytest

from tests.weight import LOAD_BAR, PAGE_BAR, Weight, weight


@pytest.fixture(scope="module")
def weights(built_site: Path) -> dict[str, Weight]:
    """What every page of the real site weighs, by address."""
    pages = sorted(built_site.rglob("*.html"))
    return {page.relative_to(built_site).as_posix(): weight(page, built_site) for page in pages}


def test_no_page_weighs_more_than_25_kilobytes(weights: dict[str, Weight]) -> None:
    """Its HTML, compressed; a page that grows beyond it is cut (`pages/grouping.py`)."""
    heavy = {address: one.page for address, one in weights.items() if one.page > PAGE_BAR}
    assert not heavy
    assert len(weights) > 1000


def test_no_first_load_weighs_more_than_110_kilobytes(weights: dict[str, Weight]) -> None:
    """HTML, styles, scripts and icons with an empty cache, compressed."""
    heavy = {address: one.load for address, one in weights.items() if one.load > LOAD_BAR}
    assert not heavy
    assert all(one.load > one.page for one in weights.values())
