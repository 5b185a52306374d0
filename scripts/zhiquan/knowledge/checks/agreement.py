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
_ZH = re.compile(r"(\d+(?:[.:,]\d+)*)(月?)")
_EN = re.compile(r"\d+(?:[.:,]\d+)*")
_MONTH = re.compile("|".join(MONTHS))
# Apart and not in one pattern: each is then looked for by how it begins, which is far quicker.
_UNLIKE_ZH = (re.compile(r"\d\s*[百千万亿点时]"), re.compile("分之"), re.compile("[早晚午夜]"))
_UNLIKE_EN = (
    re.compile(r"\d\s*(?:thousand|[mb]illion|[ap]\.?m)"),
    re.compile("half past"),
    re.compile("o['’]clock"),
)


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
    unlike = [one for one in _UNLIKE_ZH if one.search(zh)]
    if unlike or [one for one in _UNLIKE_EN if one.search(en)]:
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
            figures = tuple(message("'{written}'", written=words) for words in found)
            stand = (one if len(found) == 1 else several).filled(figures=figures)
            said = ONLY[lang].filled(stand=stand)
            yield place.at(lang).fault(code, said, HINT[other], part=found[0])
