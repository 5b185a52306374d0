"""Reading a page as a browser or a search engine would."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

_TAG = re.compile(r"<[^>]+>")
_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>')

Attributes = dict[str, str | None]


class Html(HTMLParser):
    """The elements of a piece of HTML, and the texts that stand directly in each kind."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.texts: dict[str, list[str]] = {}
        self._open = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self._open = tag
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """A text of the element that began last."""
        if data.strip():
            self.texts.setdefault(self._open, []).append(data)

    def handle_endtag(self, _tag: str) -> None:
        """An element ends; what follows belongs to none that is looked for."""
        self._open = ""

    def all(self, tag: str, **attributes: str) -> list[Attributes]:
        """The attributes of every element of a kind that has these."""
        return [
            own for name, own in self.elements if name == tag and attributes.items() <= own.items()
        ]

    def one(self, tag: str, **attributes: str) -> Attributes:
        """The attributes of the only element of a kind that has these."""
        (found,) = self.all(tag, **attributes)
        return found

    def ids(self) -> set[str]:
        """Every anchor."""
        return {str(own["id"]) for _, own in self.elements if own.get("id")}

    def links(self) -> list[str]:
        """The target of every link."""
        return [str(own["href"]) for own in self.all("a") if own.get("href")]

    def data(self) -> dict[str, Any]:
        """The structured data (JSON-LD) by type."""
        return {data["@type"]: data for data in map(json.loads, self.texts.get("script", ()))}


def plain(html: str) -> str:
    """What a reader sees of a piece of HTML, without spaces."""
    return "".join(unescape(_TAG.sub("", _DATA.sub("", html))).split())
