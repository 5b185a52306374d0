"""Following the links of a finished site, page by page, as a crawler would."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

LINK = re.compile(r'<(?:a|link|img|script)\b[^>]*?\s(?:href|src)="([^"]*)"')
ANCHOR = re.compile(r'\sid="([^"]*)"')


@cache
def pages(site: Path) -> dict[str, str]:
    """Every page of the site by address."""
    found = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in found}


@cache
def anchors(site: Path) -> dict[str, frozenset[str]]:
    """The anchors of every page by its address."""
    return {address: frozenset(ANCHOR.findall(html)) for address, html in pages(site).items()}


def leads_nowhere(site: Path, address: str, link: str) -> bool:
    """Whether a link of a page to another file of the site has no target."""
    parts = urlsplit(unescape(link))
    if parts.scheme or link.startswith("//"):
        return False
    target = normpath(join(dirname(address), unquote(parts.path))) if parts.path else address
    if target in anchors(site):
        return bool(parts.fragment) and parts.fragment not in anchors(site)[target]
    return not (site / target).is_file()


def dead_links(site: Path) -> list[str]:
    """Every link, image, style or script of a page that has no target, sorted."""
    dead = {
        f"{address}: {link}"
        for address, html in pages(site).items()
        for link in set(LINK.findall(html))
        if address != "404.html" and leads_nowhere(site, address, link)
    }
    return sorted(dead)
