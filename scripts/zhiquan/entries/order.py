"""The order in which the fields of an entry are written.

It is the order of the model: what every kind has first, its own, and what every kind has last. A
few models have been written otherwise from the beginning, and stay as editors know them.
"""

from collections.abc import Mapping

from pydantic import BaseModel

from zhiquan.entries.channel import Channel
from zhiquan.entries.entry import Entry
from zhiquan.entries.faults.slots import slot
from zhiquan.entries.law import Law
from zhiquan.entries.lender import RecordItem
from zhiquan.entries.practice import Practice
from zhiquan.entries.term import Term

LAST = ("questions", "see", "pictures", "volatility", "review", "waivers")
"""Fields of every entry that stand below those of its kind."""

_LEADS: Mapping[type[BaseModel], tuple[str, ...]] = {
    Channel: ("title", "summary", "also", "topics", "step", "order", "operator", "official"),
    Law: (
        *("title", "short", "number", "issuer", "type", "promulgated", "effective", "repealed"),
        *("replaced_by", "amendments", "status", "about", "summary", "recommended_only", "url"),
        *("unverified", "verified", "also", "topics"),
    ),
    Practice: ("title", "summary", "also", "topics", "stage", "verdict", "limits", "answer"),
    RecordItem: ("id", "date", "status", "by", "amount", "practices", "says"),
    Term: (
        *("title", "summary", "definition", "also", "colloquial", "misspellings", "ask", "topics"),
        *("questions", "see", "pictures", "sources"),
    ),
}
"""What is written first where that is not the order of the model; the rest follows it."""


def field_order(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model as editors write them."""
    names = tuple(slot(model).fields())
    last = LAST if issubclass(model, Entry) else ()
    lead = _LEADS.get(model, ())
    middle = tuple(name for name in names if name not in {*lead, *last})
    return (*lead, *middle, *(name for name in last if name not in lead))
