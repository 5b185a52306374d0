"""The knowledge base: every entry, looked up by kind and id, with what links to what."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel

from zhiquan.entries.channel import Channel
from zhiquan.entries.entry import Entry, Tombstone
from zhiquan.entries.kinds import KINDS
from zhiquan.entries.law import Law
from zhiquan.entries.lender import Lender
from zhiquan.entries.limit import Limit
from zhiquan.entries.practice import Practice
from zhiquan.entries.rule import Fact, Table
from zhiquan.entries.scalars import Kind
from zhiquan.entries.term import Term
from zhiquan.entries.topic import Topic
from zhiquan.knowledge.anatomy import Contents, contents_of, merged
from zhiquan.knowledge.drift import Drift, drifts
from zhiquan.knowledge.place import Place
from zhiquan.knowledge.translations import Lock

Standing = Literal["there", "removed", "broken", "unknown"]


@dataclass(frozen=True, kw_only=True)
class KnowledgeBase:
    """All entries as of one day. Every mapping is sorted by id.

    A *ref* is `kind/id`, e.g. `limits/contact-hours`; facts and tables have refs too
    (`facts/apr`, `tables/lpr-1y`).
    """

    today: dt.date
    """The day the whole run is about; nothing below reads the clock."""
    laws: Mapping[str, Law] = field(default_factory=dict)
    limits: Mapping[str, Limit] = field(default_factory=dict)
    practices: Mapping[str, Practice] = field(default_factory=dict)
    lenders: Mapping[str, Lender] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    tombstones: Mapping[str, Tombstone] = field(default_factory=dict)
    """By ref: what is left of removed entries."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    """By ref: the file, relative to the project root, with forward slashes."""
    broken: frozenset[str] = frozenset()
    """Refs of files that are present and could not be read; naming them is not an error."""
    elsewhere: frozenset[str] = frozenset()
    """Refs that are there and were not loaded, where only a part is looked at."""
    links: Mapping[str, tuple[str, ...]] | None = None
    """By ref: the entries that name it, where only a part is loaded; otherwise they are found."""

    translations: Lock = field(default_factory=dict)
    """By ref: the texts that somebody compared, as lines of the lock."""
    walked: dict[str, tuple[BaseModel, Contents]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """By ref: what was found in an entry; kept from one knowledge base to the next (`Reuse`)."""

    def of(self, kind: Kind) -> Mapping[str, Entry]:
        """The entries of one kind by id."""
        entries: Mapping[str, Entry] = getattr(self, kind)
        return entries

    def find(self, ref: str) -> Entry | None:
        """The entry of a ref, or None where there is none."""
        return self._by_ref.get(ref)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every entry with its ref, kind by kind, sorted by id within a kind."""
        for kind in KINDS:
            for name, entry in self.of(kind).items():
                yield f"{kind}/{name}", entry

    def ids(self, kind: str) -> set[str]:
        """Every id of a kind, of `facts` or of `tables`, loaded or not."""
        unloaded = (ref.partition("/") for ref in self.elsewhere)
        return {*getattr(self, kind), *(name for of, _, name in unloaded if of == kind)}

    def file(self, ref: str) -> str:
        """The file of a ref; `facts` and `facts/…` share one."""
        known = "facts" if ref.startswith("facts/") else ref
        return self.files.get(known, f"docs/entries/{known}.yaml")

    def place(self, ref: str, *steps: str | int) -> Place:
        """A place in the file of a ref, to report a fault from."""
        return Place(self.file(ref), steps)

    def standing(self, ref: str) -> Standing:
        """Whether a ref names something: an entry, a fact, a table, or what is left of one."""
        if ref in self._there:
            return "there"
        if ref in self.tombstones:
            return "removed"
        return "broken" if {ref, ref.partition("/")[0]} & self.broken else "unknown"

    def linked_from(self, ref: str) -> tuple[str, ...]:
        """Sorted refs of the entries that name this ref in a field or `[[link]]` it in a text."""
        return (self._backlinks if self.links is None else self.links).get(ref, ())

    def held(self) -> Mapping[str, object]:
        """What each file that could be read holds, by ref: a model, or the declared facts."""
        return {**dict(self._models()), **({"facts": self.facts} if self.facts else {})}

    def part(self, refs: Collection[str]) -> "KnowledgeBase":
        """Some of the entries, in the same order; of the others it knows that they are there.

        Facts, tables and what is left of removed entries are few, and all in it.
        """
        some: dict[str, Any] = {
            kind: {name: item for name, item in self.of(kind).items() if f"{kind}/{name}" in refs}
            for kind in KINDS
        }
        return replace(self, elsewhere=frozenset(self._by_ref).difference(refs), **some)

    def standings(self) -> tuple[frozenset[str], ...]:
        """All refs by standing: those that are there, what was removed, what cannot be read."""
        return self._there, frozenset(self.tombstones), self.broken

    @cached_property
    def _by_ref(self) -> Mapping[str, Entry]:
        return dict(self.entries())

    @cached_property
    def _there(self) -> frozenset[str]:
        kinds = (*KINDS, "facts", "tables")
        refs = (f"{kind}/{name}" for kind in kinds for name in getattr(self, kind))
        return self.elsewhere.union(refs)

    @cached_property
    def contents(self) -> Mapping[str, Contents]:
        """By ref: the references, texts, sources and links of each file that could be read.

        Entries, then tombstones, tables and the file of facts (ref `facts`).
        """
        found = {ref: self._contents_of(ref, model) for ref, model in self._models()}
        if self.facts:
            found["facts"] = merged(contents_of(fact, (i,)) for i, fact in self.facts.items())
        return found

    def _models(self) -> Iterator[tuple[str, BaseModel]]:
        yield from self.entries()
        yield from self.tombstones.items()
        yield from ((f"tables/{name}", table) for name, table in self.tables.items())

    def _contents_of(self, ref: str, model: BaseModel) -> Contents:
        kept = self.walked.get(ref)
        if kept is None or kept[0] is not model:
            kept = self.walked[ref] = (model, contents_of(model))
        return kept[1]

    @cached_property
    def drifts(self) -> Mapping[str, tuple[Drift, ...]]:
        """By ref: texts of which one language was changed alone since both were compared."""
        return drifts(self.contents, self.translations)

    @cached_property
    def _backlinks(self) -> Mapping[str, tuple[str, ...]]:
        found = defaultdict(list)
        for ref, _entry in self.entries():
            for target in self.contents[ref].targets() - {ref}:
                found[target].append(ref)
        return {target: tuple(sorted(refs)) for target, refs in found.items()}
