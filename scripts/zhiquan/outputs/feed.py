"""An Atom feed per language: rules that changed, and entries that were reviewed."""

import datetime as dt
from dataclasses import dataclass
from xml.sax.saxutils import escape

from zhiquan.entries.scalars import Kind
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.outputs.head import HREFLANG
from zhiquan.outputs.settings import SiteSettings
from zhiquan.pages.addresses import entry_address
from zhiquan.pages.publication import Publication
from zhiquan.source.message import Language

LENGTH = 50
"""Items in a feed; older ones are found on the pages."""

KINDS_TOLD: tuple[Kind, ...] = ("limits", "practices", "channels", "lenders", "laws", "topics")


@dataclass(frozen=True)
class Change:
    """One item of the feed."""

    on: dt.date
    ref: str
    what: str
    """`rule-changed` or `reviewed`: the key of its wording in the strings."""


def changes(kb: KnowledgeBase) -> list[Change]:
    """What changed up to today, newest first; what begins in the future is not news yet."""
    rules = [
        Change(version.from_, f"limits/{key}", "rule-changed")
        for key, limit in kb.limits.items()
        for version in limit.versions
    ]
    reviews = [
        Change(entry.review.on, f"{kind}/{key}", "reviewed")
        for kind in KINDS_TOLD
        for key, entry in kb.of(kind).items()
    ]
    news = sorted(
        (change for change in rules + reviews if change.on <= kb.today),
        key=lambda change: (-change.on.toordinal(), change.what, change.ref),
    )
    return news[:LENGTH]


def feed(publication: Publication, settings: SiteSettings, lang: Language) -> str:
    """The feed of one language."""
    news = changes(publication.kb)
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
    page = publication.page(entry_address(change.ref, lang))
    url = settings.url + page.address
    wording = publication.strings(lang)(f"feed.{change.what}")
    return (
        f"<entry><title>{escape(f'{wording}{page.title}')}</title>"
        f"<id>{url}#{change.what}-{change.on}</id>"
        f'<link href="{url}"/><updated>{_stamp(change.on)}</updated>'
        f"<summary>{escape(page.description)}</summary></entry>\n"
    )


def _stamp(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
