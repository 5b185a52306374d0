"""The page for editors."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from tests.conftest import TODAY
from zhiquan.knowledge.status import status
from zhiquan.pages.publication import Publication
from zhiquan.pages.status_page import by_horizon
from zhiquan.source.message import LANGUAGES, Language


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_a_page_of_each_language_that_search_engines_leave_out(
    publication: Publication, lang: Language
) -> None:
    """It stands right below the root of its language and is found from every footer."""
    page = publication.page(f"{lang}/status.html")
    assert not page.is_listed
    assert page.alternate == f"{'en' if lang == 'zh' else 'zh'}/status.html"
    assert "status.html" in publication.unlisted()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_links_lead_to_pages_of_the_site(publication: Publication, lang: Language) -> None:
    """One folder deep, so each link begins with the kind."""
    body = publication.page(f"{lang}/status.html").body
    links = [link for link in re.findall(r'href="([^"#]+)"', body) if ":" not in link]
    assert links
    assert {f"{lang}/{link}" for link in links} <= set(publication.addresses())


def test_it_counts_what_is_there(publication: Publication) -> None:
    """The row of a kind begins with the number of its entries, and the last row sums up."""
    body = publication.page("en/status.html").body
    number = len(publication.kb.laws)
    assert re.search(rf'<th scope="row">Laws</th><td class="zq-number">{number}</td>', body)
    total = sum(1 for _ in publication.kb.entries())
    assert re.search(rf'<th scope="row">All</th><td class="zq-number">{total}</td>', body)


def test_reviews_are_listed_by_how_far_they_are_ahead(publication: Publication) -> None:
    """The table adds up towards ninety days; the lists hold each review once."""
    due = status(replace(publication.kb, today=TODAY + dt.timedelta(days=120)))
    sizes = [len(reviews) for _days, reviews in by_horizon(due)]
    assert sum(sizes) == len(due.due) > 0
