"""What the pages of a finished site tell: so that equal work can be seen to be equal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from pathlib import Path

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_SILENT = re.compile(r"<(script|style|template)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_LINK = re.compile(r"<a\b[^>]*?\bhref=[^>]*>(?!</a>)")
"""A link with something to click; the marks of headings have none."""


@dataclass(frozen=True)
class Article:
    """What one page tells; its navigation, header and footer are not in it."""

    digest: bytes
    """Two articles with the same text have the same; articles are equal when they agree in it."""
    text: int = field(compare=False)
    """Bytes of visible text, without white space."""
    links: int = field(compare=False)


def told(site: Path) -> dict[str, Article]:
    """By address: what each page of entries, an index or questions tells."""
    return {address: _told(article) for address, article in articles_of(site)}


def _told(article: str) -> Article:
    said = words(article).encode()
    return Article(sha256(said).digest(), len(said), len(_LINK.findall(article)))


def articles_of(site: Path) -> Iterator[tuple[str, str]]:
    """Address and article, as HTML, of each page in a section of a finished site, by address."""
    for lang in ("en", "zh"):
        for path in sorted((site / lang).glob("*/*.html")):
            found = _ARTICLE.search(path.read_text(encoding="utf-8"))
            if found:
                yield path.relative_to(site).as_posix(), found[0]


def words(html: str) -> str:
    """The visible text of HTML, without white space."""
    return _SPACE.sub("", unescape(_TAG.sub("", _SILENT.sub("", html))))
