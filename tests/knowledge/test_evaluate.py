"""Evaluating rules: every condition under, on and over its line; dates; what cannot be known."""

import datetime as dt
from typing import Any

import pytest

from tests.knowledge.samples import TODAY, Tree, check, knowledge, limit, version
from zhiquan.entries.rule import Outcome
from zhiquan.knowledge.evaluate import check_value, evaluate, outcome
from zhiquan.knowledge.values import GivenError

HOURS = {"fact": "contact-time", "within": ["08:00", "22:00"]}
NIGHT = {"fact": "contact-time", "within": ["22:00", "06:00"]}
CALLS = {"fact": "calls-per-day", "at_most": "3"}
VISITORS = {"fact": "visitors", "at_least": "2"}
RATE = {"fact": "apr", "at_most": "24"}
SHOWN = {"fact": "showed-identification", "must": "true"}
HIDDEN = {"fact": "showed-identification", "must_not": "true"}
FOUR_LPR = {
    "fact": "apr",
    "at_most_times": {"times": "4", "table": "lpr-1y", "on": "contract-date"},
}


@pytest.mark.parametrize(
    ("tree", "value", "expected"),
    [
        (HOURS, "07:59", "exceeded"),
        (HOURS, "08:00", "within"),
        (HOURS, "22:00", "within"),
        (HOURS, "22:01", "exceeded"),
        (HOURS, "00:00", "exceeded"),
        (HOURS, "24:00", "exceeded"),
        (NIGHT, "21:59", "exceeded"),
        (NIGHT, "22:00", "within"),
        (NIGHT, "00:00", "within"),
        (NIGHT, "06:00", "within"),
        (NIGHT, "06:01", "exceeded"),
        (CALLS, "2", "within"),
        (CALLS, "3", "within"),
        (CALLS, "4", "exceeded"),
        (VISITORS, "1", "exceeded"),
        (VISITORS, "2", "within"),
        (VISITORS, "3", "within"),
        (RATE, "23.99", "within"),
        (RATE, "24.00", "within"),
        (RATE, "24.01", "exceeded"),
        (SHOWN, "true", "within"),
        (SHOWN, "false", "exceeded"),
        (HIDDEN, "true", "exceeded"),
        (HIDDEN, "false", "within"),
    ],
)
def test_the_line_itself_is_within(tree: Tree, value: str, expected: Outcome) -> None:
    """Under the line, on it and over it, for each condition of the vocabulary."""
    assert evaluate(check(**tree), {tree["fact"]: value}, knowledge()) == expected


@pytest.mark.parametrize(
    ("day", "rate", "expected"),
    [
        ("2021-12-19", "1", "unknown"),
        ("2021-12-20", "15.2", "within"),
        ("2022-01-19", "15.2", "within"),
        ("2022-01-19", "15.21", "exceeded"),
        ("2022-01-20", "15.2", "exceeded"),
        ("2022-01-20", "14.8", "within"),
        ("2022-01-21", "14.8", "within"),
        ("2025-05-19", "14.8", "within"),
        ("2025-05-20", "12", "within"),
        ("2025-05-20", "12.01", "exceeded"),
        ("2026-10-19", "12", "within"),
        ("2026-10-20", "12", "unknown"),
    ],
)
def test_four_times_lpr_follows_the_publication_day(day: str, rate: str, expected: Outcome) -> None:
    """4 × 3.80 = 15.2 until 19 January 2022 and 4 × 3.70 = 14.8 from the 20th."""
    given = {"contract-date": day, "apr": rate}
    assert evaluate(check(**FOUR_LPR), given, knowledge()) == expected


def test_decimals_are_exact() -> None:
    """4 × 3.85 is 15.4 and nothing else: no binary fraction tips a case over the line."""
    tenth = {"fact": "apr", "at_most": "0.3"}
    assert evaluate(check(**tenth), {"apr": "0.30"}, knowledge()) == "within"
    assert evaluate(check(**tenth), {"apr": "0.300001"}, knowledge()) == "exceeded"


