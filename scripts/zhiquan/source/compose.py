"""libyaml without PyYAML's resolving of types: everything a scalar says is its text."""

from typing import Any

import yaml
from yaml._yaml import CParser

MAX_DEPTH = 32
"""Deepest nesting of lists and mappings."""
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML takes for nothing; all but the first only without quotes."""


class _Parser(CParser):
    """The C parser with the hooks that guess tags taken out, which is half of its time."""

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> None:
        """No tag: the reader looks at the type of the node alone."""

    def descend_resolver(self, _parent: Any, _index: Any) -> None:
        """Nothing depends on the path."""

    def ascend_resolver(self) -> None:
        """Nothing depends on the path."""


def compose(text: str) -> yaml.Node | None:
    """The tree of nodes of the one document in the text, each with its marks.

    The nesting must be bounded before: libyaml recurses.

    Raises:
        yaml.YAMLError: The text is not YAML, or holds a second document.
    """
    node: yaml.Node | None = _Parser(text).get_single_node()
    return node


def parser(text: str) -> CParser:
    """The stream of events of the text, for a reader that must not recurse."""
    return _Parser(text)


class SecondLookError(Exception):
    """Something here is refused, or not usual; which, and why, a closer look says."""


def composed(text: str, depth: int = 0) -> Any:
    """The one document in the text as dict, list and str.

    Args:
        text: As for `compose`.
        depth: How deep in a file it stands.

    Raises:
        yaml.YAMLError: The text is not YAML, or holds a second document.
        SecondLookError: A value is missing, a name is used twice or is none, or it is too deep.
    """
    return _plain(compose(text), depth)


def _plain(node: yaml.Node | None, depth: int) -> Any:
    if type(node) is yaml.ScalarNode:
        if node.value in EMPTY or node.value.isspace():
            raise SecondLookError
        return node.value
    if node is None or depth == MAX_DEPTH:
        raise SecondLookError
    if type(node) is yaml.SequenceNode:
        return [_plain(child, depth + 1) for child in node.value]
    return _mapping(node.value, depth + 1)


def _mapping(pairs: list[tuple[yaml.Node, yaml.Node]], depth: int) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for key, value in pairs:
        if type(key) is not yaml.ScalarNode or not key.value or key.value in tree:
            raise SecondLookError
        tree[key.value] = _plain(value, depth)
    return tree
