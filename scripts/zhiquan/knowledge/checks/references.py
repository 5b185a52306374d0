"""Fields that name an entry, a fact or a table: it must be there, once, and be another one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from zhiquan.knowledge.anatomy import Reference
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.nearest import nearest_ref
from zhiquan.knowledge.place import Place
from zhiquan.knowledge.values import DATE
from zhiquan.source.diagnostic import Diagnostic, Pointer

Near = Callable[[str], str | None]


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """References to nothing, to a removed entry, to the entry itself, and repeated ones."""
    near = cache(partial(nearest_ref, kb=kb))
    for ref, contents in kb.contents.items():
        if ref in kb.tombstones:
            continue  # where a removed entry sends its readers has a check of its own
        for reference in contents.references:
            yield from _target(kb, ref, reference, near)
        yield from _repeated(kb, ref, contents.references)


def _target(kb: KnowledgeBase, ref: str, reference: Reference, near: Near) -> Iterator[Diagnostic]:
    place, target = kb.place(ref, *reference.pointer), reference.target
    if target == ref and "rests_on" not in reference.pointer:
        yield place.fault("ZQ214", f"'{reference.written}' names this entry itself")
        return
    standing = kb.standing(target)
    if standing == "removed":
        redirect = kb.tombstones[target].removed.redirect
        yield place.fault("ZQ202", f"'{target}' was removed", f"name '{redirect}' instead")
    elif standing == "unknown" and target != f"facts/{DATE}":
        yield _unknown(place, reference, near(target))


def _unknown(place: Place, reference: Reference, near: str | None) -> Diagnostic:
    kind, _, name = reference.target.partition("/")
    if near and "/" not in reference.written:
        near = near.removeprefix(f"{kind}/")
    message = f"there is no '{name}' in {kind}"
    return place.fault("ZQ201", message, f"did you mean '{near}'?" if near else None)


def _repeated(kb: KnowledgeBase, ref: str, references: Iterable[Reference]) -> Iterator[Diagnostic]:
    places = defaultdict[tuple[Pointer, str], list[Reference]](list)
    for reference in references:
        if isinstance(reference.pointer[-1], int):
            places[reference.pointer[:-1], reference.target].append(reference)
    for again in (found[1] for found in places.values() if len(found) > 1):
        message = f"'{again.written}' stands in this list twice"
        yield kb.place(ref, *again.pointer).fault("ZQ215", message, "once is enough")
