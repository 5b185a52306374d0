"""Claims under review: a law was amended after what rests on it had been checked."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhiquan.entries.law import Amendment, Law
from zhiquan.entries.limit import Limit
from zhiquan.knowledge.articles import changes
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.resting import Cited, Resting


@dataclass(frozen=True, slots=True, order=True)
class Overtaken:
    """A check that an amendment has overtaken."""

    law: str
    """Ref of the law."""
    amended: dt.date
    """The day the newest amendment that matters was promulgated."""
    effective: dt.date
    """First day it is in force."""
    checked: dt.date
    """The day of the check; of several, the earliest."""


ByLaw = dict[str, Overtaken]


def sources_overtaken(kb: KnowledgeBase, resting: Resting) -> Iterator[tuple[Cited, Overtaken]]:
    """Every source that was checked before its law was amended, law by law.

    An amendment that names its articles overtakes only what cites one of them. What is called
    unverified was never checked, and a version of a rule that had ended before the amendment took
    effect stays as it was.
    """
    for name, law in kb.laws.items():
        if law.amendments:
            for cited in resting.on_law.get(name, ()):
                if amendment := _newest_for(cited, law, kb):
                    yield cited, _overtaken(name, amendment, cited.source.verified.on)


def texts_overtaken(kb: KnowledgeBase) -> Iterator[Overtaken]:
    """Every law whose own text was read before it was amended."""
    for name, law in kb.laws.items():
        later = [one for one in law.amendments if law.verified.on < one.on <= kb.today]
        if later and law.verified.level != "unverified":
            newest = max(later, key=lambda one: one.on)
            yield _overtaken(name, newest, law.verified.on)


def overtaken(kb: KnowledgeBase, resting: Resting) -> Mapping[str, tuple[Overtaken, ...]]:
    """What is under review, by claim: entries, and questions written in them (see `Resting`).

    It reaches from a source to the claim, and on to every claim that rests on that one. Empty, and
    found without looking at any entry, where no law has an amendment.
    """
    found: dict[str, ByLaw] = {}
    for one in texts_overtaken(kb):
        _add(found, one.law, {one.law: one})
    for cited, one in sources_overtaken(kb, resting):
        _add(found, cited.claim, {one.law: one})
    waiting = sorted(found)
    while waiting:
        claim = waiting.pop()
        built = resting.on_entry.get(claim, ())
        waiting += [above for above in built if _add(found, above, dict(found[claim]))]
    return {claim: tuple(sorted(laws.values())) for claim, laws in sorted(found.items())}


def _add(found: dict[str, ByLaw], claim: str, laws: ByLaw) -> bool:
    """Adds to what is known of a claim; whether that told something new."""
    known = found.setdefault(claim, {})
    before = dict(known)
    for law, one in laws.items():
        other = known.get(law, one)
        known[law] = Overtaken(
            law,
            max(one.amended, other.amended),
            max(one.effective, other.effective),
            min(one.checked, other.checked),
        )
    return known != before


def _overtaken(name: str, amendment: Amendment, checked: dt.date) -> Overtaken:
    return Overtaken(f"laws/{name}", amendment.on, amendment.effective, checked)


def _newest_for(cited: Cited, law: Law, kb: KnowledgeBase) -> Amendment | None:
    if cited.source.verified.level == "unverified":
        return None
    later = [
        one
        for one in law.amendments
        if cited.source.verified.on < one.on <= kb.today
        and changes(one, cited.source)
        and not _had_ended(cited, one, kb)
    ]
    return max(later, key=lambda one: one.on, default=None)


def _had_ended(cited: Cited, amendment: Amendment, kb: KnowledgeBase) -> bool:
    """Whether the source is of a version that no longer applied when the change took effect."""
    entry = kb.find(cited.ref)
    field, *steps = cited.pointer
    if not isinstance(entry, Limit) or field != "versions" or not isinstance(steps[0], int):
        return False
    end = entry.versions[steps[0]].to
    return end is not None and end <= amendment.effective
