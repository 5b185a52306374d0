"""Where the entries of a book begin, and what runs along the head of each page.

Page numbers are data too: a book is laid out, the places of its entries are read from the PDF, and
it is laid out once more with these printed. Typst could ask for each place while it lays out, but
then lays every page that asks out up to five times. A number always takes the room of the longest
one, so printing it moves nothing, and the second layout is the last.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from zhiquan.source.saving import save

Place = tuple[int, float]
"""A page, counted from 1, and the distance from its top in points."""

TOP: Final = 70.0
"""What begins at most so many points from the edge begins at the top of its page."""

_CHAPTERS: Final = ("topics/", "chapters/")
_PARTS: Final = ("guide", "contents", "index")

_SIZE_OF_A_PAGE: Final = {
    "zh": {"book": 3_000, "handbook": 4_600},
    "en": {"book": 4_200, "handbook": 5_900},
}
"""Characters of data for each page, measured on the entries of this project and rounded down; a
handbook does not print every question."""

_FRONT: Final = 10
"""Pages that no entry fills, at most: cover, marks, contents."""


@dataclass(frozen=True)
class _Beginning:
    page: int
    is_at_top: bool
    head: tuple[str, str]


def digits(data: Mapping[str, Any]) -> int:
    """How many digits a page number of a volume has room for.

    It is known before anything is laid out and does not depend on earlier layouts, so that the
    same volume always becomes the same PDF.
    """
    size = sum(len(json.dumps(one, ensure_ascii=False)) for one in data["entries"].values())
    a_page = _SIZE_OF_A_PAGE[data["lang"]].get(data["form"], size)
    return len(str(_FRONT + size // a_page))


def running_heads(
    places: Mapping[str, Place], names: Mapping[str, str]
) -> list[tuple[str, str] | None]:
    """For each page: the chapter and the entry that stand at its top.

    Pages before the first chapter and those on which a chapter begins have none; after the last
    page with a beginning, the last one holds.

    Args:
        places: where everything begins.
        names: what is printed, by ref of an entry or name of a chapter.
    """
    begun = {
        page: list(some)
        for page, some in groupby(_beginnings(places, names), key=lambda one: one.page)
    }
    heads: list[tuple[str, str] | None] = []
    now = None
    for page in range(1, max(begun, default=0) + 2):
        here = begun.get(page, [])
        opens = any(not one.head[1] for one in here)
        top = here[0].head if here and here[0].is_at_top else now
        heads.append(None if opens else top)
        now = here[-1].head if here else now
    return heads


def _beginnings(places: Mapping[str, Place], names: Mapping[str, str]) -> Iterator[_Beginning]:
    """In the order of the book, each with chapter and entry; a chapter itself has no entry."""
    chapter = ""
    for name, (page, y) in sorted(places.items(), key=lambda item: item[1]):
        is_chapter = name.startswith(_CHAPTERS)
        chapter = names[name] if is_chapter else chapter
        yield _Beginning(page, y <= TOP, (chapter, "" if is_chapter else names[name]))


def names_of(data: Mapping[str, Any]) -> dict[str, str]:
    """What is printed of a volume: names of entries by ref, titles of chapters by their names."""
    names = {ref: entry["name"] for ref, entry in data["entries"].items()}
    names |= {f"chapters/{one['kind']}": one["title"] for one in data["chapters"]}
    return names | {f"chapters/{part}": data["words"][f"book.{part}"] for part in _PARTS}


def read_places(path: Path) -> dict[str, Place]:
    """The places that are kept in a file; none where there is no file."""
    if not path.is_file():
        return {}
    return {name: (page, y) for name, (page, y) in json.loads(path.read_bytes()).items()}


def write_places(path: Path, found: Mapping[str, Place]) -> None:
    """Keeps places in a file."""
    save(path, json.dumps(found).encode())
