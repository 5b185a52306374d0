"""The index of each kind, in groups, cut into numbered pages where it is long."""

from collections.abc import Callable, Iterator
from functools import partial

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.scalars import Kind
from zhiquan.pages.addresses import alternate, index_address, numbered
from zhiquan.pages.grouping import ENTRIES_A_PAGE, GROUPINGS, Group, groups_of, parts_of
from zhiquan.pages.page import Crumb, Page
from zhiquan.pages.press import Press, headings

Parts = tuple[tuple[Group, ...], ...]
"""The groups that stand on each page of an index."""


class IndexPages:
    """Makes the index pages of one language."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def makers(self) -> Iterator[tuple[str, Callable[[], Page]]]:
        """Every address with what makes its page."""
        for kind in KINDS:
            parts = parts_of(groups_of(kind, self._press.kb, self._press.lang), ENTRIES_A_PAGE)
            for part in range(1, len(parts) + 1):
                address = index_address(kind, self._press.lang, part)
                yield address, partial(self._index, kind, part, parts)

    def _index(self, kind: Kind, part: int, parts: Parts) -> Page:
        press, strings = self._press, self._press.edition.strings
        title, address = press.part(strings[f"index.{kind}"], part), self._address(kind, part)
        names = [f"{numbered('index', number)}.html" for number in range(1, len(parts) + 1)]
        body = press.render(
            "index.html",
            kind=kind,
            title=title,
            part=part,
            parts=names,
            groups=parts[part - 1],
            starts=_starts(parts, names),
            names=GROUPINGS[kind].strings if kind in GROUPINGS else None,
        )
        return Page(
            address=address,
            lang=press.lang,
            section=kind,
            title=title,
            description=strings[f"index-lead.{kind}"],
            body=body,
            contents=headings(body),
            alternate=alternate(address),
            crumbs=press.crumbs(Crumb(title, None)),
        )

    def _address(self, kind: Kind, part: int) -> str:
        return index_address(kind, self._press.lang, part)


def _starts(parts: Parts, names: list[str]) -> dict[str, str]:
    """By name of a group, in order: the file name of the first page that shows it."""
    found: dict[str, str] = {}
    for groups, name in zip(parts, names, strict=True):
        for group in groups:
            found.setdefault(group.name, name)
    return found
