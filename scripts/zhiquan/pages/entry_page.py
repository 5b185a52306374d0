"""The page of an entry of each kind, and what is left of removed ones."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.scalars import Kind
from zhiquan.pages.addresses import alternate, entry_address
from zhiquan.pages.model import EntryModel
from zhiquan.pages.page import Crumb, Page
from zhiquan.pages.press import Press, headings


class EntryPages:
    """Makes the pages of single entries in one language."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def makers(self) -> Iterator[tuple[str, Callable[[], Page]]]:
        """Every address with what makes its page."""
        press = self._press
        for ref in press.kb.tombstones:
            yield entry_address(ref, press.lang), partial(self._tombstone, ref)
        for kind in KINDS:
            for name in press.kb.of(kind):
                yield entry_address(f"{kind}/{name}", press.lang), partial(self._entry, kind, name)

    def _entry(self, kind: Kind, name: str) -> Page:
        press, model = self._press, self._press.models.of(f"{kind}/{name}")
        questions = press.catalogue.of(model.ref)
        body = press.layout.page(kind, model, questions)
        title, address = (
            press.edition.plain(model.entry.title),
            entry_address(model.ref, press.lang),
        )
        return Page(
            address=address,
            lang=press.lang,
            section=kind,
            title=title,
            description=self._description(model),
            body=body,
            contents=headings(body),
            alternate=alternate(address),
            crumbs=press.crumbs(press.section_crumb(kind), Crumb(title, None)),
            source_file=press.kb.files.get(model.ref),
            reviewed=model.entry.review.on,
            questions=questions,
        )

    def _description(self, model: EntryModel[Any]) -> str:
        return self._press.edition.plain(model.entry.summary or model.entry.title)

    def _tombstone(self, ref: str) -> Page:
        press, stone = self._press, self._press.kb.tombstones[ref]
        target = stone.removed.redirect
        body = press.render("tombstone.html", stone=stone, ref=target)
        title, address = press.edition.plain(stone.title), entry_address(ref, press.lang)
        return Page(
            address=address,
            lang=press.lang,
            section=ref.partition("/")[0],
            title=title,
            description=press.edition.plain(stone.removed.why),
            body=body,
            contents=(),
            alternate=alternate(address),
            crumbs=press.crumbs(Crumb(title, None)),
            source_file=press.kb.files.get(ref),
            redirect=entry_address(target, press.lang),
        )
