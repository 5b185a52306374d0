"""Synonyms: what people say, and the word that entries use for it.

They are built from the terms of the glossary (`also`, `colloquial`, `misspellings`) and from
`templates/search/same.yaml`; both are reviewed texts, and nothing else adds one.
"""

from collections import defaultdict
from collections.abc import Iterator

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.tokens import tokens
from zhiquan.outputs.search.words import SearchWords
from zhiquan.source.message import Language

Groups = tuple[tuple[str, ...], ...]

_MOST = 8
"""Words of a query that one typed word is widened to, at most."""


def groups(kb: KnowledgeBase, words: SearchWords, lang: Language) -> Groups:
    """Groups of equal words as they were written; the first is the word that entries use."""
    return (*_from_terms(kb, lang), *words.same[lang])


def _from_terms(kb: KnowledgeBase, lang: Language) -> Iterator[tuple[str, ...]]:
    for term in kb.terms.values():
        title = term.title.get(lang)
        others = (*term.also.get(lang), *term.colloquial.get(lang), *term.misspellings.get(lang))
        if title and others:
            yield (title, *others)


def keyed(found: Groups, folding: Folding) -> dict[str, list[tuple[str, str]]]:
    """By key (`^` and the first token of a word): the word and the one that entries use.

    The key lies in the shard of its token, which a query that holds the word loads anyway.
    """
    made: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for first, *others in found:
        target = folding.fold(first)
        for other in others:
            typed = folding.fold(other)
            start = tokens(typed)[:1]
            if start and typed != target and len(typed) > 1:
                made[f"^{start[0]}"][typed, target] = None
    return {key: list(pairs)[:_MOST] for key, pairs in sorted(made.items())}
