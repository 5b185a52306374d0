"""The publication: every page by its address, complete, linked and readable."""

import dataclasses
import datetime as dt
import posixpath
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.html import Html
from tests.pages.conftest import TEMPLATES
from zhiquan.entries.law import Law
from zhiquan.entries.text import Text
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES

GOLDENS = (
    "zh/practices/home-visit.html",
    "en/practices/home-visit.html",
    "zh/limits/contact-hours.html",
    "en/limits/contact-hours.html",
    "zh/limits/calls-per-day.html",
    "zh/limits/visit-notice.html",
    "en/practices/unannounced-visit.html",
    "en/laws/visit-rules.html",
    "zh/channels/hotline.html",
    "en/lenders/example-finance.html",
    "zh/laws/old-standard.html",
    "en/topics/at-the-door.html",
    "en/terms/collection.html",
    "zh/terms/old-word.html",
    "zh/channels/index.html",
    "en/faq/index.html",
    "zh/faq/topic-at-the-door.html",
    "en/faq/lender-example-finance.html",
)
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


class Balance(HTMLParser):
    """Finds an element that is closed where it is not open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        del attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends: it must be the one that began last."""
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def bodies(publication: Publication) -> dict[str, str]:
    """Every body by its address."""
    return {address: publication.page(address).body for address in publication.addresses()}


