"""What rests on what: from a law or a limit to the claims that are built on it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from zhiquan.entries.entry import Entry
from zhiquan.entries.provenance import Source
from zhiquan.knowledge.anatomy import Reference
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.source.diagnostic import Pointer

BASES = frozenset({"limits", "rests_on"})
"""Fields that name what a verdict or an answer rests on; the other references only lead on."""


class Cited(NamedTuple):
    """A source that names a law, and the claim that rests on it."""

    claim: str
    """Ref of an entry, or of a question written in it: `limits/contact-hours#q-sms`."""
    pointer: Pointer
    """Where the source stands in the entry's file."""
    source: Source

    @property
    def ref(self) -> str:
        """Ref of the entry."""
        return self.claim.partition("#")[0]


class Resting:
    """The claims of a knowledge base, by what they rest on.

    A claim is what an entry as a whole says, or the answer to one of its written questions.
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    @cached_property
    def on_law(self) -> Mapping[str, tuple[Cited, ...]]:
        """By law id: the claims that cite the law, each as often as it has a source that does."""
        found: dict[str, list[Cited]] = defaultdict(list)
        for ref, entry in self._kb.entries():
            for pointer, source in self._kb.contents[ref].sources:
                if source.law:
                    cited = Cited(_claim(ref, entry, pointer), pointer, source)
                    found[source.law].append(cited)
        return {law: tuple(cited) for law, cited in found.items()}

    @cached_property
    def on_entry(self) -> Mapping[str, tuple[str, ...]]:
        """By ref: the claims whose verdict, answer or printed value rests on that entry."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for ref, entry in self._kb.entries():
            contents = self._kb.contents[ref]
            for reference in contents.references:
                if _is_base(reference):
                    found[reference.target][_claim(ref, entry, reference.pointer)] = None
            for link in contents.links:
                if link.fragment == "#check":
                    found[link.target][_claim(ref, entry, link.pointer)] = None
        return {target: tuple(claims) for target, claims in found.items()}


def _is_base(reference: Reference) -> bool:
    pointer = reference.pointer
    return len(pointer) > 1 and pointer[-2] in BASES


def _claim(ref: str, entry: Entry, pointer: Pointer) -> str:
    """The entry, or the written question at whose place something stands."""
    if pointer[0] != "questions" or not isinstance(pointer[1], int):
        return ref
    return f"{ref}#q-{entry.questions[pointer[1]].id}"
