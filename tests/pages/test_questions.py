"""Questions: made only where the data answers, each once, each with a stable anchor."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
import yaml

from tests.pages.conftest import TEMPLATES
from zhiquan.entries.entry import Question as Written
from zhiquan.entries.provenance import Report, Source
from zhiquan.entries.text import Text
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.pages.answers import case_first
from zhiquan.pages.catalogue import normal
from zhiquan.pages.models import MODELS
from zhiquan.pages.patterns import joined
from zhiquan.pages.publication import Publication
from zhiquan.pages.question import Question
from zhiquan.pages.strings import Strings
from zhiquan.source.message import LANGUAGES, Language


def _of(publication: Publication, ref: str, lang: Language = "zh") -> dict[str, Question]:
    found = publication.questions(lang)
    return {question.anchor: question for question in found if question.entry == ref}


def _with_term(kb: KnowledgeBase, **fields: Any) -> Publication:
    term = kb.terms["collection"].model_copy(update=fields)
    return Publication(dataclasses.replace(kb, terms={"collection": term}), templates=TEMPLATES)


def _written(name: str, question: str) -> Written:
    both = Text(zh=question, en=question)
    return Written(id=name, question=both, answer=Text(zh="答。", en="Answer."))


def test_an_answer_says_the_rule_its_article_the_step_and_the_entry(
    publication: Publication,
) -> None:
    """It stands alone: it may be read in a search result or a chat message."""
    answer = _of(publication, "limits/contact-hours", "en")["q-today"].answer
    order = [
        "Today, time of contact: 08:00–22:00.",
        "Without **your consent**",
        "New Standard]], clause 6.3 (text read)",
    ]
    order += [
        "it has applied since 1 January 2025.",
        "Take a screenshot",
        "[[limits/contact-hours]]",
    ]
    places = [answer.index(part) for part in order]
    assert places == sorted(places)


def test_an_answer_under_review_begins_with_the_label(publication: Publication) -> None:
    """It is read alone, so the label stands in the answer: as text and as a notice."""
    answers = _of(publication, "limits/visit-notice", "en")
    said = "△ **Under review**: [[laws/visit-rules|Visit Rules]] was amended on 1 June 2026"
    assert answers["q-today"].answer.startswith(said)
    assert answers["q-today"].answer_html.startswith('<p class="zq-notice zq-under-review">')
    assert [one.law for one in answers["q-today"].under_review] == ["laws/visit-rules"]


def test_an_answer_that_rests_elsewhere_is_not_under_review(publication: Publication) -> None:
    """A written answer names what it rests on; the rest of its page is not its affair."""
    night = _of(publication, "limits/visit-notice", "en")["q-night"]
    assert night.under_review == ()
    assert night.answer == "There should be no contact at night."


def test_sources_of_unequal_standing_are_told_apart(publication: Publication) -> None:
    """A text that was read lends no weight to one that was not."""
    answer = _of(publication, "limits/contact-hours", "en")["q-today"].answer
    assert (
        "clause 6.3 (text read); [[laws/civil-code|Civil Code]], articles 1032 and 1033" in answer
    )
    assert "1033 (reliable report)" in answer


def test_an_unverified_rule_is_called_so_first(publication: Publication) -> None:
    """What is not verified never reads like an answer."""
    assert _of(publication, "limits/calls-per-day")["q-today"].answer.startswith("还没有核实。")


def test_a_pattern_fires_only_where_the_data_answers(publication: Publication) -> None:
    """No question about a consequence, an earlier rule or a change that nobody recorded."""
    full, bare = (_of(publication, f"limits/{name}") for name in ("contact-hours", "calls-per-day"))
    assert {"q-before", "q-announced", "q-broken"} <= full.keys()
    assert bare.keys().isdisjoint({"q-before", "q-announced", "q-broken", "q-my-lender"})


def test_only_lenders_with_a_report_are_asked_about_a_practice(publication: Publication) -> None:
    """Combinations are made only where a source exists, and the firmest is told."""
    asked = _of(publication, "lenders/example-finance")
    reported = [anchor for anchor in asked if anchor.startswith("q-reported")]
    assert reported == ["q-reported-home-visit"]
    assert asked["q-reported-home-visit"].answer.startswith("被罚款10万元。")
    assert "监管或法院认定" in asked["q-reported-home-visit"].answer


def test_an_example_keeps_its_anchor_when_the_list_is_reordered(kb: KnowledgeBase) -> None:
    """The anchor follows from the case, not from its place."""
    limit = kb.limits["contact-hours"]
    turned = limit.model_copy(update={"examples": limit.examples[::-1]})
    anchors = []
    for one in (limit, turned):
        changed = dataclasses.replace(kb, limits={**kb.limits, "contact-hours": one})
        found = _of(Publication(changed, templates=TEMPLATES), "limits/contact-hours")
        anchors.append([anchor for anchor in found if anchor.startswith("q-example")])
    assert anchors[0] == anchors[1]
    assert len(anchors[0]) == 1


def test_a_written_question_takes_the_place_of_the_one_it_repeats(
    publication: Publication,
) -> None:
    """By the pattern's id, or by the words that tell that it asks the same."""
    asked = _of(publication, "practices/home-visit")
    assert not asked["q-what-to-do"].generated
    assert "q-allowed" in asked
    assert len([anchor for anchor in asked if anchor == "q-what-to-do"]) == 1


