"""How a source is named in one language: the instrument and its article, or who reported."""

import re

from zhiquan.entries.provenance import Report, Source
from zhiquan.knowledge.articles import is_range
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.pages.strings import Strings

_PAIR = re.compile(r"(\d+)[-–](\d+)")
_TEN = "一二三四五六七八九十"
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
        """The article alone: `第675条、第676条`, `articles 675 and 676`; empty where none is."""
        if source.article_unread:
            return self._strings["cite.unread"]
        if not source.article:
            return ""
        parts = [part.strip() for part in source.article.split(",")]
        unit = f"cite.unit.{source.unit}"
        if self._strings.lang == "zh":
            return "、".join(self._chinese(unit, part) for part in parts)
        several = len(parts) > 1 or is_range(parts[0])
        numbers = [part.replace("-", "–") if is_range(part) else part for part in parts]
        listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
        return self._strings(f"{unit}.{'many' if several else 'one'}", n=listed)

    def _chinese(self, unit: str, part: str) -> str:
        """One number or range: 第56至58条; 293-1 is the inserted article 第293条之一."""
        match = _PAIR.fullmatch(part)
        if not match:
            return self._strings(f"{unit}.one", n=part)
        if is_range(part):
            return self._strings(f"{unit}.one", n=f"{match[1]}至{match[2]}")
        return self._strings(f"{unit}.one", n=match[1]) + "之" + _numeral(match[2])

    def _law(self, source: Source) -> str:
        law = self._kb.laws.get(source.law or "")
        short = law.short.shown(self._strings.lang)[0] if law else (source.law or "")
        linked = f"[[laws/{source.law}|{short}]]" if law else short
        article = self.article(source)
        form = "cite.law" if article else "cite.law-alone"
        return self._strings(form, law=linked, article=article)

    def _report(self, report: Report) -> str:
        name = verbatim(report.publisher)
        title = verbatim(report.title) if report.title else ""
        if report.url:
            title = f"[{title or name}](<{report.url}>)"
        title = self._strings("cite.title", title=title) if title else ""
        date = self._strings.date(report.date) if report.date else ""
        form = "cite.report-dated" if date else "cite.report"
        return self._strings(form, name=name, title=title, date=date).strip()


def _numeral(number: str) -> str:
    """Inserted articles are counted in Chinese characters, as in 第293条之一."""
    return _TEN[int(number) - 1] if 1 <= int(number) <= len(_TEN) else number


def verbatim(text: str) -> str:
    """Text from outside as Markdown that shows it letter by letter."""
    return _MARKS.sub(r"\\\1", text)
