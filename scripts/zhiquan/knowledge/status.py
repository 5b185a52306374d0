"""How far the knowledge base has come: what is verified, translated, due, waived and linked."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.provenance import Level
from zhiquan.entries.scalars import Kind
from zhiquan.knowledge.dates import review_due
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.overtaken import Overtaken, overtaken
from zhiquan.knowledge.resting import Resting
from zhiquan.knowledge.trust import BEST_FIRST
from zhiquan.source.message import LANGUAGES, Language

HORIZONS = (30, 60, 90)
"""Days ahead for which reviews are counted."""


@dataclass(frozen=True, kw_only=True)
class KindStatus:
    """One kind of entry in numbers."""

    kind: Kind
    entries: int
    levels: Mapping[Level, int]
    """Sources by how well each was checked; of laws, the reading of the law itself too."""
    texts: int
    """Texts that are written in at least one language."""
    missing: Mapping[Language, int]
    """Texts that have not been written in a language."""
    overdue: int
    due: Mapping[int, int]
    """By horizon in days: reviews that come due from today until then, the last day included."""
    under_review: int
    """Entries with a claim that was checked before its law was amended."""
    waivers: int
    unlinked: tuple[str, ...]
    """Refs of the entries that no other entry names."""


@dataclass(frozen=True, kw_only=True)
class DueReview:
    """A review that is overdue, or comes due within the longest horizon."""

    ref: str
    due: dt.date
    by: str
    """Who reviewed it last."""
    overdue: bool


@dataclass(frozen=True, kw_only=True)
class UnderReview:
    """An entry with a claim that was checked before its law was amended."""

    ref: str
    laws: tuple[str, ...]
    """Refs of the amended laws, sorted."""
    amended: dt.date
    """The day of the newest amendment that matters."""


@dataclass(frozen=True, kw_only=True)
class Waived:
    """A finding that is accepted for a while."""

    ref: str
    code: str
    why: str
    by: str
    expires: dt.date
    expired: bool


@dataclass(frozen=True, kw_only=True)
class Status:
    """The knowledge base on one day."""

    today: dt.date
    kinds: tuple[KindStatus, ...]
    due: tuple[DueReview, ...]
    """The most urgent first."""
    under_review: tuple[UnderReview, ...]
    """The longest waiting first."""
    waivers: tuple[Waived, ...]
    """The first to expire first."""
    broken: tuple[str, ...]
    """Refs of files that could not be read, and so are counted nowhere."""


def status(kb: KnowledgeBase) -> Status:
    """The numbers and lists of a knowledge base as of its day."""
    lists = _Lists(_due(kb), _under_review(kb), _waivers(kb))
    return Status(
        today=kb.today,
        kinds=tuple(_kind(kb, kind, lists) for kind in KINDS),
        due=tuple(lists.due),
        under_review=tuple(lists.under_review),
        waivers=tuple(lists.waivers),
        broken=tuple(sorted(kb.broken)),
    )


@dataclass(frozen=True)
class _Lists:
    due: list[DueReview]
    under_review: list[UnderReview]
    waivers: list[Waived]


def _due(kb: KnowledgeBase) -> list[DueReview]:
    found = [
        DueReview(ref=ref, due=due, by=entry.review.by, overdue=due < kb.today)
        for ref, entry in kb.entries()
        if (due := review_due(entry)) and (due - kb.today).days <= HORIZONS[-1]
    ]
    return sorted(found, key=lambda one: (one.due, one.ref))


def _under_review(kb: KnowledgeBase) -> list[UnderReview]:
    """Entry by entry, whichever of its claims it is."""
    by_entry = defaultdict[str, set[Overtaken]](set)
    for claim, laws in overtaken(kb, Resting(kb)).items():
        by_entry[claim.partition("#")[0]].update(laws)
    found = [
        UnderReview(
            ref=ref,
            laws=tuple(sorted({one.law for one in laws})),
            amended=max(one.amended for one in laws),
        )
        for ref, laws in by_entry.items()
    ]
    return sorted(found, key=lambda one: (one.amended, one.ref))


def _waivers(kb: KnowledgeBase) -> list[Waived]:
    found = [
        Waived(
            ref=ref,
            code=waiver.code,
            why=waiver.why,
            by=waiver.by,
            expires=waiver.expires,
            expired=waiver.expires <= kb.today,
        )
        for ref, entry in kb.entries()
        for waiver in entry.waivers
    ]
    return sorted(found, key=lambda one: (one.expires, one.ref, one.code))


def _kind(kb: KnowledgeBase, kind: Kind, lists: _Lists) -> KindStatus:
    refs = [f"{kind}/{name}" for name in kb.of(kind)]
    texts = [text for ref in refs for _pointer, text in kb.contents[ref].texts]
    own = set(refs)
    days = [(one.due - kb.today).days for one in lists.due if one.ref in own]
    return KindStatus(
        kind=kind,
        entries=len(refs),
        levels=_levels(kb, kind, refs),
        texts=len(texts),
        missing={lang: sum(not text.get(lang) for text in texts) for lang in LANGUAGES},
        overdue=sum(left < 0 for left in days),
        due={horizon: sum(0 <= left <= horizon for left in days) for horizon in HORIZONS},
        under_review=sum(one.ref in own for one in lists.under_review),
        waivers=sum(one.ref in own for one in lists.waivers),
        unlinked=tuple(ref for ref in refs if not kb.linked_from(ref)),
    )


def _levels(kb: KnowledgeBase, kind: Kind, refs: Iterable[str]) -> dict[Level, int]:
    found = Counter(
        placed.source.verified.level for ref in refs for placed in kb.contents[ref].sources
    )
    if kind == "laws":
        found.update(law.verified.level for law in kb.laws.values())
    return {level: found[level] for level in BEST_FIRST}
