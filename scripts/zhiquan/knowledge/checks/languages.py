"""Both languages are there, and each is in its own language."""

from collections.abc import Iterator

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import LANGUAGES, Language, Message, message
from zhiquan.source.pattern import pattern

MISSING: dict[Language, Message] = {
    "zh": message("no Chinese text beside the English"),
    "en": message("no English text beside the Chinese"),
}
LEFT: dict[Language, Message] = {
    "zh": message("the Chinese text says '{words}', which is not Chinese"),
    "en": message("the English text says '{words}', which is not English"),
}

SHOWN = 30
"""Characters of a stretch that a message repeats."""

NAMES_HERE = frozenset({"value", "name", "former_names"})
"""Fields that may hold nothing but a name, the same in both languages."""

_CHINESE = pattern(r"[㐀-鿿]")
_LATIN = pattern(r"[A-Za-z]")
_SMALL = pattern(r"[a-z]")
_CHINESE_RUN = pattern(r"[㐀-鿿]+[，。；！？、][㐀-鿿，。；！？、]{4,}|[㐀-鿿]{25,}")
_LATIN_RUN = pattern(r"(?<![A-Za-z])[a-z][a-z'’]*(?:[ ,;]+[a-z][a-z'’]*){4,}")
_LATIN_PHRASE = pattern(r"(?<![A-Za-z])[a-z]{2,}(?![a-z]*[./])")
_NAMED = pattern(
    r"\[\[[^\[\]]*\]\]|\([^()]*\)|（[^（）]*）|“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|「[^「」]*」|《[^《》]*》"
    r"|\]\([^()]*\)|https?://\S+"
)
"""Where words of the other language are names or quotations, not text left untranslated."""


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Languages that are missing, and text that was left in the other language."""
    for ref, contents in kb.contents.items():
        for pointer, text in contents.texts:
            zh, en = text.zh, text.en
            if not zh or not en:
                yield _missing(kb.place(ref, *pointer), text.languages()[0])
            prose = NAMES_HERE.isdisjoint(pointer)
            # Most Chinese texts hold no small Latin letter, and English ones nothing but Latin.
            if zh and _SMALL().search(zh) and (left := _left(zh, "zh", prose=prose)):
                yield _untranslated(kb.place(ref, *pointer, "zh"), "zh", left)
            if en and not en.isascii() and (left := _left(en, "en", prose=prose)):
                yield _untranslated(kb.place(ref, *pointer, "en"), "en", left)


def _missing(place: Place, present: Language) -> Diagnostic:
    absent = next(lang for lang in LANGUAGES if lang != present)
    hint = message("add {lang}: …; until then readers see a label", lang=absent)
    return place.fault("ZQ401", MISSING[absent], hint)


def _left(written: str, lang: Language, *, prose: bool) -> str | None:
    """The first stretch in the other language that is no name, code or quotation."""
    own, run = (_CHINESE, _LATIN_RUN) if lang == "zh" else (_LATIN, _CHINESE_RUN)
    if prose and not own().search(written):
        phrase = (_LATIN_PHRASE if lang == "zh" else _CHINESE)().search(_NAMED().sub("\n", written))
        return written if phrase else None
    found = run().search(_NAMED().sub("\n", written)) if run().search(written) else None
    return found[0] if found else None


def _untranslated(place: Place, lang: Language, left: str) -> Diagnostic:
    code = "ZQ405" if lang == "zh" else "ZQ406"
    shown = left if len(left) <= SHOWN else f"{left[:SHOWN]}…"
    hint = message("translate it, or put it in quotation marks")
    return place.fault(code, LEFT[lang].filled(words=shown), hint, part=left[:SHOWN])
