"""Naming: the records whose whole title, question, name or number is what a reader types."""

from collections import defaultdict
from dataclasses import dataclass, field

from zhiquan.outputs.search.telling import Telling
from zhiquan.outputs.search.tokens import exact, hashed

_LONGEST = 40
"""Characters of a text that is found as a whole; in a longer one its words find it."""


@dataclass(slots=True)
class Exact:
    """Record numbers whose whole title, other name or telephone number is one text."""

    titles: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    phones: list[int] = field(default_factory=list)


class Naming:
    """Collects whole texts.

    Each lies with the one of its telling tokens that has the greatest hash, so that the client
    needs no other file for it and no token gathers more than its share.
    """

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self.found: defaultdict[str, dict[str, Exact]] = defaultdict(dict)
        """By token, then by hash of a text in hexadecimal digits."""

    def title(self, folded: str, record: int) -> None:
        """A title or a question."""
        if known := self._known(folded):
            known.titles.append(record)

    def name(self, folded: str, record: int) -> None:
        """Another name, unless the record is called so already."""
        known = self._known(folded)
        if known and record not in {*known.titles, *known.names}:
            known.names.append(record)

    def phone(self, folded: str, record: int) -> None:
        """A telephone number of a channel."""
        if known := self._known(folded):
            known.phones.append(record)

    def _known(self, folded: str) -> Exact | None:
        text = exact(folded)
        if not 1 < len(text) <= _LONGEST:
            return None
        texts = self.found[max(self._telling(folded), key=hashed)]
        return texts.setdefault(f"{hashed(text):x}", Exact())
