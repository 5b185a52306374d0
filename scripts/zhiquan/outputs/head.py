"""The head of a page: title, description, canonical and alternate links, structured data."""

from collections.abc import Sequence
from html import escape

from pydantic_core import to_json

from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.addresses import relative
from zhiquan.pages.page import Page
from zhiquan.source.message import LANGUAGES, Language

HREFLANG: dict[Language, str] = {"zh": "zh-Hans", "en": "en"}
"""Language tags (BCP 47) as search engines know them."""

_LOCALE: dict[Language, str] = {"zh": "zh_CN", "en": "en_US"}


def head(page: Page, settings: SiteSettings) -> str:
    """The varying part of `<head>` as HTML."""
    addresses = {page.lang: page.address, _other(page.lang): page.alternate}
    canonical = settings.absolute(page.redirect or page.address)
    lines = [
        f"<title>{escape(page.title)} · {escape(settings.name)}</title>",
        f'<meta name="description" content="{escape(page.description)}">',
        f'<link rel="canonical" href="{canonical}">',
        *alternates(addresses, settings),
        *_open_graph(page, canonical, settings),
        _json_ld(_breadcrumbs(page, settings)),
    ]
    if page.questions:
        lines.append(_json_ld(_faq(page)))
    if page.redirect:
        target = escape(relative(page.address, page.redirect))
        lines.append(f'<meta http-equiv="refresh" content="0; url={target}">')
    if page.redirect or not page.is_listed:
        lines.append('<meta name="robots" content="noindex">')
    return "\n".join(lines)


def alternates(addresses: dict[Language, str], settings: SiteSettings) -> list[str]:
    """`hreflang` links to the same page in each language, and to the choice of language."""
    links = [
        f'<link rel="alternate" hreflang="{HREFLANG[lang]}"'
        f' href="{settings.absolute(addresses[lang])}">'
        for lang in LANGUAGES
    ]
    default = settings.absolute(addresses["zh"])
    return [*links, f'<link rel="alternate" hreflang="x-default" href="{default}">']


def _other(lang: Language) -> Language:
    return "en" if lang == "zh" else "zh"


def _open_graph(page: Page, canonical: str, settings: SiteSettings) -> list[str]:
    properties = {
        "og:type": "article",
        "og:site_name": settings.name,
        "og:title": page.title,
        "og:description": page.description,
        "og:url": canonical,
        "og:locale": _LOCALE[page.lang],
        "og:locale:alternate": _LOCALE[_other(page.lang)],
    }
    return [f'<meta property="{k}" content="{escape(v)}">' for k, v in properties.items()]


def _breadcrumbs(page: Page, settings: SiteSettings) -> dict[str, object]:
    items: Sequence[dict[str, object]] = [
        {
            "@type": "ListItem",
            "position": position,
            "name": crumb.title,
            "item": settings.absolute(crumb.address or page.address),
        }
        for position, crumb in enumerate(page.crumbs, 1)
    ]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": list(items),
    }


def _faq(page: Page) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": HREFLANG[page.lang],
        "mainEntity": [
            {
                "@type": "Question",
                "name": question.question,
                "acceptedAnswer": {"@type": "Answer", "text": question.answer_html},
            }
            for question in page.questions
        ],
    }


def _json_ld(data: dict[str, object]) -> str:
    # "</" would end the script element early and "<!--" could keep it open, whatever the JSON says.
    safe = to_json(data).decode().replace("</", "<\\/").replace("<!", "\\u003c!")
    return f'<script type="application/ld+json">{safe}</script>'
