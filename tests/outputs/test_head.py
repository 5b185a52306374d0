"""The head of a page says what the page says, whatever characters an editor typed."""

from typing import Any

import pytest

from tests.html import Html
from zhiquan.outputs.head import head
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.page import Crumb, Page
from zhiquan.pages.question import Question

HOSTILE = """</title><script>alert("1")</script> & 'quoted' <!--<script> “引号”"""


def a_question(answer_html: str = "<p>No.</p>", question: str = "May they?") -> Question:
    """A question as pages give it."""
    return Question(
        id="limits/hours#q-today",
        anchor="q-today",
        entry="limits/hours",
        lang="en",
        question=question,
        answer="No.",
        answer_html=answer_html,
        claim="limits/contact-hours",
        generated=True,
    )


def a_page(title: str = "Hours", **changes: Any) -> Page:
    """A page as the pages room gives it."""
    given: dict[str, Any] = {
        "address": "en/limits/hours.html",
        "lang": "en",
        "section": "limits",
        "title": title,
        "description": title,
        "body": "",
        "contents": (),
        "alternate": "zh/limits/hours.html",
        "crumbs": (
            Crumb("Home", "en/index.html"),
            Crumb("Rules", "en/limits/index.html"),
            Crumb(title, None),
        ),
    }
    return Page(**(given | changes))


@pytest.mark.parametrize("title", ["Hours", HOSTILE, "[[limits/x]] **b** {{ x }} @@zq-body@@"])
def test_a_title_stays_text(title: str, settings: SiteSettings) -> None:
    """Title, description and question come out as typed and never as markup."""
    page = a_page(title, questions=(a_question(f"<p>{title}</p>", title),))
    read = Html(head(page, settings))
    assert read.texts["title"] == [f"{title} · {settings.name}"]
    assert read.one("meta", name="description")["content"] == title
    assert read.one("meta", property="og:title")["content"] == title
    assert {tag for tag, _ in read.elements} == {"title", "meta", "link", "script"}
    assert read.all("script") == [{"type": "application/ld+json"}] * 2
    assert read.data()["FAQPage"]["mainEntity"][0]["name"] == title
    assert read.data()["BreadcrumbList"]["itemListElement"][-1]["name"] == title


def test_an_answer_cannot_end_its_script(settings: SiteSettings) -> None:
    """Neither `</script>` nor `<!--` of an answer stands as such in the structured data."""
    answer = "<p>x</script><!-- y</p>"
    html = head(a_page(questions=(a_question(answer),)), settings)
    assert html.count("</script>") == 2
    assert "<!--" not in html
    said = Html(html).data()["FAQPage"]["mainEntity"][0]["acceptedAnswer"]["text"]
    assert said == answer


def test_the_canonical_address_is_absolute(settings: SiteSettings) -> None:
    """Each page names its one public address, and Open Graph names the same."""
    read = Html(head(a_page(), settings))
    address = "https://site.example/rights/en/limits/hours.html"
    assert read.one("link", rel="canonical")["href"] == address
    assert read.one("meta", property="og:url")["content"] == address


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("en/limits/index.html", "en/limits/"),
        ("index.html", ""),
        ("en/terms/price-index.html", "en/terms/price-index.html"),
        ("en/faq/index_2.html", "en/faq/index_2.html"),
    ],
)
def test_only_a_folders_own_page_goes_by_the_folder(
    address: str, public: str, settings: SiteSettings
) -> None:
    """An entry whose id ends in `index` keeps its file name."""
    assert settings.absolute(address) == settings.url + public


def test_both_languages_name_each_other(settings: SiteSettings) -> None:
    """Both pages of a pair carry the same three `hreflang` links."""
    english = a_page()
    chinese = a_page(
        address="zh/limits/hours.html", alternate="en/limits/hours.html", lang="zh"
    )  # fmt: skip
    links = [
        {
            own["hreflang"]: own["href"]
            for own in Html(head(page, settings)).all("link", rel="alternate")
        }
        for page in (english, chinese)
    ]
    assert links[0] == links[1]
    assert links[0] == {
        "zh-Hans": "https://site.example/rights/zh/limits/hours.html",
        "en": "https://site.example/rights/en/limits/hours.html",
        "x-default": "https://site.example/rights/zh/limits/hours.html",
    }


def test_open_graph_knows_the_language(settings: SiteSettings) -> None:
    """A link preview is told which language it shows and which other there is."""
    read = Html(head(a_page(), settings))
    assert read.one("meta", property="og:locale")["content"] == "en_US"
    assert read.one("meta", property="og:locale:alternate")["content"] == "zh_CN"
    assert read.one("meta", property="og:site_name")["content"] == settings.name


def test_breadcrumbs_of_machines_are_those_of_people(settings: SiteSettings) -> None:
    """The structured breadcrumbs name the page's crumbs, counted from 1, each with its address."""
    items = Html(head(a_page(), settings)).data()["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Home", "https://site.example/rights/en/"),
        (2, "Rules", "https://site.example/rights/en/limits/"),
        (3, "Hours", "https://site.example/rights/en/limits/hours.html"),
    ]


def test_a_page_without_questions_claims_none(settings: SiteSettings) -> None:
    """FAQPage data stands only where questions are shown."""
    assert "FAQPage" not in head(a_page(), settings)


def test_the_page_of_a_removed_entry_leads_on(settings: SiteSettings) -> None:
    """The reader is sent on by a relative address, and search engines are told to forget."""
    read = Html(head(a_page(redirect="en/practices/visit.html"), settings))
    assert (
        read.one("meta", **{"http-equiv": "refresh"})["content"] == "0; url=../practices/visit.html"
    )
    assert read.one("meta", name="robots")["content"] == "noindex"
    canonical = read.one("link", rel="canonical")["href"]
    assert canonical == "https://site.example/rights/en/practices/visit.html"