@pytest.mark.parametrize("address", GOLDENS)
def test_pages_read_as_agreed(
    publication: Publication, goldens: Path, address: str, pytestconfig: pytest.Config
) -> None:
    """One page of every kind and state; a change of a template shows here as HTML."""
    golden = goldens / address
    body = publication.page(address).body + "\n"
    if pytestconfig.getoption("--write-cases"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(body, encoding="utf-8")
    assert body == golden.read_text(encoding="utf-8")


def test_the_same_entries_give_the_same_pages(kb: KnowledgeBase, bodies: dict[str, str]) -> None:
    """Byte for byte, in whatever order they are asked for."""
    again = Publication(kb, templates=TEMPLATES)
    for address in reversed(again.addresses()):
        assert again.page(address).body == bodies[address]


def test_every_entry_has_a_page_in_both_languages(
    publication: Publication, kb: KnowledgeBase
) -> None:
    """Also one that has not been translated, and one that was removed."""
    addresses = publication.addresses()
    assert addresses == tuple(sorted(addresses))
    for ref in [*dict(kb.entries()), *kb.tombstones]:
        assert {f"zh/{ref}.html", f"en/{ref}.html"} <= set(addresses)
    assert all(publication.page(address).alternate in addresses for address in addresses)


def test_an_unknown_address_is_an_error(publication: Publication) -> None:
    """The preview answers it with its own page."""
    with pytest.raises(KeyError):
        publication.page("zh/limits/nothing.html")


def test_every_link_leads_somewhere(bodies: dict[str, str]) -> None:
    """To a page that exists and, with a fragment, to an anchor on it."""
    anchors = {address: Html(body).ids() for address, body in bodies.items()}
    for address, body in bodies.items():
        for link in Html(body).links():
            if re.match(r"https?:|tel:", link):
                continue
            path, _, fragment = link.partition("#")
            base = posixpath.dirname(address)
            target = posixpath.normpath(posixpath.join(base, path)) if path else address
            if posixpath.basename(target) == "downloads.html" or target.startswith("downloads/"):
                continue  # not of this room; the tests of downloads see them
            assert target in bodies, (address, link)
            assert not fragment or fragment in anchors[target], (address, link)


def test_anchors_are_unique(bodies: dict[str, str]) -> None:
    """An anchor names one place."""
    for address, body in bodies.items():
        ids = Counter(re.findall(r' id="([^"]*)"', body))
        assert max(ids.values(), default=1) == 1, (address, ids.most_common(2))


def test_headings_form_an_outline(bodies: dict[str, str]) -> None:
    """One h1, and no level is left out on the way down."""
    for address, body in bodies.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", body)]
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_are_the_sections(publication: Publication) -> None:
    """Every second-level heading, by its words alone."""
    page = publication.page("en/practices/home-visit.html")
    assert [heading.anchor for heading in page.contents][:3] == ["now", "steps", "signs"]
    assert page.contents[0].title == "What to do now"
    faq = publication.page("zh/faq/topic-at-the-door.html")
    assert faq.contents[0].title == "有人上门了"


def test_pages_are_well_formed_and_hold_no_code(bodies: dict[str, str]) -> None:
    """No script, no style, no element left open, no Python value among the words."""
    for address, body in bodies.items():
        assert Balance(body).open == [], address
        assert not re.search(r"<script|<style|<img|\sstyle=|\son\w+=", body), address
        assert not re.search(r"Text\(|datetime\.|Markup\(|None\b|\{\{|\bzh=", body), address


def test_foreign_names_are_shown_letter_by_letter(bodies: dict[str, str]) -> None:
    """A publisher or a copy is text from outside: neither HTML nor Markdown."""
    practice = bodies["en/practices/home-visit.html"]
    assert "Daily *Star* &lt;b&gt;" in practice
    assert "public copy &lt;2026&gt;" in bodies["zh/limits/contact-hours.html"]


def test_a_text_missing_in_one_language_is_shown_and_labelled(bodies: dict[str, str]) -> None:
    """Never a silent fallback: a notice in the reader's language, and the other one marked."""
    body = bodies["en/terms/collection.html"]
    assert '<div class="zq-other" lang="zh">' in body
    assert '<p class="zq-untranslated" lang="en">(Not yet in English' in body
    assert "zq-untranslated" not in bodies["zh/terms/collection.html"]


def test_a_removed_entry_sends_its_readers_on(publication: Publication) -> None:
    """With the reason, for readers, and an address, for browsers; links to it lead there too."""
    page = publication.page("zh/terms/old-word.html")
    assert page.redirect == "zh/terms/collection.html"
    assert "../terms/collection.html" in page.body
    assert publication.page("zh/terms/collection.html").redirect is None


def test_a_page_knows_where_it_stands(publication: Publication) -> None:
    """Frame, way, file, review: what stands around the body."""
    page = publication.page("en/limits/contact-hours.html")
    assert page.section == "limits"
    assert page.description == "From 8 in the morning to 10 in the evening."
    assert page.source_file == "docs/entries/limits/contact-hours.yaml"
    assert str(page.reviewed) == "2026-11-23"
    way = [(crumb.title, crumb.address) for crumb in page.crumbs]
    assert way == [
        ("Home", "en/index.html"),
        ("What the rules say", "en/limits/index.html"),
        ("Hours of contact", None),
    ]
    assert publication.page("zh/faq/index.html").section == "faq"


def test_the_questions_of_a_page_are_those_it_shows(publication: Publication) -> None:
    """So that structured data say the same as the page."""
    for address in publication.addresses():
        page = publication.page(address)
        for question in page.questions:
            assert question.answer_html in page.body
            assert question.anchor in page.body


def test_an_overdue_review_is_labelled(bodies: dict[str, str]) -> None:
    """With words; the other pages carry no such label."""
    assert "zq-overdue" in bodies["zh/limits/calls-per-day.html"]
    assert "zq-overdue" not in bodies["zh/limits/contact-hours.html"]


def test_long_indexes_are_cut_into_numbered_pages(kb: KnowledgeBase) -> None:
    """Each entry stands on one of them, and each part links the others."""
    law = kb.laws["civil-code"]
    many: dict[str, Law] = {
        f"law-{number:04}": law.model_copy(
            update={"title": Text(zh=f"法{number}", en=f"Law {number}")}
        )
        for number in range(1001)
    }
    publication = Publication(dataclasses.replace(kb, laws=many), templates=TEMPLATES)
    parts = ["zh/laws/index.html", *(f"zh/laws/index_{part}.html" for part in (2, 3, 4, 5))]
    assert set(parts) <= set(publication.addresses())
    bodies = [publication.page(part).body for part in parts]
    listed = [link for body in bodies for link in Html(body).links() if "law-" in link]
    assert len(listed) == len(set(listed)) == 1001
    assert "index_5.html" in Html(bodies[0]).links()
    assert "（第2页）" in bodies[1]


@pytest.fixture(scope="module")
def crowded(kb: KnowledgeBase) -> Publication:
    """A knowledge base with so many terms that indexes and answers take several pages."""
    term = kb.terms["collection"]
    many = {
        f"term-{number:03}": term.model_copy(
            update={
                "title": Text(zh=f"词{number}", en=f"{'AZ'[number % 2]} word {number}"),
                "topics": ("at-the-door",),
            }
        )
        for number in range(600)
    }
    return Publication(dataclasses.replace(kb, terms={**kb.terms, **many}), templates=TEMPLATES)


def test_the_anchors_of_the_next_page_lead_there(crowded: Publication) -> None:
    """A page of answers names the questions of the next one, under the anchors they have there."""
    name = "zh/faq/topic-at-the-door{}.html"
    first, second = (Html(crowded.page(name.format(part)).body) for part in ("", "_2"))
    asked = {own["id"] for own in second.all("h3", itemprop="name")}
    assert len(asked) == 75
    assert asked <= first.ids()
    assert {f"topic-at-the-door_2.html#{anchor}" for anchor in asked} <= set(first.links())
    assert asked.isdisjoint(own["id"] for own in first.all("h3", itemprop="name"))


@pytest.mark.parametrize("index", ["zh/faq", "en/terms"])
def test_every_part_of_an_index_has_the_anchors_of_all(crowded: Publication, index: str) -> None:
    """A link to a kind of question or a letter arrives, on whichever page it stands by now."""
    parts = [a for a in crowded.addresses() if a.startswith(f"{index}/index")]
    groups = [{str(own["id"]) for own in Html(crowded.page(a).body).all("h2")} for a in parts]
    assert len(parts) > 1
    wanted = set().union(*groups) - {"by-topic", "by-lender"}
    for address in parts:
        assert wanted <= Html(crowded.page(address).body).ids(), address


def test_an_answer_on_a_page_of_answers_is_marked_as_one(bodies: dict[str, str]) -> None:
    """In the HTML itself (microdata), so that it cannot say anything else than the page."""
    for address in ("zh/faq/topic-at-the-door.html", "en/faq/lender-example-finance.html"):
        page = Html(bodies[address])
        assert page.all("article", itemtype="https://schema.org/FAQPage")
        asked, named, answered, told = (
            len(page.all("div", itemtype="https://schema.org/Question")),
            len(page.all("h3", itemprop="name")),
            len(page.all("div", itemprop="acceptedAnswer")),
            len(page.all("div", itemprop="text")),
        )
        assert asked == named == answered == told > 3, address


def test_the_home_page_leads_to_situations_and_kinds(publication: Publication) -> None:
    """One folder deep: its links need no way up."""
    for lang in LANGUAGES:
        links = Html(publication.home(lang)).links()
        assert links[0] == "topics/at-the-door.html"
        assert "limits/index.html" in links
    assert publication.urgent() == "at-the-door"


def test_the_glossary_is_ordered_as_readers_look_for_words(
    kb: KnowledgeBase, bodies: dict[str, str]
) -> None:
    """English by letter; Chinese, which has no such order, by situation."""
    term = kb.terms["collection"].model_copy(update={"topics": ("at-the-door",)})
    changed = dataclasses.replace(kb, terms={"collection": term})
    page = Publication(changed, templates=TEMPLATES).page("zh/terms/index.html")
    assert [heading.title for heading in page.contents] == ["有人上门了"]
    assert '<h2 id="D">D' in bodies["en/terms/index.html"]
    assert '<h2 id="other">其他' in bodies["zh/terms/index.html"]


def test_a_finding_on_a_practice_page_has_its_sources_and_the_companys_answer(
    kb: KnowledgeBase,
) -> None:
    """The reader sees who found what, where it was read, and what the company says to it."""
    lender = kb.lenders["example-finance"]
    fine = lender.record[0]
    reply = fine.model_copy(
        update={
            "id": "reply",
            "status": "company-statement",
            "says": Text(zh="已经整改。", en="It has been corrected."),
            "practices": (),
        }
    )
    earlier = reply.model_copy(
        update={"date": dt.date(2020, 1, 1), "says": Text(zh="旧话。", en="Old words.")}
    )
    answered = lender.model_copy(update={"record": (fine, reply, earlier)})
    changed = dataclasses.replace(kb, lenders={"example-finance": answered})
    body = Publication(changed, templates=TEMPLATES).page("en/practices/home-visit.html").body
    shown = body[body.index("Fined RMB 100,000.") :]
    assert shown.index("zq-level-primary-text") < shown.index("It has been corrected.")
    assert re.search(r'class="zq-cite" href="#s\d+"', shown[: shown.index("It has been")])
    assert "Old words." not in body
