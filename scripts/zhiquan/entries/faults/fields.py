"""Faults of structure: fields missing, unknown or of the wrong shape, and fields that disagree."""

import re
from difflib import get_close_matches
from typing import get_args, get_origin

from zhiquan.entries.faults.refused import Refused, Said
from zhiquan.entries.faults.slots import example, slot_at
from zhiquan.entries.rule import Check
from zhiquan.entries.text import Text
from zhiquan.source.diagnostic import written
from zhiquan.source.message import Message, message
from zhiquan.source.pattern import pattern

_FIELDS_NAMED = 12
_LIST, _FIELDS, _ONE_VALUE = message("a list"), message("fields"), message("one value")
_SHORT = re.compile(r"[\w -]{1,40}")
"""A value that needs no quotes in a list."""
_CHINESE = pattern(r"[\u4e00-\u9fff]")
_CONDITIONS = tuple(name for name in Check.model_fields if name not in {"fact", "unless"})


def missing(item: Refused) -> Said:
    """A field that every entry of the kind must have."""
    name = item.pointer[-1]
    if isinstance(name, int):
        return number_of_items(Refused(item.top, item.pointer[:-1], item.value))
    said = message("missing field '{name}'{around}", name=name, around=item.around)
    hint = message("add {name}: {example}", name=name, example=example(item.slot))
    return Said("ZQ101", said, hint)


def unknown(item: Refused) -> Said:
    """A field that the model does not have: misspelt, or at the wrong level."""
    name = item.pointer[-1]
    said = message("unknown field '{name}'{around}", name=name, around=item.around)
    return Said("ZQ102", said, _home(item) or _guess(item), on_key=True)


def nearest(item: Refused) -> list[str]:
    """The field that an unknown one was meant to be: one name or none."""
    if _home(item):
        return []
    return get_close_matches(str(item.pointer[-1]).lower(), item.container.fields(), n=1)


def _home(item: Refused) -> Message | None:
    """Where the field belongs, if it was only indented too far."""
    name = str(item.pointer[-1])
    for length in range(len(item.pointer) - 2, -1, -1):
        if name in slot_at(item.top, item.pointer[:length]).fields():
            place = written(item.pointer[:length])
            if not place:
                said = message("'{name}' belongs to the first level: check the indentation")
                return said.filled(name=name)
            said = message("'{name}' belongs to {place}: check the indentation")
            return said.filled(name=name, place=place)
    return None


def _guess(item: Refused) -> Message:
    near = nearest(item)
    if near:
        return message("did you mean '{name}'?", name=near[0])
    fields = tuple(item.container.fields())
    more = ("…",) if len(fields) > _FIELDS_NAMED else ()
    return message("fields here: {fields}", fields=fields[:_FIELDS_NAMED] + more)


def wrong_shape(item: Refused) -> Said:
    """A list, a mapping or one value where another of the three is expected."""
    given = {"list": _LIST, "dict": _FIELDS}.get(type(item.value).__name__, _ONE_VALUE)
    said = message("{name} takes {wanted}, not {given}", name=item.name, given=given)
    return Said("ZQ103", said.filled(wanted=_wanted(item)), _well_shaped(item))


def _wanted(item: Refused) -> Message:
    if item.slot.type is Text:
        return message("a text in two languages")
    if get_origin(item.slot.type) is tuple:
        return _LIST
    return _FIELDS if item.slot.is_model or get_origin(item.slot.type) is dict else _ONE_VALUE


def _well_shaped(item: Refused) -> Message:
    place, value = item.slot, item.value
    if place.type is Text and isinstance(value, str):
        return _write(item, _in_its_language(value))
    if get_origin(place.type) is not tuple:
        return _write(item, example(place))
    if isinstance(value, dict):
        return message("begin each item of the list with '- '")
    takes_words = place.inner(0).type is str or place.inner(0).choices
    if takes_words and not place.is_pair and _SHORT.fullmatch(value):
        return _write(item, f"[{value}]")
    return _write(item, example(place))


def _in_its_language(text: str) -> str:
    shown = text if _SHORT.fullmatch(text) else "…"
    return f"{{zh: {shown}, en: …}}" if _CHINESE().search(text) else f"{{zh: …, en: {shown}}}"


def _write(item: Refused, value: str) -> Message:
    name = next((step for step in reversed(item.pointer) if isinstance(step, str)), None)
    is_item = item.pointer and isinstance(item.pointer[-1], int)
    before = "- " if is_item else f"{name}: " if name else ""
    return message("write {example}", example=before + value)


def number_of_items(item: Refused) -> Said:
    """An empty list that needs an item, or a pair that is none."""
    size = len(get_args(item.slot.type))
    if item.slot.is_pair:
        said = message("{name} needs exactly {size} items", name=item.name, size=size)
    else:
        said = message("{name} needs at least one item", name=item.name)
    return Said("ZQ112", said, _write(item, example(item.slot)))


def no_language(item: Refused) -> Said:
    """A text that is written in neither language."""
    said = message("{name} is written in no language", name=item.name)
    return Said("ZQ114", said, _write(item, example(item.slot)))


def source_kind(item: Refused) -> Said:
    """A source that is neither or both of a law and a report, or a report with an article."""
    law, report = ("law" in item.value, "report" in item.value)
    if law == report:
        both = message("{name} names both a law and a report", name=item.name)
        neither = message("{name} names neither a law nor a report", name=item.name)
        hint = message(
            "a source has either law: civil-code, or report: {{by: press, publisher: …}}"
        )
        return Said("ZQ115", both if law else neither, hint)
    said = message("{name} is a report and has an article", name=item.name)
    hint = message("delete article and article_unread, or name the law instead")
    return Said("ZQ115", said, hint)


def check_condition(item: Refused) -> Said:
    """A check with no condition, or with several."""
    stated = tuple(name for name in _CONDITIONS if item.value.get(name, "false") != "false")
    said = message("{name} has no condition", name=item.name)
    if stated:
        said = message("{name} states {count} conditions: {conditions}", name=item.name)
        said = said.filled(count=len(stated), conditions=stated)
    hint = message("state exactly one of {conditions}", conditions=_CONDITIONS)
    return Said("ZQ116", said, hint)
