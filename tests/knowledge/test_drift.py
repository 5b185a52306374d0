"""Drift of translations: what was compared is known by its texts, not by its place."""

import datetime as dt
from typing import Any

import pytest

from tests.knowledge.samples import REVIEW
from zhiquan.entries.term import Term
from zhiquan.knowledge.anatomy import Contents, contents_of
from zhiquan.knowledge.drift import acknowledged, compared, drifts
from zhiquan.knowledge.translations import Confirmed, lines_of, pairs_of, read_lock, write_lock

DAY = dt.date(2026, 11, 1)
LATER = dt.date(2026, 11, 20)


def term(zh: str = "词", en: str = "Word", **fields: Any) -> Contents:
    """The contents of a term with this title."""
    tree = {"definition": {"zh": "意思", "en": "Meaning"}, "review": REVIEW, **fields}
    return contents_of(Term.model_validate({"title": {"zh": zh, "en": en}, **tree}))


def told(now: Contents, pairs: tuple[Confirmed, ...]) -> list[tuple[object, ...]]:
    """The drift of one entry: place, language left behind, day of the comparison."""
    found = drifts({"terms/word": now}, {"terms/word": lines_of(pairs)}).get("terms/word", ())
    return [(*one.pointer, one.stale, one.since) for one in found]


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("词", "Word", []),
        ("词语", "Word", [("title", "en", DAY)]),
        ("词", "A word", [("title", "zh", DAY)]),
        ("词语", "A word", []),
    ],
)
def test_one_side_alone_is_drift(zh: str, en: str, found: list[object]) -> None:
    """Both sides written together are a new text, which nobody has compared yet."""
    assert told(term(zh, en), compared(term(), (), DAY)) == found


def test_without_a_line_nobody_is_nagged() -> None:
    """A new entry is silent until its texts were compared for the first time."""
    assert told(term("词语"), ()) == []


def test_a_text_that_moves_stays_compared() -> None:
    """A question that is put before another changes the place of the other, and no more."""
    one, two = (
        {"id": name, "question": {"zh": f"问{name}", "en": name}, "answer": {"zh": "答", "en": "A"}}
        for name in ("one", "two")
    )
    pairs = compared(term(questions=[two]), (), DAY)
    assert told(term(questions=[one, two]), pairs) == []


def test_a_text_that_comes_twice_may_be_said_in_two_ways() -> None:
    """A new field with the same Chinese and other English is no drift of the first."""
    pairs = compared(term("意思"), (), DAY)
    again = term("意思", summary={"zh": "意思", "en": "In short: meaning"})
    assert told(again, pairs) == []


def test_blanks_and_signs_are_no_change() -> None:
    """`zhiquan fix` mends them, and a folded line may be broken elsewhere."""
    pairs = compared(term("晚上10点, 不打电话(一般)", "No calls at night"), (), DAY)
    mended = term("晚上10点，不打\n电话（一般）", "No calls  at night")
    assert told(mended, pairs) == []
    assert [one.on for one in compared(mended, pairs, LATER)] == ["2026-11-01"] * 2


def test_a_comparison_renews_only_what_changed() -> None:
    """What had been compared keeps its day, so the lock changes by one line."""
    first = compared(term(), (), DAY)
    second = compared(term("词语"), first, LATER)
    assert [(one.field, one.on) for one in second] == [
        ("title", "2026-11-20"),
        ("definition", "2026-11-01"),
    ]
    assert told(term("词语"), second) == []


def test_a_slip_is_acknowledged_once_and_for_that_text_only() -> None:
    """The day of the comparison stays; the next change warns again, and needs a comparison."""
    pairs = compared(term(), (), DAY)
    mended = term("辞")
    once = acknowledged(mended, pairs, drifts({"t": mended}, {"t": lines_of(pairs)})["t"])
    assert ([one.pointer for one in once.done], once.refused) == ([("title",)], ())
    assert told(mended, once.pairs) == []
    assert {one.on for one in once.pairs} == {"2026-11-01"}
    again = term("辞语")
    found = drifts({"t": again}, {"t": lines_of(once.pairs)})["t"]
    assert [one.since for one in found] == [DAY]
    twice = acknowledged(again, once.pairs, found)
    assert (twice.done, twice.refused, twice.pairs) == ((), found, once.pairs)
    full = compared(mended, once.pairs, LATER)
    assert [one.on for one in full if one.field == "title"] == ["2026-11-20"]
    assert not any(one.typo for one in full)


def test_the_lock_is_read_as_it_was_written(tmp_path: Any) -> None:
    """Sorted by entry and field, one line a text; a file that is not there is an empty lock."""
    assert read_lock(tmp_path) == ({}, ())
    (tmp_path / "docs/entries").mkdir(parents=True)
    mended = term("辞")
    pairs = compared(term(), (), DAY)
    once = acknowledged(mended, pairs, drifts({"t": mended}, {"t": lines_of(pairs)})["t"])
    lock = {"terms/word": lines_of(once.pairs), "laws/first": lines_of(pairs)}
    write_lock(tmp_path, lock)
    found, faults = read_lock(tmp_path)
    assert faults == ()
    assert list(found) == ["laws/first", "terms/word"]
    assert found == lock
    assert {ref: set(pairs_of(lines)) for ref, lines in found.items()} == {
        "terms/word": set(once.pairs),
        "laws/first": set(pairs),
    }
    lines = (tmp_path / "docs/entries/translations.lock").read_text("utf-8").splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [
        "definition",
        "title",
    ] * 2
