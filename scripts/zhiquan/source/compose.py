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
