"""Telling tokens: those that a query is looked up by, without the words that say nothing.

The client does the same. The index uses it only to know under which token a whole text lies.
"""

import re

from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.tokens import tokens
from zhiquan.outputs.search.words import SearchWords

_LAST_RESORT = 4
"""Tokens of a text that is nothing but stop words."""


class Telling:
    """Picks the tokens of folded texts."""

    def __init__(self, words: SearchWords, folding: Folding) -> None:
        taken = {folding.fold(word) for word in words.stop["zh"]}
        self.taken_out = sorted(taken, key=lambda word: (-len(word), word))
        """Chinese words taken out of a text wherever they stand, the longest first."""
        self.left_out = sorted(
            {token for word in words.stop["en"] for token in tokens(folding.fold(word))}
        )
        """Tokens of other stop words."""
        self._taken_out = re.compile("|".join(self.taken_out))
        self._left_out = frozenset(self.left_out)

    def __call__(self, folded: str) -> list[str]:
        """The telling tokens of a folded text; of one without any, its first tokens."""
        found = dict.fromkeys(tokens(self._taken_out.sub(" ", folded)))
        telling = [token for token in found if len(token) > 1 and token not in self._left_out]
        return telling or list(dict.fromkeys(tokens(folded)))[:_LAST_RESORT]
