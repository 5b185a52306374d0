"""What an entry of any kind prints: its name, dates, notices, pictures, sources, questions."""

from collections.abc import Iterator
from typing import Any

from zhiquan.outputs.book.nodes import Node
from zhiquan.outputs.book.pictures import told as picture_told
from zhiquan.outputs.book.telling import Data, Telling
from zhiquan.pages.addresses import alternate, entry_address
from zhiquan.pages.model import EntryModel
from zhiquan.pages.pictures.gallery import Gallery
from zhiquan.pages.press import Press
from zhiquan.pages.review_label import ReviewLabel


class EntryFrame:
    """Tells of entries in one language what does not depend on their kind."""

    def __init__(self, press: Press, telling: Telling) -> None:
        self._press = press
        self._telling = telling
        self._gallery = Gallery(press.kb, press.edition.strings)
        self._label = ReviewLabel(press.edition)

    def of(self, model: EntryModel[Any]) -> Data:
        """The fields that stand beside those of the entry's kind."""
        telling, edition = self._telling, self._press.edition
        return {
            "ref": model.ref,
            "name": edition.plain(model.entry.title),
            "page": entry_address(model.ref, edition.lang),
            "reviewed": telling.strings.date(model.entry.review.on),
            "due": telling.strings.date(model.review_due),
            "overdue": model.overdue,
            "notices": list(self._notices(model)),
            "pictures": [
                picture_told(picture, telling.strings)
                for name in dict.fromkeys(model.entry.pictures)
                if (picture := self._gallery.picture(name))
            ],
            "sources": [telling.source(source) for source in model.sources.listed],
            "see": telling.refs(model.see),
            "topics": telling.refs(model.topics),
            "questions": [
                {
                    "q": one.question,
                    "a": telling.nodes.markdown(one.answer, one.lang),
                    "generated": one.generated,
                }
                for one in self._press.catalogue.of(model.ref)
            ],
        }

    def _notices(self, model: EntryModel[Any]) -> Iterator[Node]:
        """What is not settled of an entry, in the words of its page."""
        lang, markdown = self._press.lang, self._telling.nodes.markdown
        if model.under_review:
            yield markdown(self._label.markdown(model.under_review, "page"), lang)
        if day := model.behind.get(lang):
            yield [markdown(self._label.behind_said(day), lang), " ", self._other(model.ref)]

    def _other(self, ref: str) -> Node:
        """A link to the page of an entry in the other language, where the newer text stands."""
        address = alternate(entry_address(ref, self._press.lang))
        name = {"t": "lang", "lang": address[:2], "c": self._telling.strings["site.other_language"]}
        return {"t": "site", "to": address, "c": name}
