"""Synonyms: what people say, and the word that entries use for it.

They are built from the terms of the glossary (`also`, `colloquial`, `misspellings`) and from
`templates/search/same.yaml`; both are reviewed texts, and nothing else adds one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.tokens import exact, is_han, tokens
from zhiquan.outputs.search.words import SearchWords
from zhiquan.source.message import Language

Groups = tuple[tuple[str, ...], ...]

_MOST = 8
"""Words of a query that one typed word is widened to, at most."""


def groups(kb: KnowledgeBase, words: SearchWords, lang: Language) -> Groups:
    """Groups of equal words as they were written; the first is the word that entries use."""
    return (*from_terms(kb, lang), *words.same[lang])


def from_terms(kb: KnowledgeBase, lang: Language) -> Iterator[tuple[str, ...]]:
    """A group per term of the glossary that has other names."""
    for term in kb.terms.values():
        title = term.title.get(lang)
        others = (*term.also.get(lang), *term.colloquial.get(lang), *term.misspellings.get(lang))
        if title and others:
            yield (title, *others)


def listed(found: Groups, folding: Folding) -> list[list[str]]:
    """The groups as the client compares them: what entries use, then what may be typed."""
    return [
        [folding.fold(first), *(typed(word, folding) for word in rest)] for first, *rest in found
    ]


def typed(word: str, folding: Folding) -> str:
    """A word as it is looked for in a query: Chinese anywhere, others as stems of whole words."""
    folded = folding.fold(word)
    return folded if any(map(is_han, folded)) else exact(folded)


def keyed(found: Iterable[tuple[str, ...]], folding: Folding) -> dict[str, list[tuple[str, str]]]:
    """By key (`^` and the first token of a word): the word and the one that entries use.

    The key lies in the shard of its token, which a query that holds the word loads anyway.
    """
    made: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for first, *others in found:
        target = folding.fold(first)
        for other in others:
            start = tokens(folding.fold(other))[:1]
            if start and folding.fold(other) != target and len(other) > 1:
                made[f"^{start[0]}"][typed(other, folding), target] = None
    return {key: list(pairs)[:_MOST] for key, pairs in sorted(made.items())}
