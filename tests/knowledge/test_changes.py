"""Differences of entries: matched by what identifies an item, weighed by what it says."""

from typing import Any

import pytest

from zhiquan.knowledge.changes.compare import Difference, compare
from zhiquan.knowledge.changes.risk import highest, risk_of, weight
from zhiquan.outputs.reports.differences import narrowed, short

Tree = dict[str, Any]


def told(old: Tree, new: Tree) -> list[tuple[str, Any, Any]]:
    """The differences: field, old and new."""
    return [(one.field, one.old, one.new) for one in compare(old, new)]


def test_items_are_matched_by_what_identifies_them() -> None:
    """A version by its first day, a source by law and article, a question by its id."""
    old = {"versions": [{"from": "2021-01-01", "rule": {"zh": "甲"}}]}
    new = {"versions": [{"from": "2020-01-01"}, {"from": "2021-01-01", "rule": {"zh": "乙"}}]}
    assert told(old, new) == [
        ("versions[2021-01-01].rule", {"zh": "甲"}, {"zh": "乙"}),
        ("versions[2020-01-01]", None, {"from": "2020-01-01"}),
    ]
    source = {"law": "civil-code", "article": "1033", "verified": {"level": "unverified"}}
    read = {**source, "verified": {"level": "primary-text"}}
    assert told({"sources": [source]}, {"sources": [{"law": "x"}, read]})[0] == (
        "sources[civil-code 1033].verified.level",
        "unverified",
        "primary-text",
    )


def test_lines_without_a_name_are_matched_like_lines_of_a_text() -> None:
    """One that is put in between is one difference, not one for each that follows."""
    old = {"do_now": [{"zh": "一"}, {"zh": "二"}, {"zh": "三"}]}
    new = {"do_now": [{"zh": "一"}, {"zh": "一半"}, {"zh": "二"}, {"zh": "三个"}]}
    assert told(old, new) == [
        ("do_now[2]", None, {"zh": "一半"}),
        ("do_now[4]", {"zh": "三"}, {"zh": "三个"}),
    ]


def test_another_order_is_a_difference_of_its_own() -> None:
    """Where to complain first is not the same as where to complain last."""
    old = {"channels": [{"channel": "a"}, {"channel": "b"}]}
    new = {"channels": [{"channel": "b"}, {"channel": "a"}]}
    assert told(old, new) == [("channels[]", ["a", "b"], ["b", "a"])]


@pytest.mark.parametrize(
    ("kind", "steps", "risk"),
    [
        ("limits", (".title",), "wording"),
        ("limits", (".versions", "[2021-01-01]", ".rule"), "rule"),
        ("practices", (".verdict",), "rule"),
        ("practices", (".answer",), "wording"),
        ("practices", (".cases", "[a]"), "company"),
        ("lenders", (".record", "[a]", ".says"), "company"),
        ("lenders", (".contacts", "[1]", ".value"), "contact"),
        ("channels", (".phones", "[1]", ".number"), "contact"),
        ("channels", (".timers", "[1]", ".days"), "rule"),
        ("tables", (".points", "[2026-01-20]", ".value"), "rule"),
        ("terms", (), "wording"),
        ("lenders", (), "company"),
    ],
)
def test_a_change_weighs_what_it_may_do(kind: str, steps: tuple[str, ...], risk: str) -> None:
    """From wording, which one reader settles, to a claim that may harm a company."""
    assert risk_of(kind, steps) == risk


def in_words(zh: str, en: str) -> dict[str, str]:
    """A text in both languages, as it stands in the tree of an entry."""
    return {"zh": zh, "en": en}


@pytest.mark.parametrize(
    ("old", "new", "risk"),
    [
        (in_words("最多5次。", "At most 5 times."), in_words("最多3次。", "At most 3."), "rule"),
        (in_words("最多五次。", "At most five."), in_words("最多三次。", "At most five."), "rule"),
        (in_words("依第5条。", "Article 5."), in_words("依第6条。", "Article 6."), "rule"),
        (in_words("7月起。", "From July."), in_words("8月起。", "From August."), "rule"),
        (in_words("22点后。", "After 22:00."), in_words("22点后。", "After 21:00."), "rule"),
        (in_words("到[[limits/a#check]]。", "Until."), in_words("到[[limits/a]]。", "So."), "rule"),
        (in_words("共24%。", "24% in all."), in_words("一共是24%。", "In all, 24%."), "wording"),
        (in_words("一个月。", "A month."), in_words("1个月。", "One month."), "wording"),
        (None, [{"id": "q", "answer": in_words("30天内。", "Within 30 days.")}], "rule"),
        (None, [{"id": "q", "answer": in_words("可以。", "Yes.")}], "wording"),
    ],
)
def test_a_figure_in_a_text_weighs_what_a_rule_weighs(old: object, new: object, risk: str) -> None:
    """A number, date, article or printed value changes what readers are told, wherever it is."""
    assert weight("practices", Difference((".summary",), old, new)) == risk


def test_contact_data_stays_contact_data() -> None:
    """A phone number is no rule: it is dialled, not read against a source."""
    text = Difference((".hours",), in_words("9点起", "From 9:00"), in_words("8点起", "From 8:00"))
    assert weight("channels", text) == "contact"


def test_the_heaviest_risk_decides() -> None:
    """Nothing at all is wording."""
    assert highest(["wording", "contact", "rule"]) == "rule"
    assert highest([]) == "wording"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "没有债务人同意，严禁催收",
            "没有债务人本人同意，严禁催收",
            ("“…有债务人同意，严…”", "“…有债务人本人同意，严…”"),
        ),
        (
            "Calls end at 22:00 sharp.",
            "Calls end at 21:00 sharp.",
            ("“…end at 22:00 sharp.”", "“…end at 21:00 sharp.”"),
        ),
        ("", "New", ("“”", "“New”")),
    ],
)
def test_a_text_is_shown_where_it_changed(old: str, new: str, shown: tuple[str, str]) -> None:
    """With a word or two around, so that the place is known again."""
    assert narrowed(old, new) == shown


def test_an_item_is_shown_by_what_tells_most() -> None:
    """In the editor's language, on one line, shortened."""
    item = {"id": "a", "says": {"zh": "报道说有人上门", "en": "A paper says so"}}
    assert short(item, "zh") == "“报道说有人上门”"
    assert short(["a", "b"], "en") == "a, b"
    assert len(short("x" * 200, "en")) == 60
