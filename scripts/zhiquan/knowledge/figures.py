"""Numbers, dates, times and article numbers in a text, in a form that both languages share.

A figure has a key: `N` + a plain number, `M` + a month, `R` + an article number, `P` + a phone
number, `T` + minutes of the day, `A` + minutes of the half day where morning and evening look
alike. How each language writes them is in `figures_zh` and `figures_en`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

from zhiquan.knowledge.numerals import plain

Group = Literal["number", "date", "article"]
GROUPS: Mapping[str, Group] = {"M": "date", "T": "date", "A": "date", "R": "article"}
NOON, DAY = 12 * 60, 24 * 60

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*"
TO = r"\s*(?:-|–|—|~|～|至|到|to|and|或|or)\s*"


@dataclass(frozen=True)
class Figures:
    """What one text says in figures."""

    needed: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    """By key: the words of the text, and the keys any of which answers for it."""
    offered: set[str] = field(default_factory=set)
    """Keys that this text answers for in the other language."""

    def need(
        self, key: str, words: str, *, answers: Iterable[str] = (), offers: Iterable[str] = ()
    ) -> None:
        """Note a figure that the other language must have too."""
        self.needed.setdefault(key, (words.strip(), frozenset((key, *answers))))
        self.offered.add(key)
        self.offered.update(offers)

    def number(self, words: str, digits: str, *, scale: Decimal = Decimal(1)) -> None:
        """Note a number; article numbers and plain ones answer for each other."""
        also = (f"R{digits}",) if scale == 1 else ()
        self.need(f"N{value(digits, scale)}", words, answers=also, offers=also)

    def article(self, words: str, digits: str) -> None:
        """Note the number of an article, clause, item and so on."""
        also = (f"N{value(digits)}",)
        self.need(f"R{digits}", words, answers=also, offers=also)

    def time(self, words: str, minutes: int) -> None:
        """Note a time of day that is certain."""
        minutes %= DAY
        self.need(f"T{minutes}", words, offers=(f"A{minutes % NOON}",))

    def half_time(self, words: str, minutes: int) -> None:
        """Note a time that may be in the morning or in the evening, or a mere count."""
        half, count = minutes % NOON, f"N{minutes // 60}"
        offers = (f"T{half}", f"T{half + NOON}", count)
        self.need(f"A{half}", words, answers=(count,), offers=offers)


Read = Callable[[re.Match[str], Figures], None]


@dataclass(frozen=True)
class Lexicon:
    """How one language writes figures."""

    rules: tuple[tuple[str, Read], ...]
    """Patterns in order: the first that fits a place reads it."""
    gate: str
    """Fits, without taking anything, wherever one of them can begin."""
    words: str
    """Fits a number in words."""
    values: Callable[[str], Iterable[str]]
    """The plain numbers that such words may stand for."""

    def figures(self, text: str) -> Figures:
        """Every figure that a text writes with digits or as a month, in one pass."""
        found = Figures()
        for place in self._scanner.finditer(text):
            pattern, read = self._rules[int((place.lastgroup or "r0")[1:])]
            if match := pattern.match(text, place.start()):
                read(match, found)
        return found

    # Most texts are compared without these, so they are made when first asked for.

    @cached_property
    def _rules(self) -> tuple[tuple[re.Pattern[str], Read], ...]:
        return tuple((re.compile(pattern), read) for pattern, read in self.rules)

    @cached_property
    def _scanner(self) -> re.Pattern[str]:
        return scanner((pattern for pattern, _ in self.rules), gate=self.gate)

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(self.words)

    def spelt_out(self, text: str) -> set[str]:
        """The keys that numbers in words answer for; they need no digits elsewhere."""
        found = (self.values(match[0]) for match in self._words.finditer(text))
        return {f"N{each}" for values in found for each in values}


def scanner(patterns: Iterable[str], *, gate: str) -> re.Pattern[str]:
    """All patterns in one, a group `r0`, `r1`, … each.

    Args:
        patterns: The first that fits wins.
        gate: Fits, without taking anything, wherever one of them can begin. Most places are turned
            away here, which makes the scan several times as fast.
    """
    bare = [re.sub(r"\?P<\w+>", "", pattern) for pattern in patterns]
    groups = "|".join(f"(?P<r{index}>{pattern})" for index, pattern in enumerate(bare))
    return re.compile(f"{gate}(?:{groups})")


def unanswered(own: Figures, offered: set[str]) -> list[tuple[Group, str]]:
    """The figures of one text that the other does not offer, in the words of the text.

    A one is never missed: "a month" is as good as "1个月".
    """
    return [
        (GROUPS.get(key[0], "number"), words)
        for key, (words, answers) in own.needed.items()
        if key not in {"N1", "R1"} and offered.isdisjoint(answers)
    ]


def value(digits: str, scale: Decimal = Decimal(1)) -> str:
    """Digits as a plain number: "2,090" → "2090", "3.00" → "3"; "6.3.1" stays as it is."""
    bare = digits.replace(",", "")
    return bare if bare.count(".") > 1 else plain(Decimal(bare) * scale)


def skip(match: re.Match[str], found: Figures) -> None:
    """Addresses, list numbers and codes count for nothing, but digits in them may answer."""
    found.offered.update(f"N{value(digits)}" for digits in re.findall(r"\d+", match[0]))


def phone(match: re.Match[str], found: Figures) -> None:
    """A phone number is one figure."""
    digits = re.sub(r"\D", "", match[0])
    found.need(f"P{digits}", match[0], answers=(f"N{digits}",), offers=(f"N{digits}",))


def day(match: re.Match[str], found: Figures) -> None:
    """A date as YYYY-MM-DD."""
    year, month, date = match.groups()
    found.number(match[0], year)
    found.need(f"M{int(month)}", match[0])
    found.number(match[0], str(int(date)))


_LABEL = "A-Za-z0-9_-"
_HOST = rf"[{_LABEL}]+(?:\.[{_LABEL}]+)*"
_SKIPPED = (
    r"\[\[[^\]|]*|\]\([^)\s]*|https?://\S+",
    rf"(?<![.{_LABEL}]){_HOST}\.(?:com|cn|org|net|gov)(?![a-z])[a-zA-Z0-9./-]*",
    r"(?:(?<=\n)|(?<=\n  )|(?<=\n   )|(?<![\s\S]))\d+[.)](?=\s)",
    r"[A-Za-z]+\d[A-Za-z0-9]*",
)
SHARED: tuple[tuple[str, Read], ...] = (
    ("|".join(_SKIPPED), skip),
    (r"(?<![\d-])(?:\d{3,4}-\d{3,4}-\d{3,4}|0\d{2,3}-\d{7,8})(?![\d-])", phone),
    (r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)", day),
)
"""What is written the same way in both languages."""
