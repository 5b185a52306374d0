"""The page for editors: how far the entries have come, and what waits for somebody."""

from collections.abc import Callable, Iterator, Sequence

from zhiquan.knowledge.status import HORIZONS, DueReview, Status, status
from zhiquan.knowledge.trust import BEST_FIRST
from zhiquan.pages.addresses import STATUS, alternate, status_address
from zhiquan.pages.page import Crumb, Page
from zhiquan.pages.press import Press, headings


class StatusPages:
    """Makes the page of one language."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def makers(self) -> Iterator[tuple[str, Callable[[], Page]]]:
        """Its address with what makes it."""
        yield status_address(self._press.lang), self._page

    def _page(self) -> Page:
        press, strings = self._press, self._press.edition.strings
        found, address = status(press.kb), status_address(press.lang)
        body = press.layout_one_deep.render(
            "status.html",
            status=found,
            levels=BEST_FIRST,
            horizons=HORIZONS,
            due=list(by_horizon(found)),
            total=_total(found),
        )
        return Page(
            address=address,
            lang=press.lang,
            section=STATUS,
            title=strings["coverage.title"],
            description=strings["coverage.lead"],
            body=body,
            contents=headings(body),
            alternate=alternate(address),
            crumbs=press.crumbs(Crumb(strings["coverage.title"], None)),
            is_listed=False,
        )


def by_horizon(found: Status) -> Iterator[tuple[range | None, Sequence[DueReview]]]:
    """The overdue reviews (None), then by days ahead those that no shorter horizon holds."""
    yield None, [one for one in found.due if one.overdue]
    earlier = -1
    for horizon in HORIZONS:
        days = range(earlier + 1, horizon + 1)
        yield days, [one for one in found.due if (one.due - found.today).days in days]
        earlier = horizon


def _total(found: Status) -> dict[str, list[int]]:
    """The sums of the columns of each table, in the order of the columns."""
    kinds = found.kinds
    checked = [[k.entries, *k.levels.values(), k.texts, *k.missing.values()] for k in kinds]
    work = [[k.overdue, *k.due.values(), k.under_review, k.waivers, len(k.unlinked)] for k in kinds]
    columns = {"checked": checked, "work": work}
    return {
        name: [sum(column) for column in zip(*rows, strict=True)] for name, rows in columns.items()
    }
