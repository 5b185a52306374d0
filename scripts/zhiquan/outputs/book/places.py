"""Where the entries of a book begin, and what runs along the head of each page.

A book is laid out twice: the first time Typst says where everything begins, the second time it
prints the numbers. Asking for each number while the book is laid out takes several times as long.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Place = tuple[int, float]
"""A page, counted from 1, and the distance from its top in points."""

END = "end"
"""Stands in the places for the last page of all."""

TOP = 80.0
"""What begins at most so many points from the edge begins at the top of its page."""

_CHAPTERS = ("topics/", "chapters/")


@dataclass(frozen=True)
class _Beginning:
    page: int
    is_at_top: bool
    head: tuple[str, str]


def read_places(answer: str) -> dict[str, Place]:
    """Places by ref or name of a chapter, in the order of the book, as Typst answers."""
    return {name: (page, y) for found in json.loads(answer) for name, page, y in found}


def running_heads(
    places: Mapping[str, Place], names: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """By page: the chapter and the entry that stand at its top; pages before the first have none.

    Args:
        places: where everything begins, in the order of the book.
        names: what is printed, by ref of an entry or name of a chapter.
    """
    heads: dict[str, tuple[str, str]] = {}
    begun: dict[int, list[_Beginning]] = {
        page: list(some)
        for page, some in groupby(_beginnings(places, names), key=lambda one: one.page)
    }
    now = None
    for page in range(1, places.get(END, (0, 0.0))[0] + 1):
        here = begun.get(page, [])
        top = here[0].head if here and here[0].is_at_top else now
        if top:
            heads[str(page)] = top
        now = here[-1].head if here else now
    return heads


def _beginnings(places: Mapping[str, Place], names: Mapping[str, str]) -> Iterator[_Beginning]:
    """Each with chapter and entry; a chapter itself has no entry."""
    chapter = ""
    for name, (page, y) in places.items():
        if name != END:
            is_chapter = name.startswith(_CHAPTERS)
            chapter = names[name] if is_chapter else chapter
            yield _Beginning(page, y <= TOP, (chapter, "" if is_chapter else names[name]))


def names_of(data: Mapping[str, Any]) -> dict[str, str]:
    """What is printed of a volume: names of entries by ref, titles of chapters by their names."""
    names = {ref: entry["name"] for ref, entry in data["entries"].items()}
    names |= {f"chapters/{one['kind']}": one["title"] for one in data["chapters"]}
    return names | {
        f"chapters/{part}": data["words"][f"book.{part}"] for part in ("guide", "contents", "index")
    }
