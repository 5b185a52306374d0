"""Passages of the other language within a text, marked for screen readers to change their voice.

WCAG 2.2, 3.1.2. On an English page that is every run of Chinese characters; on a Chinese page two
words in Latin letters or more, since one alone (App, LPR) is a word of Chinese by now.
"""

import re

from zhiquan.source.message import Language

_HAN = "[\u3400-\u9fff]"
_BETWEEN_HAN = "[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’·0-9A-Za-z]"
_WORD = "[A-Za-z][A-Za-z0-9'’.-]*"
_HINT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(_HAN),
    "zh": re.compile("[A-Za-z],? [A-Za-z]"),
}
_PASSAGE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(f"<[^>]*>|&[#\\w]+;|({_HAN}(?:{_BETWEEN_HAN}*{_HAN})?)"),
    "zh": re.compile(f"<[^>]*>|&[#\\w]+;|({_WORD}(?:,? {_WORD})+)"),
}
_MARK: dict[Language, str] = {"en": '<span lang="zh">', "zh": '<span lang="en">'}


def with_voices(html: str, lang: Language) -> str:
    """Finished HTML in which every passage of the other language says so.

    Args:
        html: finished HTML of a text, in which no element has a `lang` yet.
        lang: the language that the text is written in.
    """
    if not _HINT[lang].search(html):
        return html
    mark = _MARK[lang]
    return _PASSAGE[lang].sub(lambda one: f"{mark}{one[1]}</span>" if one[1] else one[0], html)
