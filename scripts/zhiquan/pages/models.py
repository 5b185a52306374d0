"""The page model of each kind of entry."""

from collections.abc import Mapping
from typing import Any

from zhiquan.knowledge.overtaken import Overtaken
from zhiquan.pages.channel_model import ChannelModel
from zhiquan.pages.law_model import LawModel
from zhiquan.pages.lender_model import LenderModel
from zhiquan.pages.limit_model import LimitModel
from zhiquan.pages.model import EntryModel
from zhiquan.pages.practice_model import PracticeModel
from zhiquan.pages.relations import Relations
from zhiquan.pages.term_model import TermModel
from zhiquan.pages.topic_model import TopicModel

MODELS: Mapping[str, type[EntryModel[Any]]] = {
    "laws": LawModel,
    "limits": LimitModel,
    "practices": PracticeModel,
    "lenders": LenderModel,
    "channels": ChannelModel,
    "topics": TopicModel,
    "terms": TermModel,
}


class Models:
    """The page models of a knowledge base, each made once for both languages."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations
        self._made: dict[str, EntryModel[Any]] = {}

    @property
    def under_review(self) -> Mapping[str, tuple[Overtaken, ...]]:
        """By claim: the laws that were amended since it was checked."""
        return self._relations.under_review

    def of(self, ref: str) -> EntryModel[Any]:
        """The page model of an entry.

        Raises:
            KeyError: There is no such entry.
        """
        found = self._made.get(ref)
        if found is None:
            kind, _, name = ref.partition("/")
            entry = getattr(self._relations.kb, kind)[name]
            found = self._made[ref] = MODELS[kind](ref, entry, self._relations)
        return found
