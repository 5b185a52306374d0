"""What pydantic refuses, as diagnostics that an editor can act on."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from zhiquan.entries.faults import fields, values
from zhiquan.entries.faults.refused import Refused, Said, Say
from zhiquan.source.diagnostic import Diagnostic, Pointer
from zhiquan.source.yaml_faults import MOST_FAULTS

_KEY = "[key]"
_SAYINGS: dict[str, Say] = {
    "missing": fields.missing,
    "extra_forbidden": fields.unknown,
    "too_short": fields.number_of_items,
    "too_long": fields.number_of_items,
    "text_language": fields.no_language,
    "source_kind": fields.source_kind,
    "check_condition": fields.check_condition,
    "literal_error": values.not_in_list,
    "date_form": values.not_a_date,
    "date_from_datetime_parsing": values.no_such_day,
    "date_parsing": values.no_such_day,
    "date_year": values.not_in_our_time,
    "number_form": values.not_a_number,
    "number_size": values.number_too_long,
    "int_parsing": values.not_a_number,
    "int_parsing_size": values.not_a_number,
    "greater_than_equal": values.not_a_number,
    "flag_form": values.not_a_flag,
    "time_form": values.not_a_time,
    "string_pattern_mismatch": values.bad_form,
    "string_too_long": values.too_long,
    "name_too_long": values.name_too_long,
}
"""By pydantic's type of error; what is left is the wrong shape (`string_type`, `tuple_type`, …)."""


def diagnose(error: ValidationError, top: Any, *, path: str) -> tuple[Diagnostic, ...]:
    """The diagnostics (ZQ1xx) of one document.

    Args:
        error: What pydantic found.
        top: The type that the document was validated against.
        path: The file.
    """
    details = error.errors(include_url=False)[:MOST_FAULTS]
    refused = [(_refused(detail, top), detail["type"]) for detail in details]
    misspelt = {
        place for item, type_ in refused if type_ == "extra_forbidden" for place in _meant(item)
    }
    return tuple(
        _diagnostic(item, _say(item, type_), path)
        for item, type_ in refused
        if not (type_ == "missing" and item.pointer in misspelt)
        # Pydantic counts only good items: a list whose items all have faults is not short.
        if not (type_ == "too_short" and item.value and not item.slot.is_pair)
    )


def _refused(detail: ErrorDetails, top: Any) -> Refused:
    pointer = tuple(step for step in detail["loc"] if step != _KEY)
    return Refused(top, pointer, detail["input"], is_key=_KEY in detail["loc"])


def _meant(unknown: Refused) -> list[Pointer]:
    """The field that an unknown one stands for: it is not missing, only misspelt."""
    return [(*unknown.pointer[:-1], name) for name in fields.nearest(unknown)]


def _say(item: Refused, type_: str) -> Said:
    if type_ == "literal_error" and not isinstance(item.value, str):
        return fields.wrong_shape(item)
    return _SAYINGS.get(type_, fields.wrong_shape)(item)


def _diagnostic(item: Refused, said: Said, path: str) -> Diagnostic:
    return Diagnostic(
        code=said.code,
        message=said.message,
        path=path,
        pointer=item.pointer,
        on_key=said.on_key or item.is_key,
        hint=said.hint,
    )
