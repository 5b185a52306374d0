"""One file mended: each kind of fault by itself, and only where the file still says the same."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from zhiquan.entries.mending import values
from zhiquan.entries.mending.fields import in_order
from zhiquan.entries.mending.pieces import Edit, Piece, edited, pieces
from zhiquan.entries.mending.repair import repaired
from zhiquan.source.diagnostic import Pointer
from zhiquan.source.yaml_reader import Document, read

Mending = Literal["yaml", "line-ends", "order", "dates", "signs", "quotes"]

Find = Callable[[str, Iterable[Piece]], Iterable[Edit]]
"""Finds what to change in the values of a text."""

_AT_LINE_ENDS = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)


@dataclass(frozen=True)
class Mended:
    """A file after mending."""

    text: str
    did: tuple[Mending, ...] = ()
    """What was mended; empty where nothing was."""
    is_readable: bool = True
    """False where it is no YAML that could be mended."""


def mend(text: str, top: Any) -> Mended:
    """Mend the mechanical faults of one file.

    Args:
        text: The file, with line feeds as line ends.
        top: The type of its document.

    Returns:
        The text with blanks at line ends gone, fields in order, and days, signs and quotes as the
        entries write them. A file that cannot be made readable as YAML comes back as it was.
    """
    did: list[Mending] = []
    tree = _tree(text)
    if tree is None and (tree := _tree(readable := repaired(text))) is not None:
        text = readable
        did.append("yaml")
    for name, step in _STEPS.items():
        after = step(text, top) if tree is not None else text
        if after != text and _says_the_same(tree, made := _tree(after), name):
            text, tree = after, made
            did.append(name)
    return Mended(text, tuple(did), tree is not None)


def _line_ends(text: str, top: Any) -> str:
    """Without blanks at the ends of lines; in a text written with `|` they may mean a new line."""
    found = [match.span() for match in _AT_LINE_ENDS.finditer(text)]
    kept = [it for it in pieces(text, top) if it.style == "|"] if found else []
    outside = (span for span in found if not any(it.start <= span[0] < it.end for it in kept))
    return edited(text, [Edit(*span, "") for span in outside]).rstrip("\n") + "\n"


def _by_edits(find: Find, text: str, top: Any) -> str:
    return edited(text, find(text, pieces(text, top)))


_STEPS: Mapping[Mending, Callable[[str, Any], str]] = {
    "line-ends": _line_ends,
    "order": in_order,
    "dates": partial(_by_edits, values.dates),
    "signs": partial(_by_edits, values.signs),
    "quotes": partial(_by_edits, values.quotes),
}


def _tree(text: str) -> dict[str, Any] | None:
    found = read(text.encode(), name="")
    return found.tree if isinstance(found, Document) else None


def _says_the_same(
    before: dict[str, Any] | None, after: dict[str, Any] | None, by: Mending
) -> bool:
    """Whether nothing but what was meant to change has changed."""
    if before is None or after is None:
        return False
    if by in {"dates", "signs"}:
        return set(_pointers(before, ())) == set(_pointers(after, ()))
    return before == after


def _pointers(value: Any, pointer: Pointer) -> Iterator[Pointer]:
    yield pointer
    steps: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    for step, inner in steps:
        yield from _pointers(inner, (*pointer, step))
