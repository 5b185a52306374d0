"""A report as an outline: the same for a terminal and for a comment in Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["text", "markdown", "json"]


@dataclass(frozen=True, slots=True)
class Item:
    """One line: what it is about, and what is said of it."""

    name: str
    """A ref, an address or a question's id."""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines under a title."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A title, a sentence or two, and sections; empty sections are not printed."""

    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]


def as_text(outline: Outline) -> str:
    """The outline for a terminal, names in a column."""
    return "\n".join(_text(outline)) + "\n"


def as_markdown(outline: Outline) -> str:
    """The outline as Markdown, names as code."""
    return "\n".join(_markdown(outline)) + "\n"


def _text(outline: Outline) -> Iterator[str]:
    yield outline.title
    yield from outline.lead
    for section in _filled(outline):
        width = max(len(item.name) for item in section.items)
        yield ""
        yield section.title
        for item in section.items:
            yield f"  {item.name:<{width}}  {item.words}".rstrip()


def _markdown(outline: Outline) -> Iterator[str]:
    yield f"## {outline.title}"
    yield ""
    yield from outline.lead
    for section in _filled(outline):
        yield ""
        yield f"### {section.title}"
        yield ""
        for item in section.items:
            yield f"- `{item.name}` {item.words}".rstrip()


def _filled(outline: Outline) -> Iterator[Section]:
    return (section for section in outline.sections if section.items)
