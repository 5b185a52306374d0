"""Topics: what belongs to a reader's situation, in the order in which it is needed."""

from functools import cached_property

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
    def channels(self) -> tuple[str, ...]:
        """Refs of the channels to go to: as listed, then those that name it."""
        return self.relations.in_topic(self.id, "channels", self.entry.channels)
