"""`sitemap.xml` with both languages of each page, and `robots.txt`."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from xml.sax.saxutils import escape

from zhiquan.entries.scalars import LANGUAGES, Language
from zhiquan.outputs.head import HREFLANG
from zhiquan.outputs.settings import SiteSettings

PER_FILE = 20_000
"""Addresses per sitemap file; the protocol allows 50,000 and 50 MB (sitemaps.org)."""

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def files(paths: Sequence[str], settings: SiteSettings) -> Iterator[tuple[str, Callable[[], str]]]:
    """The sitemap files and robots.txt.

    Args:
        paths: page addresses without the language, e.g. `limits/contact-hours.html`.
        settings: for absolute addresses.
    """
    chunks = [paths[i : i + PER_FILE] for i in range(0, len(paths), PER_FILE)]
    if len(chunks) <= 1:
        yield "sitemap.xml", partial(_sitemap, paths, settings)
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(chunks) + 1)]
        yield "sitemap.xml", partial(_sitemap_index, names, settings)
        for name, chunk in zip(names, chunks, strict=True):
            yield name, partial(_sitemap, chunk, settings)
    yield "robots.txt", partial(_robots, settings)


def _sitemap(paths: Sequence[str], settings: SiteSettings) -> str:
    entries = [_url(lang, path, settings) for path in paths for lang in LANGUAGES]
    return _OPEN + "".join(entries) + "</urlset>\n"


def _url(lang: Language, path: str, settings: SiteSettings) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{HREFLANG[each]}"'
        f' href="{escape(settings.absolute(f"{each}/{path}"))}"/>'
        for each in LANGUAGES
    )
    return f"<url><loc>{escape(settings.absolute(f'{lang}/{path}'))}</loc>{links}</url>\n"


def _sitemap_index(names: Sequence[str], settings: SiteSettings) -> str:
    items = "".join(f"<sitemap><loc>{settings.url}{name}</loc></sitemap>\n" for name in names)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{items}</sitemapindex>\n"
    )


def _robots(settings: SiteSettings) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {settings.url}sitemap.xml\n"
