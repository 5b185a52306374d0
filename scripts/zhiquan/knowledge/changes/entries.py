"""All entries that are not what they were."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from zhiquan.entries.entry import Tombstone
from zhiquan.entries.limit import Limit
from zhiquan.entries.rule import Outcome
from zhiquan.knowledge.changes.compare import Difference, compare, is_text
from zhiquan.knowledge.changes.risk import Risk, highest, risk_of, weight
from zhiquan.knowledge.evaluate import outcome
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.values import GivenError
from zhiquan.source.message import LANGUAGES, Language

State = Literal["new", "removed", "gone", "changed"]
"""removed: a tombstone stands in its place; gone: not even that."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A worked example that the rule now answers otherwise."""

    number: int
    """Counted from 1 in the old entry."""
    old: Outcome
    new: Outcome


@dataclass(frozen=True, kw_only=True)
class EntryChange:
    """What changed in one entry."""

    ref: str
    state: State
    differences: tuple[Difference, ...] = ()
    turned: tuple[Turned, ...] = ()

    @property
    def kind(self) -> str:
        """The kind, `facts` or `tables`."""
        return self.ref.partition("/")[0]

    @property
    def risk(self) -> Risk:
        """What the heaviest difference weighs; never less than `rule` where an example turned."""
        if self.state != "changed":
            return risk_of(self.kind, ())
        risks = [weight(self.kind, one) for one in self.differences]
        return highest([*risks, *(("rule",) if self.turned else ())])

    @property
    def stale(self) -> tuple[Language, ...]:
        """The languages in which a text stayed as it was while the other was changed."""
        texts = [one for one in self.differences if is_text(one.old) and is_text(one.new)]
        return tuple(
            lang
            for lang in LANGUAGES
            if any(lang in one.new and one.old.get(lang) == one.new[lang] for one in texts)
        )


def changes(old: KnowledgeBase, new: KnowledgeBase) -> tuple[EntryChange, ...]:
    """Every entry, table and fact that differs, in the order of the new knowledge base.

    Where a table or a fact changed, also the limits with an example that turned by it.
    """
    olds, news = dict(_models(old)), dict(_models(new))
    unread = {*old.broken, *new.broken}
    refs = [ref for ref in dict.fromkeys((*news, *olds)) if ref not in unread]
    changed = {ref: one for ref in refs if (one := _change(ref, olds, news))}
    beside = any(ref.startswith(("facts/", "tables/")) for ref in changed)
    found = (
        _with_examples(changed.get(ref) or EntryChange(ref=ref, state="changed"), old, new)
        for ref in refs
        if ref in changed or (beside and ref.startswith("limits/"))
    )
    return tuple(one for one in found if one.ref in changed or one.turned)


def _models(kb: KnowledgeBase) -> Iterator[tuple[str, BaseModel]]:
    yield from kb.entries()
    yield from kb.tombstones.items()
    yield from ((f"tables/{name}", table) for name, table in kb.tables.items())
    yield from ((f"facts/{name}", fact) for name, fact in kb.facts.items())


def _change(
    ref: str, olds: Mapping[str, BaseModel], news: Mapping[str, BaseModel]
) -> EntryChange | None:
    old, new = olds.get(ref), news.get(ref)
    if old is None or (isinstance(old, Tombstone) and not isinstance(new, Tombstone)):
        return EntryChange(ref=ref, state="new")
    if new is None:
        return EntryChange(ref=ref, state="gone")
    if isinstance(new, Tombstone) and not isinstance(old, Tombstone):
        return EntryChange(ref=ref, state="removed")
    if old is new:
        return None
    differences = tuple(compare(_tree(old), _tree(new)))
    return EntryChange(ref=ref, state="changed", differences=differences) if differences else None


def _tree(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_unset=True)


def _with_examples(one: EntryChange, old: KnowledgeBase, new: KnowledgeBase) -> EntryChange:
    name = one.ref.partition("/")[2]
    if one.kind != "limits":
        return one
    before, after = old.limits.get(name), new.limits.get(name)
    if before is None or after is None:
        return one
    turned = []
    for number, example in enumerate(before.examples, start=1):
        was, now = _answer(before, example.given, old), _answer(after, example.given, new)
        if was and now and was != now:
            turned.append(Turned(number, was, now))
    return EntryChange(
        ref=one.ref, state=one.state, differences=one.differences, turned=tuple(turned)
    )


def _answer(limit: Limit, given: Mapping[str, str], kb: KnowledgeBase) -> Outcome | None:
    """What the rule says of a case; None where it cannot be told, which the checks report."""
    try:
        return outcome(limit, given, kb)
    except GivenError:
        return None
