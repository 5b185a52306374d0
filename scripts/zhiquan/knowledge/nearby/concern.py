"""Which entries a few files concern, and a knowledge base large enough to check them in."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from zhiquan.knowledge.checking import check
from zhiquan.knowledge.collection import without_collection
from zhiquan.knowledge.folder import FACTS, TABLES
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import Loaded, assemble, text_of
from zhiquan.knowledge.nearby.outline import Outline
from zhiquan.knowledge.nearby.selection import Selection, ref_of
from zhiquan.knowledge.nearby.survey import Survey
from zhiquan.knowledge.parse import Parsed
from zhiquan.knowledge.translations import Lock, read_lock
from zhiquan.source.diagnostic import Diagnostic

_OF_TOPICS = ("practices/", "channels/")
"""What a topic must not be without, so that it helps its readers."""


class Relations:
    """Which files concern which others, by their outlines."""

    def __init__(self, outlines: Mapping[str, Outline]) -> None:
        """Turns the outlines of all readable files, by ref, round."""
        self._outlines: dict[str, Outline] = {}
        self._named_by: Mapping[str, set[str]] = defaultdict(set)
        self._saying: Mapping[str, set[str]] = defaultdict(set)
        for ref, outline in outlines.items():
            self.renew(ref, outline)

    def renew(self, ref: str, outline: Outline | None) -> None:
        """Takes note of a file that was written, or that cannot be read any more (None)."""
        old = self._outlines.pop(ref, Outline())
        for target in old.names:
            self._named_by[target].discard(ref)
        for words in old.once:
            self._saying[words].discard(ref)
        if outline is not None:
            self._outlines[ref] = outline
            for target in outline.names:
                self._named_by[target].add(ref)
            for words in outline.once:
                self._saying[words].add(ref)

    def named(self, refs: Collection[str]) -> set[str]:
        """The files that these name."""
        return {target for ref in refs for target in self._outline(ref).names}

    def concerned(self, refs: Collection[str]) -> set[str]:
        """These files, those that name one of them, and those that say what only one may say."""
        said = {words for ref in refs for words in self._outline(ref).once}
        naming = (self._named_by.get(ref, set()) for ref in refs)
        return set(refs).union(*naming, *(self._saying[words] for words in said))

    def links(self, refs: Collection[str]) -> dict[str, tuple[str, ...]]:
        """By ref: the entries that name each of these, as a whole knowledge base would say."""
        removed = self.removed()
        return {
            ref: tuple(sorted(self._named_by.get(ref, set()) - removed - {ref})) for ref in refs
        }

    def needed(self, refs: Collection[str]) -> set[str]:
        """What must be loaded so that every finding in these files is what it would be in all.

        Of the entries that name one of these, only the practices and channels of a topic are.
        """
        always = {ref for ref in self._outlines if ref == FACTS or ref.startswith(f"{TABLES}/")}
        said = {words for ref in refs for words in self._outline(ref).once}
        topics = (self._named_by.get(ref, set()) for ref in refs if ref.startswith("topics/"))
        filled = (ref for refs in topics for ref in refs if ref.startswith(_OF_TOPICS))
        same = (self._saying[words] for words in said)
        return {*refs, *self.named(refs), *always, *self.removed()}.union(filled, *same)

    def removed(self) -> set[str]:
        """What is left of removed entries."""
        return {ref for ref, outline in self._outlines.items() if outline.removed}

    def _outline(self, ref: str) -> Outline:
        return self._outlines.get(ref, Outline())


@dataclass(frozen=True, kw_only=True)
class Nearby:
    """The findings in some files and in those that they concern."""

    findings: tuple[Diagnostic, ...]
    """The same as of a check of everything, as far as they stand in these files."""
    named: frozenset[str]
    """Refs of the files that somebody named."""
    concerned: frozenset[str]
    """Refs of the others that were looked at."""
    unknown: tuple[str, ...]
    """What was named and is not there, and nobody speaks of it."""
    texts: Callable[[str], str]
    """The text of a file by its name in a diagnostic."""


def check_nearby(
    root: Path, survey: Survey, chosen: Selection, *, today: dt.date, strict_dates: bool = False
) -> Nearby:
    """Check some files, those that name them, and those that say what only one may say.

    Args:
        root: The project's root.
        survey: The folder of entries.
        chosen: The files that an editor is at work on; they may be there no more.
        today: The day the run is about.
        strict_dates: Makes an overdue review or an expired waiver an error.
    """
    named = chosen.refs(file.name for file in survey.files.values())
    relations = Relations(survey.outlines())
    gone = (name for name in chosen.names if not (root / name).exists())
    unknown = tuple(name for name in gone if len(relations.concerned({ref_of(name)})) == 1)
    looked_at = relations.concerned(named)
    lock, unread = read_lock(root)
    parsed = _parsed(survey, relations.needed(looked_at))
    kb = replace(_part(survey, parsed, today, lock), links=relations.links(looked_at))
    few = {ref: held for ref, held in parsed.items() if ref in looked_at or ref in survey.broken}
    alone = _part(survey, few, today, lock)
    faults = (*survey.stray, *unread, *chain.from_iterable(survey.broken.values()))
    loaded = Loaded(kb=kb, diagnostics=faults, texts=partial(text_of, root))
    found = check(loaded, strict_dates=strict_dates, alone=alone)
    files = {kb.file(ref) for ref in looked_at}
    here = tuple(fault for fault in found if fault.path in files or chosen.covers(fault.path))
    return Nearby(
        findings=here,
        named=named,
        concerned=frozenset(looked_at - named),
        unknown=unknown,
        texts=loaded.texts,
    )


def _parsed(survey: Survey, refs: Collection[str]) -> dict[str, Parsed]:
    """What these files hold, sorted by path, and the faults of all that cannot be read."""
    with without_collection():
        return {
            ref: survey.parsed(ref) for ref in survey.files if ref in refs or ref in survey.broken
        }


def _part(
    survey: Survey, parsed: Mapping[str, Parsed], today: dt.date, lock: Lock
) -> KnowledgeBase:
    """A knowledge base of these entries, which knows of the others that they are there."""
    kb = assemble([*survey.files.values()], parsed, today)
    elsewhere = frozenset(survey.kept) - parsed.keys()
    return replace(kb, elsewhere=elsewhere, translations=lock)
