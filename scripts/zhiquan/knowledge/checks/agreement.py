"""Numbers, dates and article numbers are the same in both languages."""

import re
from collections.abc import Iterator

from zhiquan.knowledge.figures import Figures, Group, Lexicon, unanswered
from zhiquan.knowledge.figures_en import EN, MONTHS
from zhiquan.knowledge.figures_zh import ZH
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Language

CODES: dict[Group, tuple[str, str, str]] = {
    "number": ("ZQ402", "number {} stands", "numbers {} stand"),
    "date": ("ZQ403", "date or time {} stands", "dates or times {} stand"),
    "article": ("ZQ404", "article number {} stands", "article numbers {} stand"),
}
"""By kind of figure: the code, and how one and several are named."""
NAMES: dict[Language, str] = {"zh": "the Chinese", "en": "the English"}

_DIGIT = re.compile(r"[0-9０-９]")
_ZH = re.compile(r"(\d+(?:[.:,]\d+)*)(月?)")
_EN = re.compile(r"\d+(?:[.:,]\d+)*")
_MONTH = re.compile("|".join(MONTHS))
_UNLIKE_ZH = re.compile(r"\d\s*[百千万亿点时]|分之|[早晚午夜]")
_UNLIKE_EN = re.compile(r"\d\s*(?:thousand|[mb]illion|[ap]\.?m)|half past|o['’]clock")


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Figures that stand in one language only."""
    for ref, contents in kb.contents.items():
        for pointer, text in contents.texts:
            if text.zh and text.en and not same_digits(text.zh, text.en):
                yield from _compare(kb.place(ref, *pointer), text.zh, text.en)


def same_digits(zh: str, en: str) -> bool:
    """Whether a quick look shows that both say the same; most texts end here.

    Texts whose figures the two languages write differently (205万, 10 pm) need a second look.
    """
    if not _DIGIT.search(zh) and not _DIGIT.search(en):
        return True
    if _UNLIKE_ZH.search(zh) or _UNLIKE_EN.search(en):
        return False
    chinese = {f"M{digits}" if month else digits for digits, month in _ZH.findall(zh)}
    months = {f"M{MONTHS.index(name) + 1}" for name in _MONTH.findall(en)}
    return chinese == {*_EN.findall(en), *months}


def _compare(place: Place, zh: str, en: str) -> Iterator[Diagnostic]:
    chinese, english = ZH.figures(zh), EN.figures(en)
    if only_zh := _only(chinese, english, EN, en):
        yield from _missing(place, "zh", only_zh)
    if only_en := _only(english, chinese, ZH, zh):
        yield from _missing(place, "en", only_en)


def _only(own: Figures, other: Figures, lexicon: Lexicon, text: str) -> list[tuple[Group, str]]:
    """What the other text says neither in digits nor, looked at only then, in words."""
    if not unanswered(own, other.offered):
        return []
    return unanswered(own, other.offered | lexicon.spelt_out(text))


def _missing(
    place: Place, lang: Language, missing: list[tuple[Group, str]]
) -> Iterator[Diagnostic]:
    """One fault per kind of figure, at the first; the message lists them all."""
    other: Language = "en" if lang == "zh" else "zh"
    for group, (code, one, several) in CODES.items():
        if found := list(dict.fromkeys(words for of, words in missing if of == group)):
            listed = ", ".join(f"'{words}'" for words in found)
            named = (one if len(found) == 1 else several).format(listed)
            message = f"{named} in {NAMES[lang]} text only"
            hint = f"write it in {NAMES[other]} too, or mend it"
            yield place.at(lang).fault(code, message, hint, part=found[0])
