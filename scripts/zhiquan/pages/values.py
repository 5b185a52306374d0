"""The value of a rule's check, where it has one."""

import datetime as dt

from zhiquan.entries.limit import Version
from zhiquan.entries.scalars import Language
from zhiquan.knowledge.evaluate import check_value
from zhiquan.knowledge.knowledge_base import KnowledgeBase


def value_of(version: Version | None, on: dt.date, kb: KnowledgeBase, lang: Language) -> str | None:
    """The value in words, e.g. `08:00–22:00`; None for a rule without a number or a time.

    A bare "must" or "must not" is no value: the rule itself says it better.
    """
    check = version.check if version else None
    if check is None or check.must or check.must_not:
        return None
    return check_value(check, kb, lang, on)
