"""An Atom feed per language: rules that changed, and entries that were reviewed."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import escape

from zhiquan.entries.scalars import LANGUAGES, Language
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.outputs.head import HREFLANG
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.addresses import entry_address
from zhiquan.pages.publication import Publication

LENGTH = 50
"""Items in a feed; older ones are found on the pages."""

KINDS_TOLD = ("limits", "practices", "channels", "lenders", "laws", "topics")


@dataclass(frozen=True)
class Change:
    """One item of the feed."""

    on: dt.date
    ref: str
    what: str
    """`rule-changed` or `reviewed`: the key of its wording in the strings."""


def changes(kb: KnowledgeBase) -> list[Change]:
    """What changed, newest first; rules that begin in the future are not news yet."""
    rules = [
        Change(version.from_, f"limits/{key}", "rule-changed")
        for key, limit in kb.limits.items()
        for version in limit.versions
        if version.from_ <= kb.today
    ]
    reviews = [
        Change(entry.review.on, f"{kind}/{key}", "reviewed")
        for kind in KINDS_TOLD
        for key, entry in kb.of(kind).items()
    ]
    ordered = sorted(rules + reviews, key=lambda c: (c.what, c.ref))
    return sorted(ordered, key=lambda c: c.on, reverse=True)[:LENGTH]


def files(
    publication: Publication, settings: SiteSettings
) -> Iterator[tuple[str, Callable[[], str]]]:
    """The feed of each language."""
    news = changes(publication.kb)
    for lang in LANGUAGES:
        yield f"{lang}/feed.xml", partial(_feed, news, publication, lang, settings)


def _feed(
    news: list[Change], publication: Publication, lang: Language, settings: SiteSettings
) -> str:
    address = f"{settings.url}{lang}/feed.xml"
    updated = max((change.on for change in news), default=publication.kb.today)
    items = "".join(_item(change, publication, lang, settings) for change in news)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{HREFLANG[lang]}">\n'
        f"<title>{escape(settings.name)}</title>\n"
        f"<id>{address}</id>\n"
        f'<link rel="self" href="{address}"/>\n'
        f'<link href="{settings.url}{lang}/"/>\n'
        f"<updated>{_stamp(updated)}</updated>\n"
        f"<author><name>{escape(settings.name)}</name></author>\n"
        f"{items}</feed>\n"
    )


def _item(change: Change, publication: Publication, lang: Language, settings: SiteSettings) -> str:
    entry = publication.kb.find(change.ref)
    if entry is None:
        return ""
    url = settings.url + entry_address(change.ref, lang)
    title, _ = entry.title.shown(lang)
    summary = entry.summary.shown(lang)[0] if entry.summary else title
    wording = publication.strings(lang)(f"feed.{change.what}")
    return (
        f"<entry><title>{escape(f'{wording}{title}')}</title>"
        f"<id>{url}#{change.what}-{change.on}</id>"
        f'<link href="{url}"/><updated>{_stamp(change.on)}</updated>'
        f"<summary>{escape(summary)}</summary></entry>\n"
    )


def _stamp(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
