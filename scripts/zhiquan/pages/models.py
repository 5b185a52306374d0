"""The page model of each kind of entry."""

from collections.abc import Mapping
from typing import Any

from zhiquan.entries.scalars import Kind
from zhiquan.pages.channel_model import ChannelModel
from zhiquan.pages.law_model import LawModel
from zhiquan.pages.lender_model import LenderModel
from zhiquan.pages.limit_model import LimitModel
from zhiquan.pages.model import EntryModel
from zhiquan.pages.practice_model import PracticeModel
from zhiquan.pages.relations import Relations
from zhiquan.pages.term_model import TermModel
from zhiquan.pages.topic_model import TopicModel

MODELS: Mapping[Kind, type[EntryModel[Any]]] = {
    "laws": LawModel,
    "limits": LimitModel,
    "practices": PracticeModel,
    "lenders": LenderModel,
    "channels": ChannelModel,
    "topics": TopicModel,
    "terms": TermModel,
}


def model_of(kind: Kind, name: str, relations: Relations) -> EntryModel[Any]:
    """The page model of one entry."""
    return MODELS[kind](f"{kind}/{name}", relations.kb.of(kind)[name], relations)
