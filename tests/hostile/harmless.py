"""What reading and rendering must never do, whatever they are given."""

import re
from html import escape
from html.parser import HTMLParser

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.reading import parse
from zhiquan.pages.markdown import Markdown
from zhiquan.source.characters import visible
from zhiquan.source.report import render
from zhiquan.source.yaml_reader import Document, read

HARMLESS = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "table", "thead", "tbody", "tr"} | {
    "th",
    "td",
}
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_ATTRIBUTES = {"href", "rel", "title", "start", "tabindex", "style"}
_STYLES = {"text-align:left", "text-align:right", "text-align:center"}


class HarmError(Exception):
    """The HTML of a text holds something that no text may make."""


class Harmless(HTMLParser):
    """Reads HTML as a browser would; raises for what could do anything."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag and its attributes are of the few that texts make."""
        if tag not in HARMLESS:
            raise HarmError(tag)
        for name, value in attrs:
            known = name in _ATTRIBUTES and (name != "style" or value in _STYLES)
            if not known or (name == "href" and not _ADDRESS.match(value or "")):
                raise HarmError(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        """No text makes a comment."""
        raise HarmError(data)

    def handle_decl(self, decl: str) -> None:
        """Nor a declaration."""
        raise HarmError(decl)

    def handle_pi(self, data: str) -> None:
        """Nor an instruction."""
        raise HarmError(data)

    def unknown_decl(self, data: str) -> None:
        """Nor anything else of that sort."""
        raise HarmError(data)


def read_yaml(data: bytes) -> None:
    """Bytes are an entry or faults, and what is told of them is made of visible signs.

    Raises:
        HarmError: Something is told that a terminal would take for an order.
    """
    found = read(data, name="a.yaml")
    made = parse(found, KINDS[len(data) % len(KINDS)]) if isinstance(found, Document) else found
    faults = made if isinstance(made, tuple) else ()
    said = render(faults, texts=lambda _: data.decode("utf-8", "replace"), lang="zh")
    if any(visible(line) != line for line in said.split("\n")):
        raise HarmError("a report gives orders to the terminal")


def render_markdown(data: bytes) -> None:
    """A text becomes HTML of a few harmless tags, as a block and as a phrase.

    Raises:
        HarmError: The HTML holds anything else.
    """
    text = data.decode("utf-8", "replace")
    made = Markdown(lambda target, _, words: escape(words or target, quote=False))
    for html in (made.block(text), made.inline(text)):
        reader = Harmless(convert_charrefs=True)
        reader.feed(html)
        reader.close()
