"""Which entries a few files concern, and a knowledge base large enough to check them in."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from zhiquan.knowledge.folder import FACTS, TABLES
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import Loaded, assemble, text_of
from zhiquan.knowledge.nearby.survey import Survey


class Relations:
    """Which files concern which others, by their outlines."""

    def __init__(self, survey: Survey) -> None:
        """Turns the outlines of a survey round."""
        self._survey = survey
        self._named_by: Mapping[str, set[str]] = defaultdict(set)
        self._saying: Mapping[str, set[str]] = defaultdict(set)
        for ref, item in survey.kept.items():
            for target in item.outline.names:
                self._named_by[target].add(ref)
            for words in item.outline.once:
                self._saying[words].add(ref)

    def concerned(self, refs: Collection[str]) -> set[str]:
        """These files, those that name one of them, and those that say what only one may say."""
        said = {words for ref in refs for words in self._survey.outline(ref).once}
        naming = (self._named_by.get(ref, set()) for ref in refs)
        return set(refs).union(*naming, *(self._saying[words] for words in said))

    def needed(self, refs: Collection[str]) -> set[str]:
        """What must be loaded so that every finding in these files is what it would be in all."""
        named = {target for ref in refs for target in self._survey.outline(ref).names}
        always = {ref for ref in self._survey.files if ref == FACTS or ref.startswith(f"{TABLES}/")}
        removed = {ref for ref, item in self._survey.kept.items() if item.outline.removed}
        return self.concerned(refs) | named | always | removed


@dataclass(frozen=True, kw_only=True)
class Nearby:
    """A part of the knowledge base in which some files can be checked."""

    loaded: Loaded
    """The entries that are looked at, and those that they are checked against."""
    alone: KnowledgeBase
    """Only the entries that are looked at."""
    files: frozenset[str]
    """The names of the files that are looked at, as diagnostics give them."""


def nearby(survey: Survey, refs: Collection[str], *, root: Path, today: dt.date) -> Nearby:
    """What is needed to check some files and all that they concern.

    Args:
        survey: The folder of entries.
        refs: The files that an editor is at work on; they may be there no more.
        root: The project's root.
        today: The day the run is about.
    """
    relations = Relations(survey)
    looked_at = relations.concerned(refs)
    needed = relations.needed(looked_at)
    kb = _part(survey, needed, today)
    names = {kb.file(ref) for ref in looked_at}
    faults = [fault for found in survey.broken.values() for fault in found]
    return Nearby(
        loaded=Loaded(kb=kb, diagnostics=(*survey.stray, *faults), texts=partial(text_of, root)),
        alone=_part(survey, looked_at, today),
        files=frozenset(names),
    )


def _part(survey: Survey, refs: Collection[str], today: dt.date) -> KnowledgeBase:
    """A knowledge base of these entries, which knows of the others that they are there."""
    parsed = {
        ref: survey.parsed(ref) for ref in survey.files if ref in refs or ref in survey.broken
    }
    kb = assemble([*survey.files.values()], parsed, today)
    return replace(kb, elsewhere=frozenset(survey.kept) - parsed.keys())
