"""What the pages of a finished site tell: so that equal work can be seen to be equal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_SILENT = re.compile(r"<(script|style|template)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_LINK = re.compile(r"<a\b[^>]*?\bhref=[^>]*>(?!</a>)")
"""A link with something to click; the marks of headings have none."""


@dataclass(frozen=True)
class Told:
    """The articles of a site, counted; navigation, header and footer are not in them."""

    pages: int
    text: int
    """Bytes of visible text, without white space."""
    links: int
    same: int
    """Pages that say exactly what the page of the same address says elsewhere."""


def told(site: Path, *, like: Path) -> Told:
    """What the pages of entries, indexes and questions tell; what is written by hand is left out.

    Args:
        site: a finished site.
        like: the one it is held against.
    """
    pages = text = links = same = 0
    for address, article in articles_of(site):
        said, other = words(article), like / address
        pages, text = pages + 1, text + len(said.encode())
        links += len(_LINK.findall(article))
        same += other.is_file() and said == words(_article(other))
    return Told(pages, text, links, same)


def articles_of(site: Path) -> Iterator[tuple[str, str]]:
    """Address and article, as HTML, of each page in a section of a finished site, by address."""
    for lang in ("en", "zh"):
        for path in sorted((site / lang).glob("*/*.html")):
            article = _article(path)
            if article:
                yield path.relative_to(site).as_posix(), article


def _article(path: Path) -> str:
    found = _ARTICLE.search(path.read_text(encoding="utf-8"))
    return found[0] if found else ""


def words(html: str) -> str:
    """The visible text of HTML, without white space."""
    return _SPACE.sub("", unescape(_TAG.sub("", _SILENT.sub("", html))))
