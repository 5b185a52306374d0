"""How a source is named in one language: the instrument and its article, or who reported."""

import re

from zhiquan.entries.provenance import Report, Source
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.pages.strings import Strings

_RANGE = re.compile(r"(\d+)[-–](\d+)")
_MARKS = re.compile(r"([\\*_\[\]<&])")


class Citations:
    """Names sources as Markdown, each one once: the same articles are cited again and again."""

    def __init__(self, kb: KnowledgeBase, strings: Strings) -> None:
        self._kb = kb
        self._strings = strings
        self._known: dict[tuple[object, ...], str] = {}

    def __call__(self, source: Source) -> str:
        """E.g. `[[laws/civil-code|民法典]]第1033条`, or a paper with the date of its report."""
        if source.report:
            return self._report(source.report)
        key = (source.law, source.article, source.unit, source.article_unread)
        if key not in self._known:
            self._known[key] = self._law(source)
        return self._known[key]

    def article(self, source: Source) -> str:
        """The article alone: `第675条、第676条`, `Articles 675 and 676`; empty where none is."""
        if source.article_unread:
            return self._strings("cite.unread")
        if not source.article:
            return ""
        parts = [part.strip() for part in source.article.split(",")]
        numbers = [self._number(part) for part in parts]
        many = "many" if len(parts) > 1 or self._is_range(parts[0]) else "one"
        if self._strings.lang == "zh":
            one = [self._strings("cite.zh-unit." + source.unit, n=number) for number in numbers]
            return "、".join(one)
        listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
        return self._strings(f"cite.unit.{source.unit}.{many}", n=listed)

    def _number(self, part: str) -> str:
        """One number or range; `293-1` is an article of its own, not a range."""
        match = _RANGE.fullmatch(part)
        if not match:
            return part
        form = "cite.range" if self._is_range(part) else "cite.inserted"
        return self._strings(form, first=match[1], last=match[2])

    @staticmethod
    def _is_range(part: str) -> bool:
        match = _RANGE.fullmatch(part)
        return bool(match) and int(match[1]) < int(match[2]) if match else False

    def _law(self, source: Source) -> str:
        law = self._kb.laws.get(source.law or "")
        short = law.short.shown(self._strings.lang)[0] if law else (source.law or "")
        linked = f"[[laws/{source.law}|{short}]]" if law else short
        article = self.article(source)
        form = "cite.law" if article else "cite.law-alone"
        return self._strings(form, law=linked, article=article)

    def _report(self, report: Report) -> str:
        name = verbatim(report.publisher)
        title = self._strings("cite.title", title=verbatim(report.title)) if report.title else ""
        date = self._strings.date(report.date) if report.date else ""
        form = "cite.report-dated" if date else "cite.report"
        return self._strings(form, name=name, title=title, date=date).strip()


def verbatim(text: str) -> str:
    """Text from outside as Markdown that shows it letter by letter."""
    return _MARKS.sub(r"\\\1", text)
