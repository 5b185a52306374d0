"""Which pages stand in the book, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass

from zhiquan.entries.scalars import Kind
from zhiquan.pages.addresses import entry_address, index_address
from zhiquan.pages.grouping import reading_order, topics_of
from zhiquan.pages.publication import Publication
from zhiquan.pages.relations import Relations
from zhiquan.source.message import Language

_IN_TOPICS = ("practices", "limits")
_KINDS: tuple[Kind, ...] = ("practices", "limits", "channels", "lenders", "laws", "terms")


@dataclass(frozen=True)
class Chapter:
    """A chapter by the addresses of its pages."""

    opening: str
    """The page that the table of contents leads to."""
    members: tuple[str, ...]
    """The pages below it."""


def chapters(publication: Publication, lang: Language) -> tuple[Chapter, ...]:
    """Every entry of a language once.

    First the reader's situations, the urgent one before the others, each with the practices and
    limits that no earlier one holds; then each kind with its index and what is left of it.
    """
    taken: set[str] = set()
    relations = Relations(publication.kb)
    found = [_situation(relations, ref, lang, taken) for ref in _topics(publication)]
    left: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for ref in reading_order(publication.kb, lang):
        if ref not in taken and not ref.startswith("topics/"):
            left[ref.partition("/")[0]].append(entry_address(ref, lang))
    for kind, members in left.items():
        opening, *further = _indexes(publication, kind, lang)
        found.append(Chapter(opening, (*further, *members)))
    return tuple(found)


def _topics(publication: Publication) -> Iterator[str]:
    urgent = publication.urgent()
    if urgent:
        yield f"topics/{urgent}"
    yield from (ref for ref in topics_of(publication.kb) if ref != f"topics/{urgent}")


def _situation(relations: Relations, ref: str, lang: Language, taken: set[str]) -> Chapter:
    own = [one for one in relations.about(ref) if one.startswith(_IN_TOPICS) and one not in taken]
    taken.update(own)
    members = tuple(entry_address(one, lang) for one in own)
    return Chapter(entry_address(ref, lang), members)


def _indexes(publication: Publication, kind: str, lang: Language) -> Iterator[str]:
    """The index of a kind and its numbered pages."""
    known, part = set(publication.addresses()), 1
    while (address := index_address(kind, lang, part)) in known:
        yield address
        part += 1
