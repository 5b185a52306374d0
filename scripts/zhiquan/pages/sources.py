"""The sources of a page, numbered once: a claim points at them by number, the list names them."""

from collections.abc import Iterable

from zhiquan.entries.provenance import Source

Key = tuple[object, ...]


class NumberedSources:
    """The sources of one entry without repeats, in the order of its fields, numbered from 1."""

    def __init__(self, sources: Iterable[Source]) -> None:
        first: dict[Key, Source] = {}
        for source in sources:
            first.setdefault(_key(source), source)
        self.listed = tuple(first.values())
        self._numbers = {key: number for number, key in enumerate(first, start=1)}

    def numbers(self, sources: Iterable[Source]) -> list[int]:
        """The numbers of some of them, ascending.

        Raises:
            KeyError: A source is not of this entry.
        """
        return sorted({self._numbers[_key(source)] for source in sources})


def _key(source: Source) -> Key:
    """What makes two sources the same to a reader; the day and copy of the check do not."""
    report, note = source.report, source.note
    said = (report.publisher, report.title, report.date, report.url) if report else None
    return (
        source.law,
        source.article,
        source.unit,
        source.article_unread,
        said,
        source.verified.level,
        note and (note.zh, note.en),
    )
