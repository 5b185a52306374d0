"""The facts of a worked example in words."""

import datetime as dt
from decimal import Decimal

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.values import DATE, Given, GivenError
from zhiquan.pages.strings import Strings


class FactWords:
    """Names facts and prints their values for readers of one language."""

    def __init__(self, kb: KnowledgeBase, strings: Strings) -> None:
        self._kb = kb
        self._strings = strings
        self._known: dict[tuple[str, str], str] = {}

    def name(self, fact: str) -> str:
        """The name of a fact; the id where none is declared."""
        declared = self._kb.facts.get(fact)
        if declared:
            return declared.name.shown(self._strings.lang)[0]
        return self._strings("fact.date") if fact == DATE else fact

    def value(self, fact: str, given: str) -> str:
        """A value by the type of its fact: `2026年3月1日`, `3次/天`, `是`; or as it is given."""
        key = (fact, given)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._read(fact, given)
        return found

    def _read(self, fact: str, given: str) -> str:
        try:
            value = Given({fact: given}, self._kb.facts).read(fact)
        except GivenError:
            return given
        if isinstance(value, bool):
            return self._strings("fact.true" if value else "fact.false")
        if isinstance(value, dt.date):
            return self._strings.date(value)
        return self._with_unit(fact, value)

    def _with_unit(self, fact: str, value: Decimal | int | str) -> str:
        declared = self._kb.facts.get(fact)
        unit = declared.unit.get(self._strings.lang) if declared and declared.unit else None
        if not unit:
            return str(value)
        space = " " if self._strings.lang == "en" and not unit.startswith("%") else ""
        return f"{value}{space}{unit}"
