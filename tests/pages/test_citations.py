"""Citations: an instrument with its article, or whoever reported, in the reader's language."""

import datetime as dt

import pytest

from tests.pages.conftest import TEMPLATES
from zhiquan.entries.provenance import Report, Source, Verification
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.pages.citations import Citations
from zhiquan.pages.strings import Strings
from zhiquan.source.message import Language

READ = Verification(level="primary-text", on=dt.date(2026, 11, 23), copy_read="a copy")


def _citations(kb: KnowledgeBase, lang: Language) -> Citations:
    return Citations(kb, Strings.load(TEMPLATES / "strings", lang))


@pytest.mark.parametrize(
    ("article", "unit", "zh", "en"),
    [
        ("1033", "article", "第1033条", "article 1033"),
        ("675, 676", "article", "第675条、第676条", "articles 675 and 676"),
        ("56-58", "article", "第56至58条", "articles 56–58"),
        ("13, 14-16, 20", "article", "第13条、第14至16条、第20条", "articles 13, 14–16 and 20"),
        ("293-1", "article", "第293条之一", "article 293-1"),
        ("6.3", "clause", "第6.3条", "clause 6.3"),
        ("3", "chapter", "第3章", "chapter 3"),
        ("2", "item", "第2项", "item 2"),
    ],
)
def test_articles_are_counted_as_the_language_does(
    kb: KnowledgeBase, article: str, unit: str, zh: str, en: str
) -> None:
    """Ranges, lists and inserted articles read as a lawyer of the language writes them."""
    source = Source.model_validate(
        {"law": "civil-code", "article": article, "unit": unit, "verified": READ}
    )
    assert _citations(kb, "zh")(source) == f"[[laws/civil-code|民法典]]{zh}"
    assert _citations(kb, "en")(source) == f"[[laws/civil-code|Civil Code]], {en}"


def test_an_article_that_was_not_read_is_said_to_be_so(kb: KnowledgeBase) -> None:
    """The reader is told; no number is guessed."""
    source = Source(law="civil-code", article_unread=True, verified=READ)
    assert _citations(kb, "en")(source) == "[[laws/civil-code|Civil Code]], article not checked"


def test_a_report_shows_its_publisher_letter_by_letter(kb: KnowledgeBase) -> None:
    """Names from outside are no Markdown; a known address is linked."""
    report = Report(by="press", publisher="*A*", title="b", date=dt.date(2025, 8, 1))
    said = _citations(kb, "en")(Source(report=report, verified=READ))
    assert said == "\\*A\\*, “b”, 1 August 2025"
    linked = Report(by="press", publisher="A", title="b", url="https://a.example/(1)")
    said = _citations(kb, "en")(Source(report=linked, verified=READ))
    assert said == "A, “[b](<https://a.example/(1)>)”"
