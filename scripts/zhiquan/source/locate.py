"""Where in a text a pointer leads. Done only for what is reported, so that checks stay fast."""

from functools import lru_cache

import yaml

from zhiquan.source.compose import compose
from zhiquan.source.diagnostic import Pointer, Span

_FIRST = Span(1, 1, 1)


def locate(text: str, pointer: Pointer, *, on_key: bool = False, part: str | None = None) -> Span:
    """The place of a value, or of its key.

    A list or mapping stands where its key stands, or, in a list, where its first line begins. A
    pointer that leads nowhere (a field that is missing) gives the last step that exists.

    Args:
        text: A text that the strict reader has accepted.
        pointer: Keys and indexes from the top.
        on_key: The place of the key instead of the value.
        part: A piece of the value; its first place, where the source holds it unbroken.
    """
    node = _root(text)
    if node is None:
        return _FIRST
    key: yaml.Node | None = None
    for step in pointer:
        found = _step(node, step)
        if found is None:
            on_key, part = True, None
            break
        key, node = found
    if part and (span := _part(text, node, part)):
        return span
    whole = not isinstance(node, yaml.ScalarNode)
    return _first_line(text, key if key is not None and (on_key or whole) else node)


@lru_cache(maxsize=4)
def _root(text: str) -> yaml.Node | None:
    """Faults come sorted by file, so the last few texts are all that is asked for again."""
    try:
        return compose(text)
    except yaml.YAMLError:
        return None


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _part(text: str, node: yaml.Node, part: str) -> Span | None:
    at = text.find(part, node.start_mark.index, node.end_mark.index)
    if at < 0:
        return None
    line = text.count("\n", 0, at) + 1
    length = len(part.partition("\n")[0])
    return Span(line, at - text.rfind("\n", 0, at), max(length, 1))


def _first_line(text: str, node: yaml.Node) -> Span:
    """The node as far as it goes on its first line; of a mapping or list only its first word."""
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.CollectionNode):
        return _first_word(node)
    line_end = text.find("\n", start.index)
    stop = min(end.index, line_end if line_end >= 0 else len(text))
    return Span(start.line + 1, start.column + 1, max(stop - start.index, 1))


def _first_word(node: yaml.CollectionNode) -> Span:
    start = node.start_mark
    first = node.value[0] if node.value else None
    key = first[0] if isinstance(first, tuple) else None
    is_block = key is not None and key.start_mark.index == start.index
    length = key.end_mark.index - start.index if key is not None and is_block else 1
    return Span(start.line + 1, start.column + 1, length)
