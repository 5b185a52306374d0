"""Characters of entries that no font of the books has: a box in print, so a fault of the entry."""

from collections.abc import Iterator
from typing import Any

from zhiquan.entries.entry import Entry
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.outputs.book.fonts import find_fonts
from zhiquan.outputs.book.telling import NOT_PRINTED
from zhiquan.outputs.book.typesetter import missing
from zhiquan.source.diagnostic import Diagnostic, Pointer


class Printable:
    """Finds what cannot be printed; asks the fonts about each character once."""

    def __init__(self) -> None:
        self._known: set[str] = {chr(code) for code in range(128)}

    def findings(self, kb: KnowledgeBase) -> tuple[Diagnostic, ...]:
        """One for every text with a character that the fonts lack, at the character's place."""
        used = {char for _, entry in kb.entries() for char in set(entry.model_dump_json())}
        new = used - self._known
        lacking = frozenset(missing(new, find_fonts())) if new else frozenset()
        self._known |= new - lacking
        if not lacking:
            return ()
        return tuple(
            finding for ref, entry in kb.entries() for finding in _of_entry(kb, ref, entry, lacking)
        )


def _of_entry(
    kb: KnowledgeBase, ref: str, entry: Entry, lacking: frozenset[str]
) -> Iterator[Diagnostic]:
    tree = entry.model_dump(mode="json", by_alias=True, exclude_unset=True)
    for pointer, text in _texts(tree, ()):
        for char in sorted(lacking.intersection(text)):
            yield Diagnostic(
                code="ZQ501",
                message=f"no font of the books has '{char}' (U+{ord(char):04X}) in {ref}",
                path=kb.file(ref),
                pointer=pointer,
                part=char,
                hint="write it in words, or use a more common character",
            )


def _texts(tree: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Every printed text of an entry with its place; questions written by hand are printed too."""
    if isinstance(tree, str):
        yield pointer, tree
    steps: Any = tree.items() if isinstance(tree, dict) else ()
    steps = enumerate(tree) if isinstance(tree, list) else steps
    for step, one in steps:
        if step not in NOT_PRINTED - {"questions"}:
            yield from _texts(one, (*pointer, step))
