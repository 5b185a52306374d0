"""The value of a rule's check, where it has one, and what it measures."""

import datetime as dt
import re
from functools import lru_cache

from zhiquan.entries.limit import Version
from zhiquan.entries.text import Text
from zhiquan.knowledge.evaluate import check_value
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.source.message import Language

_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]")
_MOSTLY = 0.75


def value_of(version: Version | None, on: dt.date, kb: KnowledgeBase, lang: Language) -> str | None:
    """The value in words, e.g. `08:00–22:00`; None for a rule without a number or a time.

    A bare "must" or "must not" is no value: the rule itself says it better.
    """
    check = version.check if version else None
    if check is None or check.must or check.must_not:
        return None
    return check_value(check, kb, lang, on)


def measured_by(version: Version, title: Text, kb: KnowledgeBase, lang: Language) -> str | None:
    """What the value of a check measures, e.g. 年化综合成本.

    None where that has no name, or where the title of the rule holds most of the name's words
    (characters, in Chinese) and says it already.
    """
    fact = kb.facts.get(version.check.fact) if version.check else None
    name = fact.name.get(lang) if fact else None
    if not name:
        return None
    words, said = _words(name), _words(title.get(lang) or "")
    return None if len(words & said) >= _MOSTLY * len(words) else name


@lru_cache(maxsize=1000)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
