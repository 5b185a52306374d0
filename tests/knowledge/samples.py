"""Small real entries, and a knowledge base around them."""

import datetime as dt
from pathlib import Path
from typing import Any

from zhiquan.entries.limit import Limit
from zhiquan.entries.rule import Check, Fact, Table
from zhiquan.knowledge.knowledge_base import KnowledgeBase

TODAY = dt.date(2026, 11, 23)
Tree = dict[str, Any]

TEXT = {"zh": "催收规则", "en": "A rule"}
VERIFIED = {"level": "primary-text", "on": "2026-11-23", "copy_read": "public mirror"}
SOURCE = {"law": "civil-code", "article": "1033", "verified": VERIFIED}
REVIEW = {"on": "2026-11-23", "by": "editors"}
FACT_TYPES = {
    "contact-time": "time",
    "debtor-consented": "flag",
    "calls-per-day": "count",
    "visitors": "count",
    "apr": "rate",
    "charge": "money",
    "fine": "money",
    "answer-days": "days",
    "showed-identification": "flag",
    "contract-date": "date",
}
UNITS = {
    "calls-per-day": {"zh": "次/天", "en": "calls a day"},
    "visitors": {"zh": "人", "en": "people"},
    "apr": {"zh": "%/年", "en": "% a year"},
    "charge": {"zh": "元", "en": "yuan"},
    "fine": {"zh": "元", "en": "RMB"},
}
LPR = (("2021-12-20", "3.80"), ("2022-01-20", "3.70"), ("2025-05-20", "3.00"))
"""Three real publications of the one-year LPR, with years left out between the last two."""


def fact(name: str) -> Fact:
    """A declared fact."""
    tree = {"type": FACT_TYPES[name], "unit": UNITS.get(name), "name": TEXT, "question": TEXT}
    return Fact.model_validate(tree)


def lpr() -> Table:
    """The table of LPR, known until 20 October 2026."""
    points = [{"on": on, "value": value} for on, value in LPR]
    names = {"zh": "一年期LPR（贷款市场报价利率）", "en": "One-year LPR (loan prime rate)"}
    tree = {"title": names, "unit": TEXT, "points": points, "source": TEXT}
    return Table.model_validate({**tree, "known_until": "2026-10-20"})


def version(start: str, end: str | None = None, check: Tree | None = None) -> Tree:
    """A version of a limit as it stands in a file."""
    return {"from": start, "to": end, "rule": TEXT, "sources": [SOURCE], "check": check}


def limit(*versions: Tree, **fields: Any) -> Limit:
    """A limit with these versions."""
    shared = {"title": TEXT, "review": REVIEW, "subject": "visits", "binds": ["collector"]}
    return Limit.model_validate({**shared, "versions": versions, **fields})


def check(**fields: Any) -> Check:
    """A check as it stands in a file."""
    return Check.model_validate(fields)


def knowledge(**entries: Any) -> KnowledgeBase:
    """A knowledge base of every fact, the table and these entries, as of 23 November 2026."""
    facts = {name: fact(name) for name in sorted(FACT_TYPES)}
    return KnowledgeBase(today=TODAY, facts=facts, tables={"lpr-1y": lpr()}, **entries)


def write(root: Path, **files: str) -> None:
    """Write files under docs/entries; `limits__contact_hours` is limits/contact-hours.yaml."""
    for name, text in files.items():
        path = root / "docs" / "entries" / f"{name.replace('__', '/').replace('_', '-')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
