"""Markdown as plain text, for titles of results, descriptions and link previews."""

import re

from zhiquan.knowledge.anatomy import LINK
from zhiquan.pages.links import Links
from zhiquan.pages.markdown import unfold

_WEB_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_MARKS = re.compile(r"\\([\\*_\[\]<&])|\*")
_ITEM = re.compile(r"^[^\S\n]*(?:[-+]|\d+[.)])\s+", re.MULTILINE)


def plain(markdown: str, links: Links) -> str:
    """The words of a Markdown text on one line; `[[links]]` become titles, words or values."""
    if "[" in markdown:
        markdown = _WEB_LINK.sub(r"\1", LINK.sub(lambda match: _words(match, links), markdown))
    if "\n" in markdown:
        markdown = _ITEM.sub("", markdown)
    elif item := _ITEM.match(markdown):
        markdown = markdown[item.end() :]
    if "*" in markdown or "\\" in markdown:
        markdown = _MARKS.sub(lambda match: match[1] or "", markdown)
    return " ".join(unfold(markdown).split())


def _words(match: re.Match[str], links: Links) -> str:
    target, fragment, words = match.groups()
    if fragment == "#check":
        return links.value(target) or words or links.title(target)
    return words or links.title(target)
