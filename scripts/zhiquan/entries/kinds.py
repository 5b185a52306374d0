"""The kinds of entry and their models: the folder name is the kind."""

from zhiquan.entries.channel import Channel
from zhiquan.entries.entry import Entry
from zhiquan.entries.law import Law
from zhiquan.entries.lender import Lender
from zhiquan.entries.limit import Limit
from zhiquan.entries.practice import Practice
from zhiquan.entries.scalars import Kind
from zhiquan.entries.term import Term
from zhiquan.entries.topic import Topic

MODELS: dict[Kind, type[Entry]] = {
    "laws": Law,
    "limits": Limit,
    "practices": Practice,
    "lenders": Lender,
    "channels": Channel,
    "topics": Topic,
    "terms": Term,
}

KINDS: tuple[Kind, ...] = tuple(MODELS)
