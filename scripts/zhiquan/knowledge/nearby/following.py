"""Following a folder of entries: after a save, only what it concerns is looked at again."""

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path

from zhiquan.knowledge.checking import check, in_order
from zhiquan.knowledge.folder import FACTS
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import Loaded, Reuse, load
from zhiquan.knowledge.nearby.concern import Relations
from zhiquan.knowledge.nearby.outline import outlines
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.progress import Progress

NEAREST = frozenset({"ZQ201", "ZQ203", "ZQ208", "ZQ317"})
"""Codes with a hint that names the nearest of all ids there are."""


@dataclass
class Following:
    """The entries of a project and all their findings, from one save to the next.

    What is found is what a check of everything finds (`tests/knowledge/test_following.py` holds it
    to that). A finding in a file rests on the file itself, on those it names, on those that name it
    and on those that say the same: `Relations` knows them, and here also those before the save.
    """

    root: Path
    today: dt.date
    strict_dates: bool = False
    findings: tuple[Diagnostic, ...] = ()
    """Of the last `read`."""
    _reuse: Reuse = field(default_factory=Reuse)
    _last: Loaded | None = None
    _relations: Relations | None = None

    def read(self, *, progress: Progress | None = None) -> Loaded:
        """Reads the files that changed; the findings are in `findings`."""
        loaded = load(self.root, today=self.today, reuse=self._reuse, progress=progress)
        if self._last is None:
            self.findings = check(loaded, strict_dates=self.strict_dates)
        else:
            self.findings = self._renewed(self._last, loaded)
        self._last = loaded
        return loaded

    def prepare(self) -> Relations:
        """Finds out what concerns what, which the first save would otherwise wait for."""
        if self._relations is None:
            self._relations = Relations(outlines(self._last.kb) if self._last else {})
        return self._relations

    def _renewed(self, last: Loaded, loaded: Loaded) -> tuple[Diagnostic, ...]:
        """The findings that stay, and those of a check of the part of the whole that matters."""
        kb, refs = loaded.kb, self._concerned(last.kb, loaded.kb)
        relations = self.prepare()
        near = replace(kb.part(relations.needed(refs)), links=relations.links(refs))
        part = replace(loaded, kb=near)
        found = check(part, strict_dates=self.strict_dates, alone=kb.part(refs))
        files = {kb.file(ref) for ref in refs}
        gone = frozenset(last.diagnostics)
        stay = (one for one in self.findings if one.path not in files and one not in gone)
        here = frozenset(loaded.diagnostics)
        return in_order({*stay, *(one for one in found if one.path in files or one in here)})

    def _concerned(self, last: KnowledgeBase, kb: KnowledgeBase) -> set[str]:
        """Every file whose findings may be others than they were."""
        relations, changed = self.prepare(), _changed(last, kb)
        found = relations.concerned(changed) | relations.named(changed)
        known = outlines(kb.part(changed))
        for ref in changed:
            relations.renew(ref, known.get(ref))
        found |= changed | relations.concerned(changed) | relations.named(changed)
        if last.standings() != kb.standings():
            names = {name: ref for ref, name in {**last.files, **kb.files}.items()}
            unknown = {one.path for one in self.findings if one.code in NEAREST}
            found |= {names[path] for path in unknown if path in names} | relations.removed()
        return found


def _changed(last: KnowledgeBase, kb: KnowledgeBase) -> set[str]:
    """The files that hold something else than before, or are compared with something else."""
    before, now = last.held(), kb.held()
    held = {ref for ref in (*before, *now) if before.get(ref) is not now.get(ref)}
    if before.get(FACTS) == now.get(FACTS):  # a new mapping each time
        held.discard(FACTS)
    compared = {
        ref
        for ref in last.translations.keys() | kb.translations.keys()
        if last.translations.get(ref) != kb.translations.get(ref)
    }
    return held | compared | (last.broken ^ kb.broken)
