"""What is said to an editor, as data: one English template, and its Chinese beside it.

The English stands in the code, where it is read; `messages/zh/*.yaml` holds the Chinese under it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, Language] = ("zh", "en")


_BETWEEN: Mapping[Language, str] = {"zh": "、", "en": ", "}
"""What stands between the items of a list."""


@dataclass(frozen=True)
class Message:
    """A template with `{slots}` and what fills them.

    A slot may hold a message itself, or a tuple, which is said as a list.
    """

    template: str
    slots: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return spoken(self, "en")

    def filled(self, **slots: object) -> "Message":
        """The same message with more of its slots filled."""
        return Message(self.template, (*self.slots, *slots.items()))


def message(template: str, /, **slots: object) -> Message:
    """A message from its English template, e.g. `message("no entry '{id}'", id=ref)`."""
    return Message(template, tuple(slots.items()))


def spoken(said: Message, lang: Language) -> str:
    """The message in words.

    Args:
        said: What is to be said.
        lang: The editor's language.

    Returns:
        The filled template; the English one where `messages/zh/` has none (a test forbids it).
    """
    template = chinese().get(said.template, said.template) if lang == "zh" else said.template
    return template.format_map({name: _in_words(value, lang) for name, value in said.slots})


def _in_words(value: object, lang: Language) -> object:
    """What fills a slot; a number or a day is left to the template, which may format it."""
    if isinstance(value, Message):
        return spoken(value, lang)
    if isinstance(value, tuple):
        return _BETWEEN[lang].join(str(_in_words(item, lang)) for item in value)
    return value


def language_of_the_terminal() -> Language:
    """`zh` where the locale's messages are Chinese, or else `en`."""
    set_to = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, set_to), "").lower().startswith("zh") else "en"


@cache
def chinese() -> Mapping[str, str]:
    """Every English template with its Chinese, from all files of `messages/zh/`."""
    folder = Path(__file__).parent / "messages" / "zh"
    found: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        text = path.read_text("utf-8")
        found |= yaml.load(text, Loader=yaml.CBaseLoader) or {}  # noqa: S506 (scalars, our own file)
    return found
