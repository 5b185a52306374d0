"""What changed in meaning between two states of the entries, as a report for their reviewers."""

import json
from dataclasses import dataclass

from zhiquan.knowledge.changes.entries import EntryChange, State, changes
from zhiquan.knowledge.changes.risk import NAMES, REVIEWS, Risk, highest, weight
from zhiquan.outputs.reports.differences import lines
from zhiquan.outputs.reports.effects import Effects, effects, together
from zhiquan.outputs.reports.outline import Item, Outline, Section
from zhiquan.pages.publication import Publication
from zhiquan.source.message import Language, Message, message, spoken

STATES: dict[State, Message] = {
    "new": message("new"),
    "removed": message("removed, its readers are sent on"),
    "gone": message("gone without a tombstone"),
}


@dataclass(frozen=True, kw_only=True)
class Diff:
    """All changed entries, and what readers see of it."""

    revision: str
    old: Publication
    new: Publication
    changes: tuple[EntryChange, ...]
    """The heaviest first."""
    effects: dict[str, Effects]
    """By ref of a changed entry."""

    @property
    def risk(self) -> Risk:
        """The heaviest risk of all."""
        return highest(one.risk for one in self.changes)


def compared(old: Publication, new: Publication, revision: str) -> Diff:
    """Two states of the entries, printed by the same templates, compared.

    Args:
        old: The state of the revision.
        new: The state of the working tree.
        revision: What the old state is called.
    """
    found = changes(old.kb, new.kb)
    order = {risk: -place for place, risk in enumerate(NAMES)}
    return Diff(
        revision=revision,
        old=old,
        new=new,
        changes=tuple(sorted(found, key=lambda one: order[one.risk])),
        effects=dict(effects(old, new, [one.ref for one in found])) if found else {},
    )


def outline(diff: Diff, lang: Language) -> Outline:
    """The report in words, a section an entry."""
    if not diff.changes:
        said = message("no entry has changed since {revision}", revision=diff.revision)
        return Outline(spoken(said, lang), (), ())
    title = message("Changes of meaning since {revision}", revision=diff.revision)
    total = message(
        "entries changed: {entries}; risk: {risk}; review: {review}",
        entries=len(diff.changes),
        risk=NAMES[diff.risk],
        review=REVIEWS[diff.risk],
    )
    reach = _reach(together(diff.effects), lang)
    sections = tuple(_section(one, diff, lang) for one in diff.changes)
    return Outline(spoken(title, lang), (f"{spoken(total, lang)}", reach), sections)


def as_json(diff: Diff) -> str:
    """The report for programs."""
    found = [
        {
            "ref": one.ref,
            "state": one.state,
            "risk": one.risk,
            "stale": one.stale,
            "differences": [
                {
                    "field": part.field,
                    "risk": weight(one.kind, part),
                    "old": part.old,
                    "new": part.new,
                }
                for part in one.differences
            ],
            "examples": [
                {"number": turn.number, "old": turn.old, "new": turn.new} for turn in one.turned
            ],
            "questions": diff.effects[one.ref].questions,
            "pages": diff.effects[one.ref].pages,
        }
        for one in diff.changes
    ]
    data = {"revision": diff.revision, "risk": diff.risk, "entries": found}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _section(one: EntryChange, diff: Diff, lang: Language) -> Section:
    weighed = message(
        "risk: {risk}; review: {review}", risk=NAMES[one.risk], review=REVIEWS[one.risk]
    )
    items = [Item("·", spoken(weighed, lang)), Item("·", _reach(diff.effects[one.ref], lang))]
    if one.state in STATES:
        items.insert(0, Item("·", spoken(STATES[one.state], lang)))
    items += lines(one, diff.old.kb, diff.new.kb, lang)
    return Section(f"{one.ref} {_title(one, diff, lang)}".rstrip(), tuple(items))


def _reach(effect: Effects, lang: Language) -> str:
    said = message(
        "questions that change with it: {questions}; pages: {pages}",
        questions=len(effect.questions),
        pages=len(effect.pages),
    )
    return spoken(said, lang)


def _title(one: EntryChange, diff: Diff, lang: Language) -> str:
    entry = diff.new.kb.find(one.ref) or diff.old.kb.find(one.ref)
    return entry.title.shown(lang)[0] if entry else ""
