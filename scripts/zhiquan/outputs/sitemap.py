"""`sitemap.xml` with both languages of each page, and `robots.txt`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from xml.sax.saxutils import escape

from zhiquan.outputs.head import HREFLANG
from zhiquan.outputs.settings import SiteSettings
from zhiquan.source.message import Language

PER_FILE = 20_000
"""Pages per sitemap file, each in two languages; the protocol allows 50,000 addresses and 50 MB
(sitemaps.org)."""

Listed = Sequence[tuple[str, tuple[Language, ...]]]
"""Page addresses without the language, and the languages in which each page exists."""

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def files(
    pages: Mapping[str, tuple[Language, ...]], settings: SiteSettings
) -> Iterator[tuple[str, Callable[[], str]]]:
    """The sitemap files and robots.txt.

    Args:
        pages: by address without the language, e.g. `limits/contact-hours.html`: the languages in
            which the page exists.
        settings: for absolute addresses.
    """
    listed = tuple(pages.items())
    chunks = [listed[i : i + PER_FILE] for i in range(0, len(listed), PER_FILE)]
    if len(chunks) <= 1:
        yield "sitemap.xml", partial(_sitemap, listed, settings)
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(chunks) + 1)]
        yield "sitemap.xml", partial(_sitemap_index, names, settings)
        for name, chunk in zip(names, chunks, strict=True):
            yield name, partial(_sitemap, chunk, settings)
    yield "robots.txt", partial(_robots, settings)


def _sitemap(listed: Listed, settings: SiteSettings) -> str:
    entries = [_url(lang, path, langs, settings) for path, langs in listed for lang in langs]
    return _OPEN + "".join(entries) + "</urlset>\n"


def _url(lang: Language, path: str, langs: tuple[Language, ...], settings: SiteSettings) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{HREFLANG[each]}"'
        f' href="{escape(settings.absolute(f"{each}/{path}"))}"/>'
        for each in langs
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
