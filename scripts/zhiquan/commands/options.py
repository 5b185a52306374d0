"""Options that several commands share."""

import datetime as dt
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import click

from zhiquan.source.message import LANGUAGES, Language, language_of_the_terminal, message, spoken

_SPOKEN = "zhiquan.lang"
Command = TypeVar("Command", bound=Callable[..., Any] | click.Command)


class Day(click.DateTime):
    """A day; what is none is told how one is written."""

    def convert(
        self, value: str | dt.datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.datetime:
        """Midnight of the day."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            said = message("'{value}' is no day: write YYYY-MM-DD", value=value)
            lang = language_of(ctx) if ctx else "en"
            raise click.BadParameter(spoken(said, lang), ctx, param) from None


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder; the current one when not given.",
)
today_option = click.option(
    "--today",
    type=Day(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day the run is about; the real day when not given.",
)


def day(given: dt.datetime | None) -> dt.date:
    """The day that was given, or else today: the only place that reads the clock."""
    return given.date() if given else dt.date.today()  # noqa: DTZ011


def language_asked_for(arguments: Iterable[str]) -> Language:
    """The language that a command line asks for, wherever it does, or else the terminal's."""
    words = iter(arguments)
    for word in words:
        named, _, chosen = word.partition("=")
        if named == "--lang":
            chosen = chosen or next(words, "")
            return "zh" if chosen == "zh" else "en"
    return language_of_the_terminal()


def language_of(ctx: click.Context) -> Language:
    """The language that the command under way was asked to speak."""
    asked: Language | None = ctx.meta.get(_SPOKEN) or ctx.lookup_default("lang")
    return asked or language_of_the_terminal()


def _remember(ctx: click.Context, _option: click.Parameter, lang: Language) -> Language:
    ctx.meta[_SPOKEN] = lang
    return lang


class OneOf(click.Choice[str]):
    """One of a few words; a wrong one is told the word that is most like it."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """What click says of it, and what was probably meant."""
        words = super().get_invalid_choice_message(value, ctx)
        near = get_close_matches(str(value), self.choices, n=1)
        if not near or ctx is None:
            return words
        meant = message("Did you mean {possibility}?", possibility=repr(near[0]))
        return f"{words} {spoken(meant, language_of(ctx))}"


def _asks_for_a_language(*, is_argument: bool) -> Callable[[Command], Command]:
    return click.option(
        "--lang",
        type=OneOf(LANGUAGES),
        default=language_of_the_terminal,
        callback=_remember,
        expose_value=is_argument,
        help="The language of what is said; the terminal's when not given.",
    )


lang_option = _asks_for_a_language(is_argument=True)
lang_option_of_all = _asks_for_a_language(is_argument=False)
"""The same, written before the name of a command."""


def form_option(why: str) -> Callable[[Command], Command]:
    """`--format` of a report: text, Markdown or JSON, as the argument `form`.

    Args:
        why: The help: what each of the three is for.
    """
    return click.option(
        "--format",
        "form",
        type=OneOf(["text", "markdown", "json"]),
        default="text",
        show_default=True,
        help=why,
    )


def needs(root: Path, name: str, *, lang: Language) -> None:
    """Ends the run as wrong usage where the project's folder holds no `name`."""
    if not (root / name).exists():
        said = message(
            "there is no {name} in '{root}': go to the project's folder, or name it by --root",
            name=name,
            root=root,
        )
        raise click.UsageError(spoken(said, lang))
