"""All pictures by name, each drawn once for its language."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from zhiquan.entries.entry import PictureName
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.pages.pictures import complaint_road, compliant_visit, contact_hours, price_lines
from zhiquan.pages.pictures.picture import Picture
from zhiquan.pages.pictures.studio import Studio
from zhiquan.pages.strings import Strings

DRAWN_BY: dict[PictureName, Callable[[Studio], Picture | None]] = {
    "price-lines": price_lines.draw,
    "contact-hours": contact_hours.draw,
    "complaint-road": complaint_road.draw,
    "compliant-visit": compliant_visit.draw,
}


class Gallery:
    """The pictures of one language.

    Args:
        kb: The entries they are drawn from.
        strings: The interface strings of the language.
    """

    def __init__(self, kb: KnowledgeBase, strings: Strings) -> None:
        self._studio = Studio(kb, strings)
        self._drawn: dict[PictureName, Picture | None] = {}
        self._finished: dict[PictureName, Markup] = {}

    def __call__(self, names: Iterable[PictureName]) -> Markup:
        """The pictures of these names, each once; one whose entries are missing is left out."""
        return Markup("\n").join(filter(None, map(self._figure, dict.fromkeys(names))))

    def picture(self, name: PictureName) -> Picture | None:
        """One picture; None where the entries it is drawn from are missing."""
        if name not in self._drawn:
            self._drawn[name] = DRAWN_BY[name](self._studio)
        return self._drawn[name]

    def _figure(self, name: PictureName) -> Markup:
        if name not in self._finished:
            picture = self.picture(name)
            figure = picture.figure(self._studio.strings) if picture else Markup("")
            self._finished[name] = figure
        return self._finished[name]
