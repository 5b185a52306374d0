"""How much a change weighs, and so which review it needs."""

from collections.abc import Iterable, Mapping
from typing import Literal

from zhiquan.knowledge.changes.compare import Steps
from zhiquan.source.message import Message, message

Risk = Literal["wording", "contact", "rule", "company"]

ORDER: tuple[Risk, ...] = ("wording", "contact", "rule", "company")
"""From what one reader can settle to what may harm a named company."""

NAMES: Mapping[Risk, Message] = {
    "wording": message("wording"),
    "contact": message("contact data"),
    "rule": message("rule or number"),
    "company": message("new claim about a company"),
}

REVIEWS: Mapping[Risk, Message] = {
    "wording": message("one other editor reads it"),
    "contact": message("a second editor dials the number or opens the address"),
    "rule": message("a lawyer reads it against the source"),
    "company": message("a lawyer and the responsible editor read it, with the dated source"),
}
"""Which review a change needs."""

_CONTACT = frozenset({".phones", ".contacts", ".url", ".online", ".address", ".hours"})
_RULE = frozenset(
    {".versions", ".gaps", ".examples", ".consequence", ".check", ".binds", ".protects"}
    | {".strength", ".verdict", ".limits", ".timers", ".sources", ".verified", ".law", ".article"}
    | {".points", ".known_until", ".promulgated", ".effective", ".repealed", ".replaced_by"}
    | {".amendments", ".type", ".recommended_only", ".official", ".handles", ".not_handles"}
    | {".allowed", ".not_allowed", ".rests_on", ".unverified", ".number", ".issuer", ".cost"}
)
_COMPANY: Mapping[str, frozenset[str]] = {
    "lenders": frozenset({".record", ".claims", ".facts", ".about", ".regulator", ".former_names"}),
    "practices": frozenset({".cases"}),
}
_WHOLE: Mapping[str, Risk] = {
    "laws": "rule",
    "limits": "rule",
    "practices": "rule",
    "lenders": "company",
    "channels": "contact",
    "facts": "rule",
    "tables": "rule",
}


def risk_of(kind: str, steps: Steps) -> Risk:
    """What a change of a field weighs; of a whole entry, where there are no steps."""
    if not steps:
        return _WHOLE.get(kind, "wording")
    names = set(steps)
    if steps[0] in _COMPANY.get(kind, frozenset()):
        return "company"
    if names & _CONTACT:
        return "contact"
    return "rule" if names & _RULE or kind in {"facts", "tables"} else "wording"


def highest(risks: Iterable[Risk]) -> Risk:
    """The risk that decides; `wording` where there is none."""
    return max(risks, key=ORDER.index, default="wording")
