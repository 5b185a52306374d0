"""The head of a page: title, description, canonical and alternate links, structured data."""

from collections.abc import Sequence

from pydantic_core import to_json

from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.addresses import relative
from zhiquan.pages.markup import escaped
from zhiquan.pages.page import Page
from zhiquan.source.message import LANGUAGES, Language

HREFLANG: dict[Language, str] = {"zh": "zh-Hans", "en": "en"}
"""Language tags (BCP 47) as search engines know them."""

_LOCALE: dict[Language, str] = {"zh": "zh_CN", "en": "en_US"}


def head(page: Page, settings: SiteSettings) -> str:
    """The varying part of `<head>` as HTML."""
    addresses = {page.lang: page.address, _other(page.lang): page.alternate}
    urls = {lang: settings.absolute(address) for lang, address in addresses.items()}
    canonical = settings.absolute(page.redirect) if page.redirect else urls[page.lang]
    title, description, name = map(escaped, (page.title, page.description, settings.name))
    lines = [
        f"<title>{title} · {name}</title>",
        f'<meta name="description" content="{description}">',
        f'<link rel="canonical" href="{canonical}">',
        *alternates(urls),
        *_open_graph(name, title, description, canonical, page.lang),
        _json_ld(_breadcrumbs(page, urls[page.lang], settings)),
    ]
    if page.questions:
        lines.append(_json_ld(_faq(page)))
    if page.redirect:
        target = escaped(relative(page.address, page.redirect))
        lines.append(f'<meta http-equiv="refresh" content="0; url={target}">')
    if page.redirect or not page.is_listed:
        lines.append('<meta name="robots" content="noindex">')
    return "\n".join(lines)


def alternates(urls: dict[Language, str]) -> list[str]:
    """`hreflang` links to the same page in each language, and to the choice of language."""
    links = [
        f'<link rel="alternate" hreflang="{HREFLANG[lang]}" href="{urls[lang]}">'
        for lang in LANGUAGES
    ]
    return [*links, f'<link rel="alternate" hreflang="x-default" href="{urls["zh"]}">']


def _other(lang: Language) -> Language:
    return "en" if lang == "zh" else "zh"


def _open_graph(
    name: str, title: str, description: str, canonical: str, lang: Language
) -> tuple[str, ...]:
    """Properties of ogp.me; all texts are escaped already."""
    return (
        '<meta property="og:type" content="article">',
        f'<meta property="og:site_name" content="{name}">',
        f'<meta property="og:title" content="{title}">',
        f'<meta property="og:description" content="{description}">',
        f'<meta property="og:url" content="{canonical}">',
        f'<meta property="og:locale" content="{_LOCALE[lang]}">',
        f'<meta property="og:locale:alternate" content="{_LOCALE[_other(lang)]}">',
    )


def _breadcrumbs(page: Page, url: str, settings: SiteSettings) -> dict[str, object]:
    items: Sequence[dict[str, object]] = [
        {
            "@type": "ListItem",
            "position": position,
            "name": crumb.title,
            "item": settings.absolute(crumb.address) if crumb.address else url,
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
                # a plain string: a subclass such as Markup takes twice the time
                "acceptedAnswer": {"@type": "Answer", "text": str.__str__(question.answer_html)},
            }
            for question in page.questions
        ],
    }


def _json_ld(data: dict[str, object]) -> str:
    # "</" would end the script element early and "<!--" could keep it open, whatever the JSON says.
    safe = to_json(data).decode().replace("</", "<\\/").replace("<!", "\\u003c!")
    return f'<script type="application/ld+json">{safe}</script>'
