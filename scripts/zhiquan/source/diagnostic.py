"""A fault in a file as data: what, where, and what to write instead.

Every room that finds faults makes `Diagnostic` values and hands them on; nobody raises for an
author's mistake and nobody prints. `source.report` turns them into text.
"""

from dataclasses import dataclass
from typing import Literal

from zhiquan.source.message import Message

Severity = Literal["error", "warning"]
Pointer = tuple[str | int, ...]
"""Path into the YAML tree, e.g. ("versions", 0, "sources", 0, "article")."""


@dataclass(frozen=True)
class Span:
    """A stretch of one line; `line` and `column` count from 1, all three in characters."""

    line: int
    column: int
    length: int


@dataclass(frozen=True, kw_only=True)
class Diagnostic:
    """One fault: where it stands is given by `pointer`, or by `span` before there is a tree."""

    code: str
    """E.g. ZQ102; one of `source.codes.CODES`."""
    message: Message | str
    """What is wrong, in one line: lower case, no full stop, names in 'single quotes'."""
    path: str
    """File, relative to the project root, with forward slashes."""
    pointer: Pointer = ()
    on_key: bool = False
    """True: the caret stands under the key at `pointer`, not under its value."""
    part: str | None = None
    """A piece of the value at `pointer`, as written: the caret stands under its first place."""
    span: Span | None = None
    """Given directly; wins over `pointer`."""
    hint: Message | str | None = None
    """Printed beside the caret: what to write instead."""
    severity: Severity | None = None
    """None: the code's own severity."""


def written(pointer: Pointer) -> str:
    """The pointer as an editor reads it: `versions[0].sources[0].article`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in pointer)
    return "".join(steps).removeprefix(".")
