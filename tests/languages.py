"""Which language a reader is told that a passage of a page is in."""

import re
from html.parser import HTMLParser

_PASSAGE = {
    "en": re.compile("[\u3400-\u9fff]+"),
    "zh": re.compile(r"[A-Za-z][A-Za-z'’-]+(?:[ ,]+[A-Za-z][A-Za-z'’-]+){2,}"),
}
_SPOKEN = ("aria-label", "title", "alt", "placeholder")
_SILENT = {"script", "style", "title"}
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "path", "circle", "line", "rect"}


class _Told(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.unmarked: list[str] = []
        self._open = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        lang = own.get("lang") or self._open[-1][1]
        for name in _SPOKEN:
            self._look(own.get(name) or "", lang)
        if tag not in _VOID:
            self._open.append((tag, lang))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of SVG that holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open[-1][0] not in _SILENT:
            self._look(data, self._open[-1][1])

    def _look(self, text: str, lang: str) -> None:
        passage = _PASSAGE.get(lang[:2])
        if passage:
            self.unmarked += passage.findall(text)


def unmarked(html: str) -> list[str]:
    """Passages in the other language that nothing says are in it (WCAG 2.2, 3.1.2).

    Chinese characters in English; three words in Latin letters or more in Chinese.
    """
    told = _Told()
    told.feed(html)
    told.close()
    return told.unmarked
