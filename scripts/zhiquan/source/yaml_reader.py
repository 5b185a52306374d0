"""Strict YAML: bytes to a tree of dict, list and str, or to every fault that can be found.

All scalars stay text: `no`, `12:30` and `2026-01-31` are what they look like; what they mean is
said by the models. A clean file in the usual layout is read line by line (`usual`), another clean
one is composed by libyaml. Only a file that looks odd is read again, event by event, in
`yaml_faults`, which knows where and why: positions are found only where somebody needs them.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from zhiquan.source.characters import (
    decode,
    indented_by_tab,
    lines_refused,
    refused,
    without_refused,
)
from zhiquan.source.compose import SecondLookError, composed
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.usual import usual

# An anchor, an alias or a tag may stand here. So may *emphasis*: `examine` can tell. The character
# comes first and what is before it is looked at afterwards, which is ten times as fast.
_PERHAPS_SPECIAL = re.compile(r"[&*!](?<![^\s\[{,:?].)(?:(?<=!)|[\w-])")
# libyaml's composer recurses in C and would overflow the stack of the process at some thousand
# levels. Nesting by indentation is bounded by the longest run of structure at the start of a line
# (two levels a column), nesting by brackets by their number.
_PERHAPS_DEEP = re.compile(r"\n[ \-?:]{64}")
_MANY_BRACKETS = 300
# In double quotes this may stand for a character that nobody sees.
_PERHAPS_HIDDEN = re.compile(r"\\[0abefrtvNLP_xuU]")


@dataclass(frozen=True)
class Document:
    """A file that could be read."""

    name: str
    """Path from the project root, with forward slashes."""
    text: str
    """As written, with line feeds as line ends."""
    tree: dict[str, Any]
    """Mappings are dict, lists are list, every scalar is str."""


def read(data: bytes, *, name: str) -> Document | tuple[Diagnostic, ...]:
    """Read one file.

    Args:
        data: The bytes of the file.
        name: Its path from the project root, for the diagnostics.

    Returns:
        The document, or all the faults that could be found (ZQ0xx), each with its span.
    """
    text = decode(data, name=name)
    if isinstance(text, Diagnostic):
        return (text,)
    found = refused(text, name=name)
    if indented_by_tab(text):  # how the lines nest cannot be told
        return found
    if not found and (tree := _clean_tree(text)) is not None:
        return Document(name, text, tree)
    tree, faults = _examined(without_refused(text), name)
    lines = lines_refused(text) if found else ()
    found += tuple(fault for fault in faults if fault.span and fault.span.line not in lines)
    return found or Document(name, text, tree)


def _examined(text: str, name: str) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    # Few files need the second look, so what gives it is imported for the first of them.
    from zhiquan.source.yaml_faults import examine  # noqa: PLC0415

    return examine(text, name=name)


def _clean_tree(text: str) -> dict[str, Any] | None:
    """The tree of a clean text, or None where a second look is needed."""
    lines = f"\n{text}"
    if "\n%" in lines or _perhaps_odd(text) or _perhaps_deep(lines):
        return None
    if (tree := usual(text)) is not None:
        return tree
    try:
        tree = composed(text)
    except (yaml.YAMLError, SecondLookError):
        return None
    return tree if isinstance(tree, dict) else None


def _perhaps_odd(text: str) -> bool:
    """Most files hold none of the four signs, which is seen ten times as fast."""
    if "\\" in text and _PERHAPS_HIDDEN.search(text):
        return True
    if "&" in text or "*" in text or "!" in text:
        return _PERHAPS_SPECIAL.search(text) is not None
    return False


def _perhaps_deep(lines: str) -> bool:
    brackets = lines.count("[") + lines.count("{")
    return brackets > _MANY_BRACKETS or _PERHAPS_DEEP.search(lines) is not None
