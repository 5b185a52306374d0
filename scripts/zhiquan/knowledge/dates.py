"""Law has dates: what is in force, announced, published on a day, due for review.

Every stretch of time is half-open, `[from, to)`. Outside the known range the answer is None, never
the nearest value.
"""

import datetime as dt
from bisect import bisect_right
from decimal import Decimal

from zhiquan.entries.entry import REVIEW_DAYS, Entry
from zhiquan.entries.limit import Limit, Version
from zhiquan.entries.rule import Table


def covers(version: Version, on: dt.date) -> bool:
    """Whether a version applies on a day: from its first day up to, not including, `to`."""
    return version.from_ <= on and (version.to is None or on < version.to)


def in_force(limit: Limit, on: dt.date) -> Version | None:
    """The version of a rule that applies on a day, or None where no rule is known."""
    return next((version for version in limit.versions if covers(version, on)), None)


def announced(limit: Limit, today: dt.date) -> tuple[Version, ...]:
    """The versions that begin after today, in order of their first day."""
    later = [version for version in limit.versions if version.from_ > today]
    return tuple(sorted(later, key=lambda version: version.from_))


def review_due(entry: Entry) -> dt.date:
    """The day by which the next review should have happened, by the entry's volatility."""
    reviewed = entry.review.on
    most = dt.date.max - reviewed  # a mistyped year must not lead past the end of the calendar
    return reviewed + min(dt.timedelta(days=REVIEW_DAYS[entry.volatility]), most)


def overdue(entry: Entry, today: dt.date) -> bool:
    """Whether the review is overdue: it still counts as in time on the due day itself."""
    return today > review_due(entry)


def published_value(table: Table, on: dt.date) -> Decimal | None:
    """The value of a dated table on a day.

    The publication day decides, not the month: a value holds from the day it was published. Before
    the first and from `known_until` on there is no value known.
    """
    row = bisect_right(table.points, on, key=lambda point: point.on)
    if row == 0 or on >= table.known_until:
        return None
    return table.points[row - 1].value
