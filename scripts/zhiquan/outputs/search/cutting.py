"""Cutting much text at once: the tokens of `tokens.py` as numbers, for whole arrays of lines.

Pairs of Han characters are read off the code points, without a step of Python per character; Latin
runs are looked up, each different one cut only once. tests/search holds it to `tokens.tokens`.
"""

import re
from array import array

import numpy as np
import numpy.typing as npt

from zhiquan.outputs.search.folding import HAN
from zhiquan.outputs.search.tokens import latin

Numbers = npt.NDArray[np.int64]

CODE_BITS = 31
"""Bits of a token's code: a pair of Han characters as 15 + 15, Latin ones counted from 2³⁰."""

_LATIN = 1 << 30
_CHARACTER = 15
_ZERO = 0x33FF
"""The character before those of `HAN`, but for 〇, which takes the number after the last."""
_LAST = 0x9FFF
_NOUGHT = 0x3007
_RUN = re.compile(rf"[a-z]+(?=[0-9]{{3}})|[a-z0-9]+(?:\.[0-9]+)*(?:%|(?<=[0-9])[{HAN}])?")


class Cutter:
    """Cuts folded text into token codes, and tells which token a code stands for."""

    def __init__(self) -> None:
        self._runs = _Runs()

    def cut(self, folded: str) -> tuple[Numbers, Numbers]:
        """The code of every token of a text of many lines, and the line of each, from 0."""
        han, han_lines = _han(folded)
        words, word_lines = self._latin(folded)
        return np.concatenate((han, words)), np.concatenate((han_lines, word_lines))

    def token(self, code: int) -> str:
        """The token of a code."""
        if code >= _LATIN:
            return self._runs.tokens[code - _LATIN]
        pair = code >> _CHARACTER, code & (1 << _CHARACTER) - 1
        units = (unit + _ZERO for unit in pair if unit)
        return "".join(chr(unit if unit <= _LAST else _NOUGHT) for unit in units)

    def words(self) -> dict[str, str]:
        """By Latin word as it was written: its token."""
        codes = self._runs.codes[0]
        return {
            run: self.token(codes[number]) for run, number in self._runs.items() if run.isalpha()
        }

    def _latin(self, folded: str) -> tuple[Numbers, Numbers]:
        found, counts = array("q"), []
        number = self._runs.__getitem__
        for line in folded.split("\n"):
            runs = _RUN.findall(line)
            counts.append(len(runs))
            found.extend(map(number, runs))
        runs_found = np.frombuffer(found, np.int64)
        lines = np.repeat(np.arange(len(counts)), counts)
        first, second = (np.frombuffer(codes, np.int64) for codes in self._runs.codes)
        more = second[runs_found]
        two = more > 0
        return np.concatenate((first[runs_found], more[two])), np.concatenate((lines, lines[two]))


class _Runs(dict[str, int]):
    """By Latin run: its number, and by number the codes of its one or two tokens."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[str] = []
        self.codes = array("q"), array("q")
        self._seen: dict[str, int] = {}

    def __missing__(self, run: str) -> int:
        after = run[-1] if run[-1] >= "\u3007" else ""
        first, second = (*map(self._code, latin(run.removesuffix(after), after)), 0)[:2]
        self.codes[0].append(first)
        self.codes[1].append(second)
        self[run] = number = len(self)
        return number

    def _code(self, token: str) -> int:
        code = self._seen.setdefault(token, _LATIN + len(self.tokens))
        if code == _LATIN + len(self.tokens):
            self.tokens.append(token)
        return code


def _han(folded: str) -> tuple[Numbers, Numbers]:
    """Codes and lines of the pairs of Han characters, and of those that stand alone."""
    units = np.frombuffer(folded.encode("utf-32-le"), np.uint32).astype(np.int64)
    line = np.cumsum(units == ord("\n"))
    units = np.where(units == _NOUGHT, _LAST + 1, units) - _ZERO
    han = (units > 0) & (units <= _LAST + 1 - _ZERO)
    paired = np.flatnonzero(han[:-1] & han[1:])
    beside = np.zeros(len(han) + 1, bool)
    beside[paired] = beside[paired + 1] = True
    alone = np.flatnonzero(han & ~beside[:-1])
    codes = units[paired] << _CHARACTER | units[paired + 1]
    return np.concatenate((codes, units[alone])), line[np.concatenate((paired, alone))]
