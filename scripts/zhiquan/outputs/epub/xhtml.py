"""From the body of a page to XHTML for a book.

Our templates and the Markdown renderer already write well-formed markup (a test reads every
document of the book as XML), so that what is left to change can be found by pattern: links, empty
elements, and what only a screen with a pointer can use.
"""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

from zhiquan.pages.addresses import relative

_ANCHOR = re.compile(r'<a class="zq-anchor"[^>]*></a>')
_LINK = re.compile(r'(<a\b[^>]*? href=")([^"#:]+)(#[^"]*)?"')
_EMPTY = re.compile(r"<(br|hr|img|wbr)((?:\s[^<>]*?)?)\s*/?>")
_CLOSED = "<details>"


def xhtml(body: str, address: str, places: Mapping[str, str], site: str) -> str:
    """The body with its links leading inside the book, or to the live site where it has no page.

    Args:
        body: HTML of a page.
        address: The page's address on the site.
        places: By address on the site: the document's path in the book.
        site: Address of the live site, ending in a slash.
    """
    here = places[address]

    def moved(link: re.Match[str]) -> str:
        target = normpath(join(dirname(address), link[2]))
        place = places.get(target)
        href = site + target if place is None else relative(here, place)
        return f'{link[1]}{href}{link[3] or ""}"'

    made = _LINK.sub(moved, _ANCHOR.sub("", body))
    return _EMPTY.sub(r"<\1\2/>", made).replace(_CLOSED, '<details open="open">')
