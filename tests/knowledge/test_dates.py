"""Law has dates: half-open versions, published values, reviews."""

import datetime as dt
from decimal import Decimal

import pytest

from tests.knowledge.samples import REVIEW, TODAY, limit, lpr, version
from zhiquan.knowledge.dates import announced, in_force, overdue, published_value, review_due

DAY = dt.timedelta(days=1)
VERSIONS = (
    version("1991-08-13", "2015-09-01"),
    version("2015-09-01", "2020-08-20"),
    version("2021-01-01", "2027-01-01"),
    version("2027-01-01"),
)


def test_a_version_holds_from_its_first_day_to_the_day_before_its_end() -> None:
    """Versions are half-open: at every boundary the day itself belongs to the later one."""
    rule = limit(*VERSIONS)
    for each in rule.versions:
        assert in_force(rule, each.from_) == each
        assert in_force(rule, each.from_ - DAY) != each
        if each.to:
            assert in_force(rule, each.to - DAY) == each
            assert in_force(rule, each.to) != each


def test_no_rule_is_known_outside_every_version() -> None:
    """Before the first version and in a gap there is no rule, never the nearest one."""
    rule = limit(*VERSIONS)
    assert in_force(rule, dt.date(1991, 8, 12)) is None
    assert in_force(rule, dt.date(2020, 8, 20)) is None
    assert in_force(rule, dt.date(2020, 12, 31)) is None


def test_exactly_one_version_applies_on_every_day_of_a_chain() -> None:
    """Versions that meet neither overlap nor leave a day out."""
    rule = limit(version("2025-01-01", "2025-02-01"), version("2025-02-01", "2025-03-01"))
    days = [dt.date(2025, 1, 1) + DAY * number for number in range(59)]
    assert [in_force(rule, day) for day in days] == [rule.versions[0]] * 31 + [
        rule.versions[1]
    ] * 28


def test_versions_that_begin_after_today_are_announced() -> None:
    """A version is announced until the day before it begins, and then in force."""
    rule = limit(*VERSIONS)
    assert announced(rule, TODAY) == rule.versions[3:]
    assert announced(rule, dt.date(2026, 12, 31)) == rule.versions[3:]
    assert announced(rule, dt.date(2027, 1, 1)) == ()


@pytest.mark.parametrize(("volatility", "days"), [("a", 90), ("b", 180), ("c", 365)])
def test_a_review_is_overdue_on_the_day_after_it_was_due(volatility: str, days: int) -> None:
    """Volatility a, b, c gives 90, 180, 365 days from one review to the next."""
    rule = limit(*VERSIONS, volatility=volatility, review=REVIEW)
    due = TODAY + DAY * days
    assert review_due(rule) == due
    assert not overdue(rule, due)
    assert overdue(rule, due + DAY)


def test_the_publication_day_decides_which_value_holds() -> None:
    """On 19 January 2022 the value of 20 December 2021 still holds, on the 20th the new one."""
    table = lpr()
    assert published_value(table, dt.date(2022, 1, 19)) == Decimal("3.80")
    assert published_value(table, dt.date(2022, 1, 20)) == Decimal("3.70")
    for before, after in zip(table.points, table.points[1:], strict=False):
        assert published_value(table, after.on - DAY) == before.value
        assert published_value(table, after.on) == after.value


def test_no_value_is_known_outside_the_table() -> None:
    """Before the first row and from `known_until` on there is no value, never a guess."""
    table = lpr()
    assert published_value(table, dt.date(2021, 12, 19)) is None
    assert published_value(table, dt.date(2021, 12, 20)) == Decimal("3.80")
    assert published_value(table, dt.date(2026, 10, 19)) == Decimal("3.00")
    assert published_value(table, dt.date(2026, 10, 20)) is None
