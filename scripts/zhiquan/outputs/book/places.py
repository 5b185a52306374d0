"""Where the entries of a book begin, and what runs along the head of each page.

A book is laid out twice: the first time Typst says where everything begins, the second time it
prints the numbers. Asking for each number while the book is laid out takes several times as long.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Place = tuple[int, float]
"""A page, counted from 1, and the distance from its top in points."""

_CHAPTERS = ("topics/", "chapters/")


def read_places(found: str) -> dict[str, Place]:
    """Places by ref or name of a chapter, in the order of the book, as Typst answers."""
    (value,) = json.loads(found)
    return {name: (page, y) for name, page, y in value}


def running_heads(
    places: Mapping[str, Place], entries: Mapping[str, Any], chapters: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """By page: the chapter and the entry at its top.

    Args:
        places: where everything begins, in the order of the book.
        entries: the entries by ref, for their names.
        chapters: titles of chapters by their names.
    """
    if not places:
        return {}
    heads: dict[str, tuple[str, str]] = {}
    begins = list(_beginnings(places, entries, chapters))
    last = begins[-1][0]
    at, now = 0, ("", "")
    for page in range(1, last + 1):
        is_first = True
        while at < len(begins) and begins[at][0] == page:
            # The entry that begins first on a page names it, even if another one ends above.
            _, chapter, entry = begins[at]
            if is_first or entry == "":
                now = (chapter, entry)
            heads.setdefault(str(page), now)
            is_first, at = False, at + 1
        heads.setdefault(str(page), now)
        if at:
            now = begins[at - 1][1:]
    return heads


def _beginnings(
    places: Mapping[str, Place], entries: Mapping[str, Any], chapters: Mapping[str, str]
) -> Iterator[tuple[int, str, str]]:
    """Page, chapter and entry of each beginning; a chapter itself has no entry."""
    chapter = ""
    for name, (page, _) in places.items():
        if name.startswith(_CHAPTERS):
            chapter = chapters.get(name) or entries[name]["name"]
            yield page, chapter, ""
        else:
            yield page, chapter, entries[name]["name"]
