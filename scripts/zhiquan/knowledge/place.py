"""A place in a file, from which faults are reported."""

from dataclasses import dataclass

from zhiquan.source.diagnostic import Diagnostic, Pointer
from zhiquan.source.message import Message


@dataclass(frozen=True)
class Place:
    """A value in the tree of one file."""

    path: str
    """File, relative to the project root."""
    pointer: Pointer = ()

    def at(self, *steps: str | int) -> "Place":
        """A place further down the tree."""
        return Place(self.path, (*self.pointer, *steps))

    def fault(
        self, code: str, said: Message, hint: Message | None = None, *, part: str | None = None
    ) -> Diagnostic:
        """A fault at this place; `part` narrows it to a piece of the text that stands here."""
        return Diagnostic(
            code=code, message=said, path=self.path, pointer=self.pointer, hint=hint, part=part
        )
