"""What every picture is drawn from: the entries, and the words of one language."""

from dataclasses import dataclass
from functools import cached_property

from zhiquan.entries.limit import Limit, Version
from zhiquan.entries.text import Text
from zhiquan.knowledge.dates import in_force
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.trust import level
from zhiquan.pages.addresses import UP
from zhiquan.pages.facts import FactWords
from zhiquan.pages.links import Links
from zhiquan.pages.plain import plain
from zhiquan.pages.strings import Strings
from zhiquan.source.message import Language


@dataclass(frozen=True)
class Studio:
    """The entries and the interface strings of one language."""

    kb: KnowledgeBase
    strings: Strings

    @property
    def lang(self) -> Language:
        """The reader's language."""
        return self.strings.lang

    @cached_property
    def facts(self) -> FactWords:
        """The names of facts."""
        return FactWords(self.kb, self.strings)

    @cached_property
    def _links(self) -> Links:
        return Links(self.kb, self.lang, UP)

    def words(self, text: Text) -> str:
        """A text of an entry without marks."""
        return plain(text.shown(self.lang)[0], self._links)

    def checked_today(self, limit: str) -> tuple[Limit, Version] | None:
        """A limit and its version in force, where that has a check that can be drawn."""
        entry = self.kb.limits.get(limit)
        version = in_force(entry, self.kb.today) if entry else None
        return (entry, version) if entry and version and version.check else None


def verified(version: Version) -> bool:
    """Whether the rule was read in its text or in a reliable report."""
    return level(version.sources) != "unverified"