def test_the_words_of_a_written_question_tell_that_it_asks_the_same(kb: KnowledgeBase) -> None:
    """Settled in both languages at once, so that both sites ask the same."""
    publication = _with_term(
        kb,
        definition=Text(zh="追债。", en="Chasing."),
        questions=(_written("x", "“催收”是什么意思？"),),
    )
    for lang in LANGUAGES:
        assert set(_of(publication, "terms/collection", lang)) == {"q-x"}


def test_no_question_is_asked_twice(kb: KnowledgeBase) -> None:
    """Case, spaces and punctuation make no difference; the first by entry stays, written wins."""
    term = kb.terms["collection"].model_copy(
        update={"questions": (_written("same", "晚上 10点半打电话 可以吗"),)}
    )
    publication = Publication(
        dataclasses.replace(kb, terms={"collection": term}), templates=TEMPLATES
    )
    assert "q-same" in _of(publication, "terms/collection")
    assert not any("example" in anchor for anchor in _of(publication, "limits/contact-hours"))
    for lang in LANGUAGES:
        texts = [normal(question.question) for question in publication.questions(lang)]
        assert len(texts) == len(set(texts))


def test_an_answer_with_an_unwritten_part_is_left_out_of_that_language(
    publication: Publication,
) -> None:
    """An English answer holds no Chinese passage: the entry's page shows that with a label."""
    assert "q-meaning" in _of(publication, "terms/collection", "zh")
    assert "q-meaning" not in _of(publication, "terms/collection", "en")


def test_a_term_is_asked_about_only_where_readers_would(kb: KnowledgeBase) -> None:
    """Only where the entry says so."""
    assert not _of(_with_term(kb, ask=False), "terms/collection")


def test_ids_are_the_same_in_both_languages(publication: Publication) -> None:
    """A link to a question survives the language switch."""
    zh, en = ({one.id for one in publication.questions(lang)} for lang in LANGUAGES)
    assert en < zh
    assert zh - en == {"terms/collection#q-meaning"}


def test_questions_come_in_a_fixed_order(publication: Publication) -> None:
    """By the ref of the entry, so that the open data change only where the entries do."""
    refs = [question.entry for question in publication.questions("zh")]
    assert refs == sorted(refs)


def test_an_ended_rule_is_told_with_its_last_day(kb: KnowledgeBase) -> None:
    """Validity is half-open; readers see the last day on which the rule applied."""
    later = dataclasses.replace(kb, today=dt.date(2024, 12, 15))
    asked = _of(Publication(later, templates=TEMPLATES), "limits/contact-hours")
    assert "最后一条适用到2024年11月30日" in asked["q-ended"].answer
    assert "q-today" not in asked


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_patterns_are_complete_in_both_languages(kind: str) -> None:
    """A pattern has an id of its own, and question and answer in zh and en."""
    patterns = yaml.safe_load((TEMPLATES / f"faq/{kind}.yaml").read_text(encoding="utf-8"))
    ids = [one["id"] for one in patterns]
    assert len(ids) == len(set(ids))
    for one in patterns:
        assert set(one) <= {"id", "when", "each", "covered", "question", "answer"}
        assert set(one["question"]) == set(one["answer"]) == {"zh", "en"}
        assert set(one.get("covered", {"zh": "", "en": ""})) == {"zh", "en"}


