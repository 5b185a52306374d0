"""A value as YAML writes it: plain where that is read back the same, or else in double quotes."""

import re

import yaml

from zhiquan.source.compose import EMPTY, compose

_UNLIKE_TEXT = re.compile(r"true|false|yes|no|on|off|y|n", re.IGNORECASE)
"""Words that other readers of YAML take for something else than text."""
_WORDS = re.compile(r"[^\W\d_](?:\w| (?=\w)|[，。；、！？“”《》（）])*")


def needs_no_quotes(text: str) -> bool:
    """Whether a text on one line may stand without quotes anywhere, in brackets too."""
    return text not in EMPTY and _as_read(text) == text


def is_plain_words(text: str) -> bool:
    """Whether it is words and nothing else, so that every reader of YAML takes it for text."""
    return bool(_WORDS.fullmatch(text)) and not _UNLIKE_TEXT.fullmatch(text)


def scalar(text: str) -> str:
    """The text on one line, in quotes where it needs them."""
    text = " ".join(text.split())
    return text if needs_no_quotes(text) else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _as_read(text: str) -> str | None:
    """What YAML makes of a text without quotes; None where it sees more than one plain value."""
    try:
        node = compose(f"[{text}]")
    except yaml.YAMLError:
        return None
    items = node.value if node else []
    plain = len(items) == 1 and isinstance(items[0], yaml.ScalarNode) and not items[0].style
    return str(items[0].value) if plain else None
