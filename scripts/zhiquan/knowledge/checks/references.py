"""Fields that name an entry, a fact or a table: it must be there, once, and be another one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from zhiquan.knowledge.anatomy import Reference
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.nearest import guesses
from zhiquan.knowledge.place import Place
from zhiquan.knowledge.values import DATE
from zhiquan.source.diagnostic import Diagnostic, Pointer
from zhiquan.source.message import message

Near = Callable[[str], str | None]


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """References to nothing, to a removed entry, to the entry itself, and repeated ones."""
    near = guesses(kb)
    for ref, contents in kb.contents.items():
        if ref in kb.tombstones:
            continue  # where a removed entry sends its readers has a check of its own
        targets = [reference.target for reference in contents.references]
        for target, reference in zip(targets, contents.references, strict=True):
            if target == ref or kb.standing(target) != "there":
                yield from _target(kb, ref, reference, near)
        if len(set(targets)) < len(targets):
            yield from _repeated(kb, ref, contents.references)


def _target(kb: KnowledgeBase, ref: str, reference: Reference, near: Near) -> Iterator[Diagnostic]:
    place, target = kb.place(ref, *reference.pointer), reference.target
    if target == ref and "rests_on" not in reference.pointer:
        said = message("'{written}' names this entry itself", written=reference.written)
        yield place.fault("ZQ214", said)
        return
    standing = kb.standing(target)
    if standing == "removed":
        redirect = kb.tombstones[target].removed.redirect
        hint = message("name '{target}' instead", target=redirect)
        yield place.fault("ZQ202", message("'{target}' was removed", target=target), hint)
    elif standing == "unknown" and target != f"facts/{DATE}":
        yield _unknown(place, reference, near(target))


def _unknown(place: Place, reference: Reference, near: str | None) -> Diagnostic:
    kind, _, name = reference.target.partition("/")
    if near and "/" not in reference.written:
        near = near.removeprefix(f"{kind}/")
    said = message("there is no '{name}' in {kind}", name=name, kind=kind)
    return place.fault(
        "ZQ201", said, message("did you mean '{name}'?", name=near) if near else None
    )


def _repeated(kb: KnowledgeBase, ref: str, references: Iterable[Reference]) -> Iterator[Diagnostic]:
    places = defaultdict[tuple[Pointer, str], list[Reference]](list)
    for reference in references:
        if isinstance(reference.pointer[-1], int):
            places[reference.pointer[:-1], reference.target].append(reference)
    for again in (found[1] for found in places.values() if len(found) > 1):
        said = message("'{written}' stands in this list twice", written=again.written)
        yield kb.place(ref, *again.pointer).fault("ZQ215", said, message("once is enough"))