@pytest.mark.parametrize(
    ("consented", "expected"), [("true", "exempt"), ("false", "exceeded"), (None, "exceeded")]
)
def test_unless_takes_the_case_out_of_the_rule(consented: str | None, expected: Outcome) -> None:
    """A true `unless` flag makes the case exempt; one that is not given counts as false."""
    given = {"contact-time": "23:00"} | ({"debtor-consented": consented} if consented else {})
    assert evaluate(check(**HOURS, unless="debtor-consented"), given, knowledge()) == expected


def test_the_version_of_the_day_decides() -> None:
    """A rate is within on the last day of the old line, exceeded on the first of the new."""
    rule = limit(
        version("2015-09-01", "2020-08-20", RATE),
        version("2020-08-20", "2021-01-01", {"fact": "apr", "at_most": "15.4"}),
        version("2022-01-01"),
    )
    kb = knowledge()
    expected = {
        "2015-08-31": "unknown",
        "2015-09-01": "within",
        "2020-08-19": "within",
        "2020-08-20": "exceeded",
        "2020-12-31": "exceeded",
        "2021-01-01": "unknown",
        "2022-01-01": "unknown",
    }
    found = {day: outcome(rule, {"date": day, "apr": "24"}, kb) for day in expected}
    assert found == expected


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "missing"),
        ({"contact-time": "25:00"}, "unreadable"),
        ({"contact-time": "ten"}, "unreadable"),
    ],
)
def test_a_value_that_is_missing_or_unreadable_is_refused(given: Tree, reason: str) -> None:
    """Nothing is guessed: the error names the fact and says what is wrong."""
    with pytest.raises(GivenError) as caught:
        evaluate(check(**HOURS), given, knowledge())
    assert (caught.value.fact, caught.value.reason) == ("contact-time", reason)


def test_a_fact_of_the_wrong_type_is_refused() -> None:
    """A time cannot be compared with a number, and an undeclared fact with nothing."""
    with pytest.raises(GivenError) as unfit:
        evaluate(check(fact="apr", within=["08:00", "22:00"]), {"apr": "3"}, knowledge())
    with pytest.raises(GivenError) as undeclared:
        evaluate(check(fact="weight", at_most="3"), {"weight": "3"}, knowledge())
    assert (unfit.value.reason, undeclared.value.reason) == ("unfit", "undeclared")


def test_a_case_needs_its_date() -> None:
    """Without the day no version can be chosen."""
    with pytest.raises(GivenError, match="'date' is not given"):
        outcome(limit(version("2025-01-01")), {}, knowledge())


@pytest.mark.parametrize(
    ("tree", "zh", "en"),
    [
        (HOURS, "08:00–22:00", "08:00–22:00"),
        (CALLS, "每天最多3次", "at most 3 calls a day"),
        (VISITORS, "至少2人", "at least 2 people"),
        (RATE, "每年最多24%", "at most 24% a year"),
        ({"fact": "calls-per-day", "at_most": "1"}, "每天最多1次", "at most 1 call a day"),
        ({"fact": "fine", "at_most": "3000"}, "最多3000元", "at most RMB 3,000"),
        ({"fact": "charge", "at_most": "200000"}, "最多20万元", "at most 200,000 yuan"),
        ({"fact": "answer-days", "at_most": "15"}, "最多15", "at most 15"),
        (SHOWN, "必须", "required"),
        (HIDDEN, "不得", "not allowed"),
        (
            FOUR_LPR,
            "最多12%（4 × 3.00%，一年期LPR）",
            "at most 12% (4 × 3.00%, one-year LPR)",
        ),
    ],
)
def test_the_value_of_a_check_reads_as_words(tree: Any, zh: str, en: str) -> None:
    """What `[[limits/…#check]]` prints, in both languages, with the unit of the fact."""
    kb, day = knowledge(), dt.date(2026, 3, 1)
    assert check_value(check(**tree), kb, "zh", day) == zh
    assert check_value(check(**tree), kb, "en", day) == en


def test_a_multiple_without_a_known_rate_names_the_rate() -> None:
    """From 20 October 2026 no LPR is known: the words say which rate, and no figure."""
    kb, rule = knowledge(), check(**FOUR_LPR)
    assert check_value(rule, kb, "zh", TODAY) == "最多一年期LPR的4倍"
    assert check_value(rule, kb, "en", TODAY) == "at most 4 × one-year LPR"
