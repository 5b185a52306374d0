"""Markdown of entries as data for Typst, from the same tree as the HTML of the pages.

A *node* is a text, a list of nodes, or an object whose `t` says what it is:
`p` `ul` `ol` `li` `table` `tr` `th` `td` `b` `i` hold nodes in `c`; `url` also has an address in
`to`, `site` one of our site, `ref` the ref of an entry; `lang` says in which language its content
is; `br` is a new line.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from zhiquan.entries.text import Text
from zhiquan.pages.links import Links
from zhiquan.pages.markdown import parser, unfold
from zhiquan.source.message import Language

Node = str | list[Any] | dict[str, Any]

_PLAIN = re.compile(r"(?!\s*(?:[-+*]|\d+[.)])(?:\s|$))[^*_\[\]\\<&\n|]*")
_KINDS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "strong": "b",
    "em": "i",
    "link": "url",
    "table": "table",
    "tr": "tr",
    "th": "th",
    "td": "td",
}


class Nodes:
    """Turns texts into nodes for the readers of one language."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._parser = parser(_written_down)

    def text(self, text: Text, *, is_prose: bool = False) -> Node:
        """A text; one that is missing in this language says in which one it is.

        Args:
            text: The text.
            is_prose: Whether it may have paragraphs, lists and tables. Typst takes none inside a
                line, so elsewhere they stay the text that they are, as on the pages.
        """
        shown, lang = text.shown(self._links.lang)
        node = (self.markdown if is_prose else self.phrase)(shown, lang)
        return node if lang == self._links.lang else {"t": "other", "lang": lang, "c": node}

    def markdown(self, markdown: str, lang: Language) -> Node:
        """Markdown of one language."""
        source = unfold(markdown) if lang == "zh" else markdown
        if _PLAIN.fullmatch(source):
            return source
        found = self._tree(self._parser.parse(source))
        only = found[0] if len(found) == 1 else None
        return only["c"] if isinstance(only, dict) and only["t"] == "p" else found

    def phrase(self, markdown: str, lang: Language) -> Node:
        """Markdown that stands within a line."""
        source = unfold(markdown) if lang == "zh" else markdown
        return source if _PLAIN.fullmatch(source) else self._tree(self._parser.parseInline(source))

    def ref(self, ref: str, words: str | None = None) -> Node:
        """A reference to an entry, by its title or other words; bare words where there is none."""
        entry = self._links.entry(ref)
        if entry is None:
            return words or ref
        title, lang = entry.title.shown(self._links.lang)
        foreign = not words and lang != self._links.lang
        content = {"t": "lang", "lang": lang, "c": title} if foreign else words or title
        return {"t": "ref", "to": self._links.living(ref), "c": content}

    def _tree(self, tokens: Sequence[Token]) -> list[Any]:
        """The flat tokens of the parser as nodes within nodes."""
        stack: list[list[Any]] = [[]]
        for token in tokens:
            if token.nesting > 0:
                stack.append([])
            elif token.nesting < 0:
                closed = stack.pop()
                stack[-1].extend(self._closed(token, closed))
            else:
                stack[-1].extend(self._leaf(token))
            if token.nesting > 0 and token.type == "link_open":
                stack[-1].append(str(token.attrs["href"]))
        return stack[0]

    def _closed(self, token: Token, content: list[Any]) -> list[Any]:
        kind = _KINDS.get(token.type.removesuffix("_close"))
        if kind is None or token.hidden:  # thead, tbody, the paragraphs of a tight list
            return content
        if kind == "url":
            return [{"t": "url", "to": content[0], "c": content[1:]}]
        return [{"t": kind, "c": content}]

    def _leaf(self, token: Token) -> list[Any]:
        if token.type == "inline":
            return self._tree(token.children or ())
        if token.type == "html_inline":
            return [self._entry_link(*json.loads(token.content))]
        if token.type == "hardbreak":
            return [{"t": "br"}]
        return [" " if token.type == "softbreak" else token.content]

    def _entry_link(self, target: str, fragment: str | None, words: str | None) -> Node:
        if fragment == "#check":
            return self._links.value(target) or words or self._links.title(target)
        return self.ref(target, words)


def _written_down(target: str, fragment: str | None, words: str | None) -> str:
    """What the parser keeps of a `[[link]]` until the tree is made."""
    return json.dumps((target, fragment, words))
