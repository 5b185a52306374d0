"""The body of one of our pages as Markdown, with the same words, headings and links."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import chain, groupby

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
BLOCKS = HEADINGS | {
    *("article", "aside", "details", "div", "nav", "p", "section", "summary", "table"),
    *("dd", "dl", "dt", "li", "ol", "ul"),
}
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
_MARKS = re.compile(r"([\\`*_\[\]#|])")
_SPACE = re.compile(r"\s+")
_PAGE = re.compile(r"^((?!https?:|tel:|mailto:)[^#]*)\.html(?=#|$)")


@dataclass
class Node:
    """An element and what it holds: texts and elements, in order."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def elements(self) -> Iterator["Node"]:
        """The elements right below it."""
        return (one for one in self.children if isinstance(one, Node))


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        node = Node(tag, dict(attrs))
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        """Closes an element."""
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Keeps a text."""
        self._open[-1].children.append(data)


def tree(html: str) -> Node:
    """The elements of well-formed HTML, below a `div` of our own."""
    parser = _Tree()
    parser.feed(html)
    parser.close()
    return parser.root


def markdown(html: str) -> str:
    """Well-formed HTML as Markdown for Python-Markdown with `attr_list`, `def_list` and `tables`.

    Links to pages (`.html`) become links to their sources (`.md`).
    """
    return "\n\n".join(_blocks(tree(html))) + "\n"


def _blocks(node: Node) -> list[str]:
    """What an element holds as blocks; texts between blocks become paragraphs."""
    made: list[str] = []
    for is_block, children in groupby(node.children, key=_is_block):
        if is_block:
            made += chain.from_iterable(_block(one) for one in children if isinstance(one, Node))
        elif words := _phrase(children):
            made.append(words)
    return made


def _is_block(child: Node | str) -> bool:
    return isinstance(child, Node) and child.name in BLOCKS


def _block(node: Node) -> list[str]:
    if node.name in HEADINGS:
        return [_heading(node)]
    if node.name in {"ul", "ol"}:
        return _list(node)
    if node.name == "dl":
        return _definitions(node)
    if node.name == "table":
        return [_table(node)]
    return _blocks(node)


def _heading(node: Node) -> str:
    named = node.attributes.get("id")
    end = f" {{#{named}}}" if named else ""
    return f"{'#' * int(node.name[1])} {_phrase(node.children)}{end}"


def _list(node: Node) -> list[str]:
    """One block; items of several blocks are set apart by empty lines."""
    start = int(node.attributes.get("start") or 1)
    items = [_blocks(item) for item in node.elements()]
    gap = "\n\n" if any(len(item) > 1 for item in items) else "\n"
    marks = [
        f"{number}." if node.name == "ol" else "-" for number in range(start, start + len(items))
    ]
    return [gap.join(_indented(mark, item) for mark, item in zip(marks, items, strict=True))]


def _definitions(node: Node) -> list[str]:
    """A definition list; terms and their definitions stand together, pairs apart."""
    made: list[str] = []
    for one in node.elements():
        blocks = _blocks(one)
        if one.name == "dt":
            made.append("\n".join(blocks))
        else:
            made[-1] += "\n" + _indented(":", blocks)
    return ["\n\n".join(made)]


def _indented(mark: str, blocks: list[str]) -> str:
    text = "\n\n".join(blocks).replace("\n", "\n    ").replace("\n    \n", "\n\n")
    return f"{mark:<4}{text}"


def _table(node: Node) -> str:
    rows = [
        [_phrase(cell.children) for cell in row.elements()]
        for part in node.elements()
        for row in part.elements()
    ]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines)


def _phrase(children: Iterable[Node | str]) -> str:
    return _SPACE.sub(" ", "".join(map(_inline, children))).strip()


def _inline(node: Node | str) -> str:
    if isinstance(node, str):
        return _MARKS.sub(r"\\\1", escape(node, quote=False))
    words = "".join(map(_inline, node.children))
    if node.name in {"b", "strong"} and words.strip():
        return f"**{words.strip()}**"
    if node.name == "a":
        return _link(node, words)
    return words


def _link(node: Node, words: str) -> str:
    target = _PAGE.sub(r"\1.md", node.attributes.get("href") or "")
    return f"[{words}]({target})" if words.strip() else ""
