"""Which fields a new entry shows, beside those that its model demands."""

from collections.abc import Mapping

from pydantic import BaseModel

from zhiquan.entries.channel import Channel
from zhiquan.entries.law import Law
from zhiquan.entries.lender import Lender
from zhiquan.entries.limit import Limit, Version
from zhiquan.entries.practice import Practice, Step
from zhiquan.entries.provenance import Source
from zhiquan.entries.term import Term
from zhiquan.entries.text import Text
from zhiquan.entries.topic import Topic

Model = type[BaseModel]

NEEDED: Mapping[Model, frozenset[str]] = {
    Text: frozenset({"zh", "en"}),
    Source: frozenset({"law", "article"}),
    Limit: frozenset({"topics"}),
    Practice: frozenset({"topics", "limits"}),
    Step: frozenset({"limits"}),
    Topic: frozenset({"practices", "channels"}),
}
"""Fields that a model does without, and a check does not: blanks like the demanded ones."""

OFFERED: Mapping[Model, frozenset[str]] = {
    Law: frozenset({"number", "promulgated", "effective", "repealed", "replaced_by", "url"}),
    Limit: frozenset({"protects", "strength", "examples", "consequence", "do"}),
    Version: frozenset({"to", "check"}),
    Practice: frozenset({"signs", "evidence", "channels", "consequence", "cases"}),
    Lender: frozenset({"former_names", "licence_code", "contacts", "channels", "record"}),
    Channel: frozenset({"topics", "handles", "not_handles", "phones", "url", "bring", "timers"}),
    Topic: frozenset({"limits"}),
    Term: frozenset({"colloquial", "misspellings", "ask", "sources"}),
}
"""Fields that are offered as a comment, with an example."""

OFFERED_IN_ALL = frozenset({"summary", "also", "see"})
"""The same, in entries of every kind."""
