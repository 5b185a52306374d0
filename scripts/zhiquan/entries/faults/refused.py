"""One thing that a model refused, and what is said about it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from zhiquan.entries.faults.slots import Slot, slot, slot_at
from zhiquan.source.diagnostic import Pointer, written
from zhiquan.source.message import Message, message

_LONGEST_QUOTE = 40


@dataclass(frozen=True)
class Refused:
    """A value (or the lack of one) that the model did not accept."""

    top: Any
    """The type of the whole document."""
    pointer: Pointer
    value: Any
    """What the YAML holds: str, list or dict; for a missing field the mapping it is missing in."""
    is_key: bool = False
    """True where the name of a field was refused, not its value."""

    @property
    def slot(self) -> Slot:
        """What is accepted here."""
        if self.is_key:
            return slot(get_args(self.container.type)[0])
        return slot_at(self.top, self.pointer)

    @property
    def container(self) -> Slot:
        """What is accepted one level up."""
        return slot_at(self.top, self.pointer[:-1])

    @property
    def name(self) -> Message:
        """The place as an editor reads it: `'versions[0].from'`."""
        if not self.pointer:
            return message("the file")
        return message("'{written}'", written=written(self.pointer))

    @property
    def around(self) -> Message | str:
        """` in versions[0]`; nothing at the first level."""
        if not self.pointer[1:]:
            return ""
        return message(" in {place}", place=written(self.pointer[:-1]))

    @property
    def said(self) -> Message:
        """The value in quotes and where it stands: `'24%' in 'check.at_most'`."""
        if self.is_key:
            return self.quoted
        return message("{value} in {place}", value=self.quoted, place=self.name)

    @property
    def quoted(self) -> Message:
        """The value in quotes, on one line, cut where it is long."""
        text = " ".join(str(self.value).split())
        cut = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
        return message("'{written}'", written=cut)


@dataclass(frozen=True)
class Said:
    """What a diagnostic says."""

    code: str
    message: Message
    hint: Message
    on_key: bool = False


Say = Callable[[Refused], Said]
