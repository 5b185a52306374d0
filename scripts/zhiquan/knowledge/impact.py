"""The impact of a law: every claim that rests on it, and by which way."""

from dataclasses import dataclass, field

from zhiquan.knowledge.articles import meet
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.resting import Cited, Resting


@dataclass(frozen=True, slots=True)
class Impact:
    """One claim that rests on a law, itself or through others."""

    claim: str
    """Ref of an entry, or of a question written in it (see `knowledge.resting`)."""
    articles: tuple[str, ...]
    """The articles it cites itself, as written; empty text where a source names none."""
    through: tuple[str, ...]
    """The claims that it rests on and that rest on the law; empty where it cites the law itself."""


@dataclass
class _Found:
    articles: dict[str, None] = field(default_factory=dict)
    through: dict[str, None] = field(default_factory=dict)


def impact(
    kb: KnowledgeBase, resting: Resting, law: str, article: str | None = None
) -> tuple[Impact, ...]:
    """Everything that rests on a law, or on one of its articles.

    Args:
        kb: The entries.
        resting: What rests on what among them.
        law: Id of the law.
        article: As a source writes it, e.g. "50" or "56-58". A source that names no article is
            counted: nobody knows which one it means.

    Returns:
        The claims in the order of kinds and ids; the page of the law itself is not one of them.
    """
    found: dict[str, _Found] = {}
    for cited in resting.on_law.get(law, ()):
        if article is None or _may_mean(cited, article):
            found.setdefault(cited.claim, _Found()).articles[cited.source.article or ""] = None
    waiting = list(found)
    while waiting:
        claim = waiting.pop()
        for above in resting.on_entry.get(claim, ()):
            if above not in found:
                waiting.append(above)
            found.setdefault(above, _Found()).through[claim] = None
    order = {ref: place for place, (ref, _) in enumerate(kb.entries())}
    claims = sorted(found, key=lambda claim: (order[claim.partition("#")[0]], claim))
    return tuple(
        Impact(claim, tuple(found[claim].articles), tuple(sorted(found[claim].through)))
        for claim in claims
    )


def _may_mean(cited: Cited, article: str) -> bool:
    written = cited.source.article
    return not written or meet(written, article)
