"""Faults of single values: each says what was written and what a good value looks like."""

import re
from difflib import get_close_matches

from zhiquan.entries.faults.refused import Refused, Said
from zhiquan.entries.faults.slots import FORMS

_YES = {"yes", "y", "on", "1", "true", "是"}
_NO = {"no", "n", "off", "0", "false", "否"}


def not_in_list(item: Refused) -> Said:
    """A value outside a closed list."""
    choices = item.slot.choices
    near = get_close_matches(str(item.value).lower(), choices, n=1)
    guess = f"did you mean '{near[0]}'? " if near else ""
    message = f"{item.quoted} is not accepted for {item.name}"
    return Said("ZQ104", message, f"{guess}one of: {', '.join(choices)}")


def not_a_date(item: Refused) -> Said:
    """A value that is not written as a date."""
    hint = "write YYYY-MM-DD, for example 2026-01-31"
    return Said("ZQ105", f"{item.said} is not a date", hint)


def no_such_day(item: Refused) -> Said:
    """A date that is not in the calendar."""
    message = f"there is no day {item.quoted} ({item.name})"
    return Said("ZQ105", message, "write YYYY-MM-DD, for example 2026-01-31")


def not_a_number(item: Refused) -> Said:
    """A value that is no number, or not a whole one from 0 on where one is needed."""
    if item.slot.type is int:
        message = f"{item.said} is not a whole number from 0 on"
        return Said("ZQ106", message, "write digits only, for example 7")
    message = f"{item.said} is not a number"
    return Said("ZQ106", message, "write digits and a point, without unit: 24 or 15.4")


def not_a_flag(item: Refused) -> Said:
    """A value that is neither true nor false."""
    word = str(item.value).lower()
    hint = "write true" if word in _YES else "write false" if word in _NO else "write true or false"
    return Said("ZQ107", f"{item.said} is neither true nor false", hint)


def not_a_time(item: Refused) -> Said:
    """A value that is not a time of day."""
    hint = 'write "HH:MM" with two digits each, for example "08:00"'
    return Said("ZQ108", f"{item.said} is not a time of day", hint)


def bad_form(item: Refused) -> Said:
    """A text with a form of its own: id, reference, address, article, telephone number."""
    form = FORMS[item.slot.pattern or ""]
    near = re.sub(r"[^a-z0-9]+", "-", str(item.value).lower()).strip("-")
    hint = f"did you mean '{near}'? {form.rule}" if near and form.what == "an id" else form.rule
    return Said(form.code, f"{item.said} is not {form.what}", hint)


def too_long(item: Refused) -> Said:
    """A text beyond its greatest length."""
    most = item.slot.max_length
    message = f"{item.name} has {len(item.value)} characters; at most {most} are accepted"
    return Said("ZQ113", message, "shorten it")
