"""Laws: whether one is in force, and everything here that rests on it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from zhiquan.entries.law import Law
from zhiquan.entries.provenance import Source
from zhiquan.pages.model import EntryModel

State = Literal["in-force", "not-yet", "repealed", "unknown"]


class LawModel(EntryModel[Law]):
    """What is shown of a law."""

    @property
    def state(self) -> State:
        """Where it stands today, by its dates."""
        law, today = self.entry, self.kb.today
        if law.repealed and law.repealed <= today:
            return "repealed"
        if law.effective is None:
            return "unknown"
        return "in-force" if law.effective <= today else "not-yet"

    @property
    def replaced_by(self) -> str | None:
        """Ref of the instrument that took its place."""
        found = self.existing([f"laws/{self.entry.replaced_by}"])
        return found[0] if found else None

    @property
    def replaces(self) -> tuple[str, ...]:
        """Refs of the instruments whose place it took."""
        return self.relations.replaced_by_law.get(self.id, ())

    @cached_property
    def limits(self) -> tuple[tuple[str, Source], ...]:
        """The limits that rest on it, by article, each once with the source that says so."""
        found: dict[str, Source] = {}
        for ref, source in self.relations.citations.get(self.id, ()):
            if ref.startswith("limits/"):
                found.setdefault(ref, source)
        return tuple(sorted(found.items(), key=lambda one: article_order(one[1].article or "")))

    @property
    def citations(self) -> Mapping[str, tuple[Source, tuple[str, ...]]]:
        """By article, ascending: a source that names it, and the refs of what rests on it.

        The last one, under an empty article, holds what rests on the law without an article.
        """
        found: dict[str, tuple[Source, dict[str, None]]] = {}
        for ref, source in self.relations.citations.get(self.id, ()):
            found.setdefault(source.article or "", (source, {}))[1][ref] = None
        ordered = sorted(found, key=article_order)
        return {article: (found[article][0], tuple(found[article][1])) for article in ordered}


def article_order(article: str) -> tuple[bool, tuple[int, ...], str]:
    """Sorts articles by their numbers, 9 before 10 and 6.3 after 6, and none at all last."""
    digits = "".join(char if char.isdigit() else " " for char in article)
    return not article, tuple(map(int, digits.split())), article
