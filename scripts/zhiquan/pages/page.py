"""A page as it leaves this room: an address, a body and what a frame around it needs."""

import datetime as dt
from dataclasses import dataclass

from zhiquan.pages.question import Question
from zhiquan.source.message import Language


@dataclass(frozen=True, slots=True)
class Heading:
    """A second-level heading of the body, for the table of contents."""

    anchor: str
    title: str
    """Plain text."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the home page to this page."""

    title: str
    address: str | None
    """Address from the site's root; None for the page itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One generated page in one language."""

    address: str
    """From the site's root, e.g. `zh/limits/contact-hours.html`."""
    lang: Language
    section: str
    """A kind of entry, `faq` or `status`: names the frame it is put into."""
    title: str
    """Plain text."""
    description: str
    """Plain text; one sentence for search results and link previews."""
    body: str
    """HTML of the main column, with its own `<h1>`."""
    contents: tuple[Heading, ...]
    """The second-level headings of the body, in order."""
    alternate: str
    """Address of the same page in the other language."""
    crumbs: tuple[Crumb, ...]
    """From the home page to this page, both included."""
    source_file: str | None = None
    """The entry's file, relative to the project root; None for a page made of many entries."""
    reviewed: dt.date | None = None
    questions: tuple[Question, ...] = ()
    """The questions on the page, in the order shown, that its head states as structured data."""
    is_listed: bool = True
    """False for a page that search engines are asked to leave out."""
    redirect: str | None = None
    """Address the reader is sent on to; the page of a removed entry has one."""
