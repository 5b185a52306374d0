"""Numbers, dates and article numbers are the same in both languages."""

import re
from collections.abc import Iterator

from zhiquan.knowledge.figures import Figures, Group, Lexicon, unanswered
from zhiquan.knowledge.figures_en import EN, MONTHS
from zhiquan.knowledge.figures_zh import ZH
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Language, Message, message

CODES: dict[Group, tuple[str, Message, Message]] = {
    "number": ("ZQ402", message("number {figures} stands"), message("numbers {figures} stand")),
    "date": (
        "ZQ403",
        message("date or time {figures} stands"),
        message("dates or times {figures} stand"),
    ),
    "article": (
        "ZQ404",
        message("article number {figures} stands"),
        message("article numbers {figures} stand"),
    ),
}
"""By kind of figure: the code, and how one and several are named."""
ONLY: dict[Language, Message] = {
    "zh": message("{stand} in the Chinese text only"),
    "en": message("{stand} in the English text only"),
}
HINT: dict[Language, Message] = {
    "zh": message("write it in the Chinese too, or mend it"),
    "en": message("write it in the English too, or mend it"),
}
"""By the language in which figures are missing."""

_DIGIT = re.compile(r"[0-9０-９]")
# A figure, and a word behind it with which one language writes it otherwise than the other. `\d\d*`
# and not `\d+`: what begins with one character is looked for by it, which is five times as fast.
_ZH = re.compile(r"(\d\d*(?:[.:,]\d+)*)(月|\s*[百千万亿点时]|)")
_EN = re.compile(r"(\d\d*(?:[.:,]\d+)*)(\s*(?:thousand|[mb]illion|[ap]\.?m)|)")
_MONTH = re.compile("|".join(MONTHS))
_UNLIKE = ("分之", "早", "晚", "午", "夜", "half past", "o'clock", "o’clock")
"""Words that make figures of what stands elsewhere in the text."""


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
    chinese, english = _ZH.findall(zh), _EN.findall(en)
    if not (chinese or english) or not (_DIGIT.search(zh) or _DIGIT.search(en)):
        return True
    words = {word for _, word in chinese} - {"月"} | {word for _, word in english}
    if words - {""} or [word for word in _UNLIKE if word in zh or word in en]:
        return False
    months = {f"M{MONTHS.index(name) + 1}" for name in _MONTH.findall(en)}
    numbers = {digits for digits, _ in english}
    return {f"M{digits}" if month else digits for digits, month in chinese} == numbers | months


def _compare(place: Place, zh: str, en: str) -> Iterator[Diagnostic]:
    """One fault per kind of figure, at the first; the message lists them all."""
    chinese, english = ZH.figures(zh), EN.figures(en)
    only_zh, only_en = _only(chinese, english, EN, en), _only(english, chinese, ZH, zh)
    for group in CODES:
        here, there = _of(group, only_zh), _of(group, only_en)
        if here and there:
            yield _differing(place, group, here, there)
        elif here:
            yield _missing(place, "zh", group, here)
        elif there:
            yield _missing(place, "en", group, there)


def _of(group: Group, found: list[tuple[Group, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for of, words in found if of == group))


def _only(own: Figures, other: Figures, lexicon: Lexicon, text: str) -> list[tuple[Group, str]]:
    """What the other text says neither in digits nor, looked at only then, in words."""
    if not unanswered(own, other.offered):
        return []
    return unanswered(own, other.offered | lexicon.spelt_out(text))


def _missing(place: Place, lang: Language, group: Group, figures: tuple[str, ...]) -> Diagnostic:
    other: Language = "en" if lang == "zh" else "zh"
    said = ONLY[lang].filled(stand=_stand(group, figures))
    return place.at(lang).fault(CODES[group][0], said, HINT[other], part=figures[0])


def _differing(place: Place, group: Group, zh: tuple[str, ...], en: tuple[str, ...]) -> Diagnostic:
    """Where each language says something else, one of the two was changed or misread."""
    said = message("{stand} in the Chinese text, {others} in the English")
    said = said.filled(stand=_stand(group, zh), others=_quoted(en))
    hint = message("mend the one that is wrong")
    return place.at("zh").fault(CODES[group][0], said, hint, part=zh[0])


def _stand(group: Group, figures: tuple[str, ...]) -> Message:
    _, one, several = CODES[group]
    return (one if len(figures) == 1 else several).filled(figures=_quoted(figures))


def _quoted(figures: tuple[str, ...]) -> tuple[Message, ...]:
    return tuple(message("'{written}'", written=words) for words in figures)
