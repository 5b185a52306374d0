"""The order in which the fields of an entry are written."""

from pydantic import BaseModel

from zhiquan.entries.entry import Entry
from zhiquan.entries.faults.slots import Slot, slot

LAST = ("questions", "see", "pictures", "volatility", "review", "waivers")
"""Fields of every entry that stand below those of its kind."""


def field_order(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model as editors write them: what is shared, its own, what is kept last."""
    names = tuple(slot(model).fields())
    if not issubclass(model, Entry):
        return names
    return (*(name for name in names if name not in LAST), *LAST)


def fields_in_order(place: Slot) -> tuple[str, ...]:
    """The same for a place; nothing where no fields are expected."""
    return field_order(place.type) if place.is_model else ()
