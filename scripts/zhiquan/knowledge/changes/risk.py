"""How much a change weighs, and so which review it needs."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from zhiquan.knowledge.anatomy import LINK
from zhiquan.knowledge.changes.compare import Difference, Steps, is_text
from zhiquan.knowledge.figures_en import EN
from zhiquan.knowledge.figures_zh import ZH
from zhiquan.source.message import Language, Message, message

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


def weight(kind: str, difference: Difference) -> Risk:
    """What a difference weighs: a number in the midst of a text is a number too."""
    risk = risk_of(kind, difference.steps)
    if risk == "wording" and _figures(difference.old) != _figures(difference.new):
        return "rule"
    return risk


def _figures(tree: Any) -> frozenset[tuple[str, str]]:
    """Every number, date, article and printed value of the texts in a tree, with its language."""
    if is_text(tree):
        return frozenset((lang, key) for lang, text in tree.items() for key in _said(lang, text))
    parts = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return frozenset().union(*map(_figures, parts))


def _said(lang: Language, text: str) -> set[str]:
    """A one is left out: "a month" is as good as "one month"."""
    lexicon = ZH if lang == "zh" else EN
    figures = {*lexicon.figures(text).needed, *lexicon.spelt_out(text)} - {"N1"}
    return figures | {link[0] for link in LINK.finditer(text) if link[2]}


def highest(risks: Iterable[Risk]) -> Risk:
    """The risk that decides; `wording` where there is none."""
    return max(risks, key=ORDER.index, default="wording")
