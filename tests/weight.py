"""How much a reader's phone must load before a page stands, as a web host would send it."""

import gzip
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PAGE_BAR = 25_000
"""The most that the HTML of a page may weigh, compressed, in bytes."""
LOAD_BAR = 110_000
"""The most that the first load may weigh with an empty cache: HTML, styles, scripts and icons."""

_PARTS = re.compile(
    rb'<link rel="(?:stylesheet|icon)" href="([^"]+)"'
    rb'|<script[^>]* src="([^"]+)"'
    rb'|<img[^>]* src="([^"]+)"'
)
_SENT_AS_IT_IS = {".png", ".woff2"}


@dataclass(frozen=True)
class Weight:
    """What a page weighs, compressed, in bytes."""

    page: int
    """Its HTML."""
    load: int
    """Its HTML and all that it loads by itself."""


def weight(page: Path, site: Path) -> Weight:
    """Weighs a page of a finished site with all that it asks for before anybody touches it."""
    html = page.read_bytes()
    found = {next(filter(None, parts)).decode() for parts in _PARTS.findall(html)}
    own = len(compressed(html))
    return Weight(own, own + sum(_sent(_file(part, page, site)) for part in found))


def _file(part: str, page: Path, site: Path) -> Path:
    """The file of a link; on the page for unknown addresses links begin at the root of the host."""
    return (site / part[1:] if part.startswith("/") else page.parent / part).resolve()


def compressed(data: bytes) -> bytes:
    """What a host sends of a text: gzip at the level that hosts use by default."""
    return gzip.compress(data, compresslevel=6, mtime=0)


@cache
def _sent(part: Path) -> int:
    data = part.read_bytes()
    return len(data if part.suffix in _SENT_AS_IT_IS else compressed(data))
