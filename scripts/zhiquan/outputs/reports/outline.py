"""A report as an outline: the same for a terminal and for a comment in Markdown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["text", "markdown", "json"]
"""How a report is printed: for a terminal, for a comment, or for programs."""

WIDEST = 40
"""Columns kept for names on a terminal; a longer one moves its own words only."""
MOST = 60
"""Lines of a comment in Markdown that somebody still reads."""


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


def as_markdown(outline: Outline, *, more: Callable[[int], str] | None = None) -> str:
    """The outline as Markdown, names as code.

    Args:
        outline: What is to be told.
        more: Makes the last line of a report that is cut after `MOST` lines, from the number of
            sections that were left out; None leaves it whole.
    """
    told, *sections = _markdown(outline)
    for number, lines in enumerate(sections):
        room = MOST - 2 - len(told)
        if more and len(lines) > room:
            # A first section that is too long by itself is cut; any other is left out whole.
            shown = lines[:room] if number == 0 else []
            told += [*shown, "", more(len(sections) - number)]
            break
        told += lines
    return "\n".join(told) + "\n"


def _text(outline: Outline) -> Iterator[str]:
    yield outline.title
    yield from outline.lead
    for section in _filled(outline):
        width = min(WIDEST, max(len(item.name) for item in section.items))
        yield ""
        yield section.title
        for item in section.items:
            yield f"  {item.name:<{width}}  {item.words}".rstrip()


def _markdown(outline: Outline) -> Iterator[list[str]]:
    """The lines of the beginning, then those of each section."""
    lead = [line for words in outline.lead for line in ("", words)]
    yield [f"## {outline.title}", *lead]
    for section in _filled(outline):
        yield ["", f"### {section.title}", "", *map(_bullet, section.items)]


def _bullet(item: Item) -> str:
    name = f"`{item.name}` " if item.name.isascii() or "[" in item.name else ""
    return f"- {name}{item.words}".rstrip()


def _filled(outline: Outline) -> Iterator[Section]:
    return (section for section in outline.sections if section.items)
