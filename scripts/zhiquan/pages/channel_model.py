"""Channels: what comes next, which practices and lenders lead here."""

from zhiquan.entries.channel import Channel
from zhiquan.pages.model import EntryModel


class ChannelModel(EntryModel[Channel]):
    """What is shown of a channel."""

    @property
    def next(self) -> tuple[str, ...]:
        """Refs of the channels to turn to afterwards."""
        return self.existing(f"channels/{name}" for name in self.entry.next)

    @property
    def practices(self) -> tuple[str, ...]:
        """Refs of the practices that send readers here."""
        return tuple(ref for ref in self.kb.linked_from(self.ref) if ref.startswith("practices/"))