def test_lines_of_a_template_are_put_together() -> None:
    """Template authors may break lines; lists and paragraphs stay."""
    template = "一句。\n二句。\n\n- a\n\n- b\n\n\n后面"
    assert joined(template, "zh") == "一句。二句。\n\n- a\n- b\n\n后面"
    assert joined("One.\n Two.", "en") == "One. Two."


def test_a_rule_for_everyone_is_not_asked_about_my_lender(kb: KnowledgeBase) -> None:
    """Only a rule for those who lend and collect is."""
    for binds, asked in (
        (("lender", "collector"), True),
        (("lender", "everyone"), False),
        (("lender", "court"), False),
        (("court",), False),
    ):
        limit = kb.limits["contact-hours"].model_copy(update={"binds": binds, "strength": "must"})
        changed = dataclasses.replace(kb, limits={**kb.limits, "contact-hours": limit})
        found = _of(Publication(changed, templates=TEMPLATES), "limits/contact-hours")
        assert ("q-my-lender" in found) is asked, binds


def test_an_unverified_rule_claims_no_start_as_a_fact(publication: Publication) -> None:
    """The day is given as what we know, and not as what is so."""
    answer = _of(publication, "limits/calls-per-day")["q-today"].answer
    assert "据我们所知从2025年1月1日算起，没有核实" in answer
    assert "起适用" not in answer


def test_a_record_opens_with_what_was_found(publication: Publication) -> None:
    """The finding, who made it, where it was read; counts come last."""
    answer = _of(publication, "lenders/example-finance")["q-on-record"].answer
    assert answer.startswith("被罚款10万元。是谁认定的：监管局。来源：")
    assert answer.index("监管或法院认定1条") > answer.index("来源")


def test_a_lender_is_asked_about_only_with_data_of_its_own(kb: KnowledgeBase) -> None:
    """Where to complain is the same for all of them unless it has contacts; one question stays."""
    bare = kb.lenders["example-finance"].model_copy(
        update={"contacts": (), "record": (), "claims": ()}
    )
    changed = dataclasses.replace(kb, lenders={"example-finance": bare}, practices={})
    found = _of(Publication(changed, templates=TEMPLATES), "lenders/example-finance")
    assert set(found) == {"q-who-supervises"}


def test_a_list_of_names_ends_with_and() -> None:
    """A name that is a pair counts as two."""
    zh, en = (Strings.load(TEMPLATES / "strings", lang) for lang in LANGUAGES)
    assert zh.listed(["银行", "催收人员和催收机构"]) == "银行、催收人员和催收机构"
    assert zh.listed(["银行", "法院"]) == "银行和法院"
    assert en.listed(["banks", "collectors and agencies"]) == "banks, collectors and agencies"
    assert en.listed(["banks"]) == "banks"


def test_a_title_with_quotation_marks_is_not_quoted_again(kb: KnowledgeBase) -> None:
    """One pair of marks is enough."""
    term = _with_term(kb, title=Text(zh="“反催收”", en="“Anti-collection”"))
    assert _of(term, "terms/collection")["q-meaning"].question == "“反催收”是什么意思？"


def test_a_number_nobody_checked_is_labelled(kb: KnowledgeBase) -> None:
    """By the channel's sources that name it; an emergency number is dialled at once."""
    court = kb.channels["court"]
    source = court.sources[0]
    report = Report(by="regulator", publisher="法院", title="12368")
    verified = source.verified.model_copy(update={"level": "unverified"})
    unread = Source(report=report, verified=verified)
    for step, labelled in (("court", True), ("emergency", False)):
        changed = court.model_copy(update={"sources": (source, unread), "step": step})
        channels = {**kb.channels, "court": changed}
        publication = Publication(dataclasses.replace(kb, channels=channels), templates=TEMPLATES)
        answer = _of(publication, "channels/court")["q-what-for"].answer
        assert ("12368（未核实，先在官方页面核对）" in answer) is labelled
        page = publication.page("zh/channels/hotline.html")
        assert ("未核实，先在官方页面核对" in page.body) is labelled


@pytest.mark.parametrize(
    ("what", "turned"),
    [
        ("机构答复你；简单的", "简单的，机构答复你"),
        ("核查并答复；其间要标注“有异议”", "核查并答复；其间要标注“有异议”"),
    ],
)
def test_the_case_of_a_time_limit_comes_first(what: str, turned: str) -> None:
    """A sentence that ends on a condition without a verb is turned."""
    assert case_first(what) == turned
