"""Signs and blanks as the entries have them.

In Chinese text: full-width signs, and no blank between Chinese and Latin letters or digits. In
English text: half-width signs.
"""

import re

_HAN = "㐀-鿿"
_OPEN, _CLOSE = "“‘《（「『【", "”’》）」』】"
_ZH_SIGNS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_EN_SIGNS = {
    "，": ",",
    "；": ";",
    "：": ":",
    "？": "?",
    "！": "!",
    "。": ".",
    "、": ",",
}

_APART = re.compile(rf"[{_HAN}] +[{_HAN}]")
"""Blanks between Chinese words: they are meant, as in the titles of standards."""
_ADDRESS = re.compile(rf"((?<! ) *https?://[^\s{_HAN}]+ *|`[^`]*`|\]\([^)]*\))")
_ZH_SIGN = re.compile(rf"(?<=[{_HAN}{_CLOSE}]) *([,;:?!]) *(?=[{_HAN}{_OPEN}]|$)", re.MULTILINE)
_ZH_BRACKETS = re.compile(r"(?<!\]) ?\(([^()\n]*)\) ?")
_ZH_BLANK = re.compile(
    rf"(?<=[{_HAN}]) +(?=[A-Za-z0-9]|\[\[)"
    rf"|(?<=[A-Za-z0-9%]) +(?=[{_HAN}])|(?<=\]\]) +(?=[{_HAN}])"
    rf"|(?<=[，。；：？！、（《]) +(?=\S)|(?<=\S) +(?=[，。；：？！、）》])"
)
_EN_SIGN = re.compile(
    r"(?<=[A-Za-z0-9)\]%”’]) *([，；：？！。、]) *(?=([A-Za-z0-9(\[“‘])|$)", re.MULTILINE
)
_EN_BRACKETS = re.compile(r"(?<! ) *（([ -~“”‘’–—]*)） *(?=([A-Za-z0-9(])?)")


def chinese(written: str) -> str:
    """Chinese text as the entries write it."""
    parts = _ADDRESS.split(written)  # every second part is an address or code, which stays
    parts[::2] = [_chinese(part, blanks=not _APART.search(written)) for part in parts[::2]]
    return "".join(parts)


def _chinese(part: str, *, blanks: bool) -> str:
    part = _ZH_SIGN.sub(lambda found: _ZH_SIGNS[found[1]], part)
    part = _ZH_BRACKETS.sub(_full_width, part)
    return _ZH_BLANK.sub("", part) if blanks else part


def _full_width(found: re.Match[str]) -> str:
    before = found.string[: found.start()].rstrip(" ")[-1:]
    is_chinese = re.search(f"[{_HAN}]", before + found[1])
    return f"（{found[1]}）" if is_chinese else found[0]


def english(written: str) -> str:
    """English text as the entries write it."""
    written = _EN_SIGN.sub(lambda found: _EN_SIGNS[found[1]] + (" " if found[2] else ""), written)
    return _EN_BRACKETS.sub(_half_width, written)


def _half_width(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if re.search(f"[{_HAN}]", before + after):
        return found[0]
    blank = " " if before.isalnum() or (before and before in _CLOSE) else ""
    return f"{blank}({found[1]}){' ' if found[2] else ''}"
