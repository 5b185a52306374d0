"""Text in two languages, side by side, in a small part of CommonMark."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, model_validator
from pydantic_core import PydanticCustomError

from zhiquan.entries.scalars import FROZEN, LONGEST_NAME
from zhiquan.source.message import LANGUAGES, Language


class Text(BaseModel):
    """A text in both languages.

    A missing language is a visible state (a warning for editors, a label for readers), so one of
    the two may be absent, never both.
    """

    model_config = FROZEN

    zh: str | None = None
    """简体中文。 Chinese, written as Chinese."""
    en: str | None = None
    """English, written as English."""

    @model_validator(mode="after")
    def _has_a_language(self) -> "Text":
        if not self.zh and not self.en:
            raise PydanticCustomError(
                "text_language", "write the text in zh, in en, or better in both"
            )
        return self

    def languages(self) -> tuple[Language, ...]:
        """The languages that are present, Chinese first."""
        if self.zh and self.en:
            return LANGUAGES
        return ("zh",) if self.zh else ("en",)

    def get(self, lang: Language) -> str | None:
        """The text in one language, or None where it has not been written."""
        return self.zh if lang == "zh" else self.en

    def shown(self, lang: Language) -> tuple[str, Language]:
        """The text to show a reader of `lang`, and the language it is really in."""
        own = self.zh if lang == "zh" else self.en
        if own:
            return own, lang
        other: Language = "en" if lang == "zh" else "zh"
        return self.get(other) or "", other


def _brief(name: Text) -> Text:
    if max(len(name.zh or ""), len(name.en or "")) > LONGEST_NAME:
        raise PydanticCustomError("name_too_long", "a name is short")
    return name


Name = Annotated[Text, AfterValidator(_brief)]
"""A text of at most `LONGEST_NAME` characters: it is printed wherever something is named, so a long
one in one small entry would fill every page that names it."""


class Words(BaseModel):
    """Lists of words or phrases per language, such as other names a reader may type."""

    model_config = FROZEN

    zh: tuple[str, ...] = ()
    """中文的说法。"""
    en: tuple[str, ...] = ()
    """English ways to say it."""

    def get(self, lang: Language) -> tuple[str, ...]:
        """The words of one language."""
        return self.zh if lang == "zh" else self.en
