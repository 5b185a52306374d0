"""Faults of structure: fields missing, unknown or of the wrong shape, and fields that disagree."""

import re
from difflib import get_close_matches
from typing import get_args, get_origin

from zhiquan.entries.faults.refused import Refused, Said
from zhiquan.entries.faults.slots import example, slot_at
from zhiquan.entries.rule import Check
from zhiquan.entries.text import Text
from zhiquan.source.diagnostic import written

_FIELDS_NAMED = 12
_SHORT = re.compile(r"[\w -]{1,40}")
"""A value that needs no quotes in a list."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_CONDITIONS = tuple(name for name in Check.model_fields if name not in {"fact", "unless"})


def missing(item: Refused) -> Said:
    """A field that every entry of the kind must have."""
    name = item.pointer[-1]
    if isinstance(name, int):
        return number_of_items(Refused(item.top, item.pointer[:-1], item.value))
    return Said(
        "ZQ101", f"missing field '{name}'{item.around}", f"add {name}: {example(item.slot)}"
    )


def unknown(item: Refused) -> Said:
    """A field that the model does not have: misspelt, or at the wrong level."""
    message = f"unknown field '{item.pointer[-1]}'{item.around}"
    return Said("ZQ102", message, _home(item) or _guess(item), on_key=True)


def nearest(item: Refused) -> list[str]:
    """The field that an unknown one was meant to be: one name or none."""
    if _home(item):
        return []
    return get_close_matches(str(item.pointer[-1]).lower(), item.container.fields(), n=1)


def _home(item: Refused) -> str | None:
    """Where the field belongs, if it was only indented too far."""
    name = str(item.pointer[-1])
    for length in range(len(item.pointer) - 2, -1, -1):
        if name in slot_at(item.top, item.pointer[:length]).fields():
            place = written(item.pointer[:length]) or "the first level"
            return f"'{name}' belongs to {place}: check the indentation"
    return None


def _guess(item: Refused) -> str:
    near = nearest(item)
    if near:
        return f"did you mean '{near[0]}'?"
    fields = [*item.container.fields()]
    more = ", …" if len(fields) > _FIELDS_NAMED else ""
    return f"fields here: {', '.join(fields[:_FIELDS_NAMED])}{more}"


def wrong_shape(item: Refused) -> Said:
    """A list, a mapping or one value where another of the three is expected."""
    given = {"list": "a list", "dict": "fields"}.get(type(item.value).__name__, "one value")
    return Said("ZQ103", f"{item.name} takes {_wanted(item)}, not {given}", _well_shaped(item))


def _wanted(item: Refused) -> str:
    if item.slot.type is Text:
        return "a text in two languages"
    if get_origin(item.slot.type) is tuple:
        return "a list"
    return "fields" if item.slot.is_model or get_origin(item.slot.type) is dict else "one value"


def _well_shaped(item: Refused) -> str:
    place, value = item.slot, item.value
    if place.type is Text and isinstance(value, str):
        return _write(item, _in_its_language(value))
    if get_origin(place.type) is not tuple:
        return _write(item, example(place))
    if isinstance(value, dict):
        return "begin each item of the list with '- '"
    takes_words = place.inner(0).type is str or place.inner(0).choices
    if takes_words and not place.is_pair and _SHORT.fullmatch(value):
        return _write(item, f"[{value}]")
    return _write(item, example(place))


def _in_its_language(text: str) -> str:
    shown = text if _SHORT.fullmatch(text) else "…"
    return f"{{zh: {shown}, en: …}}" if _CHINESE.search(text) else f"{{zh: …, en: {shown}}}"


def _write(item: Refused, value: str) -> str:
    name = next((step for step in reversed(item.pointer) if isinstance(step, str)), None)
    is_item = item.pointer and isinstance(item.pointer[-1], int)
    return f"write {'- ' if is_item else f'{name}: ' if name else ''}{value}"


def number_of_items(item: Refused) -> Said:
    """An empty list that needs an item, or a pair that is none."""
    size = len(get_args(item.slot.type))
    wanted = f"exactly {size} items" if item.slot.is_pair else "at least one item"
    return Said("ZQ112", f"{item.name} needs {wanted}", _write(item, example(item.slot)))


def no_language(item: Refused) -> Said:
    """A text that is written in neither language."""
    return Said("ZQ114", f"{item.name} is written in no language", _write(item, example(item.slot)))


def source_kind(item: Refused) -> Said:
    """A source that is neither or both of a law and a report, or a report with an article."""
    law, report = ("law" in item.value, "report" in item.value)
    if law == report:
        says = "names both a law and a report" if law else "names neither a law nor a report"
        hint = "a source has either law: civil-code, or report: {by: press, publisher: …}"
        return Said("ZQ115", f"{item.name} {says}", hint)
    message = f"{item.name} is a report and has an article"
    return Said("ZQ115", message, "delete article and article_unread, or name the law instead")


def check_condition(item: Refused) -> Said:
    """A check with no condition, or with several."""
    stated = [name for name in _CONDITIONS if item.value.get(name, "false") != "false"]
    says = f"states {len(stated)} conditions: {', '.join(stated)}" if stated else "has no condition"
    return Said("ZQ116", f"{item.name} {says}", f"state exactly one of {', '.join(_CONDITIONS)}")
