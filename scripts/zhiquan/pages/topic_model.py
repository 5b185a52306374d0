"""Topics: what belongs to a reader's situation, in the order in which it is needed."""

from functools import cached_property

from zhiquan.entries.channel import Channel
from zhiquan.entries.topic import Topic
from zhiquan.pages.model import EntryModel


class TopicModel(EntryModel[Topic]):
    """What is shown of a topic."""

    @cached_property
    def practices(self) -> tuple[str, ...]:
        """Refs of its practices: as listed, then those that name it."""
        return self.relations.in_topic(self.id, "practices", self.entry.practices)

    @cached_property
    def limits(self) -> tuple[str, ...]:
        """Refs of its limits: as listed, then those that name it."""
        return self.relations.in_topic(self.id, "limits", self.entry.limits)

    @cached_property
    def channels(self) -> tuple[tuple[str, Channel], ...]:
        """Where to go: as listed, then those that name it, each with its ref."""
        refs = self.relations.in_topic(self.id, "channels", self.entry.channels)
        return tuple((ref, self.kb.channels[ref.partition("/")[2]]) for ref in refs)

    @property
    def lenders(self) -> tuple[str, ...]:
        """Refs of the lenders that name it."""
        return self.relations.in_topic(self.id, "lenders", ())
