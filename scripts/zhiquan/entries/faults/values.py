"""Faults of single values: each says what was written and what a good value looks like."""

import re
from difflib import get_close_matches

from zhiquan.entries.faults.refused import Refused, Said
from zhiquan.entries.faults.slots import AN_ID, FORMS
from zhiquan.entries.scalars import (
    LONGEST,
    LONGEST_NAME,
    WRITE_DATE,
    WRITE_FLAG,
    WRITE_NUMBER,
    WRITE_TIME,
    WRITE_WHOLE,
    YEARS,
)
from zhiquan.source.message import message

_YES = {"yes", "y", "on", "1", "true", "是"}
_NO = {"no", "n", "off", "0", "false", "否"}


def not_in_list(item: Refused) -> Said:
    """A value outside a closed list."""
    choices = item.slot.choices
    near = get_close_matches(str(item.value).lower(), choices, n=1)
    said = message("{value} is not accepted for {name}", value=item.quoted, name=item.name)
    hint = message("one of: {choices}", choices=choices)
    if near:
        hint = message("did you mean '{near}'? {rule}", near=near[0], rule=hint)
    return Said("ZQ104", said, hint)


def not_a_date(item: Refused) -> Said:
    """A value that is not written as a date."""
    return Said("ZQ105", message("{said} is not a date", said=item.said), WRITE_DATE)


def no_such_day(item: Refused) -> Said:
    """A date that is not in the calendar."""
    said = message("there is no day {value} ({name})", value=item.quoted, name=item.name)
    return Said("ZQ105", said, WRITE_DATE)


def not_in_our_time(item: Refused) -> Said:
    """A date that no law and no loan has."""
    said = message("{value} lies before {first} or after {last} ({name})", value=item.quoted)
    said = said.filled(first=YEARS[0], last=YEARS[-1], name=item.name)
    return Said("ZQ105", said, message("leave the field out where there is no date"))


def not_a_number(item: Refused) -> Said:
    """A value that is no number, or not a whole one from 0 on where one is needed."""
    if item.slot.type is int:
        said = message("{said} is not a whole number from 0 on", said=item.said)
        return Said("ZQ106", said, WRITE_WHOLE)
    return Said("ZQ106", message("{said} is not a number", said=item.said), WRITE_NUMBER)


def number_too_long(item: Refused) -> Said:
    """A number with more digits than any sum has."""
    said = message("{said} has too many digits", said=item.said)
    return Said("ZQ106", said, message("at most 15, and 6 behind the point"))


def not_a_flag(item: Refused) -> Said:
    """A value that is neither true nor false."""
    word = str(item.value).lower()
    hint = message("write true") if word in _YES else message("write false")
    said = message("{said} is neither true nor false", said=item.said)
    return Said("ZQ107", said, hint if word in _YES | _NO else WRITE_FLAG)


def not_a_time(item: Refused) -> Said:
    """A value that is not a time of day."""
    return Said("ZQ108", message("{said} is not a time of day", said=item.said), WRITE_TIME)


def bad_form(item: Refused) -> Said:
    """A text with a form of its own: id, reference, address, article, telephone number."""
    form = FORMS[item.slot.pattern or ""]
    near = re.sub(r"[^a-z0-9]+", "-", str(item.value).lower()).strip("-")
    hint = form.rule
    if near and form.what == AN_ID:
        hint = message("did you mean '{near}'? {rule}", near=near, rule=form.rule)
    return Said(form.code, message("{said} is not {what}", said=item.said, what=form.what), hint)


def too_long(item: Refused) -> Said:
    """A text beyond its greatest length."""
    said = message(
        "{name} has {count} characters; at most {most} are accepted",
        name=item.name,
        count=len(item.value),
        most=item.slot.max_length or LONGEST,
    )
    return Said("ZQ113", said, message("shorten it"))


def name_too_long(item: Refused) -> Said:
    """A name in two languages, one of which is none any more."""
    said = message("{name} has {count} characters; at most {most} are accepted", name=item.name)
    said = said.filled(count=max(map(len, item.value.values())), most=LONGEST_NAME)
    return Said("ZQ113", said, message("shorten it"))
