"""Options that several commands share."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from zhiquan.source.message import LANGUAGES, Language, message, spoken

_SPOKEN = "zhiquan.lang"
Command = TypeVar("Command", bound=Callable[..., Any] | click.Command)
Day = click.DateTime(formats=["%Y-%m-%d"])

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder; the current one when not given.",
)
today_option = click.option(
    "--today",
    type=Day,
    metavar="YYYY-MM-DD",
    help="The day the run is about; the real day when not given.",
)


def day(given: dt.datetime | None) -> dt.date:
    """The day that was given, or else today: the only place that reads the clock."""
    return given.date() if given else dt.date.today()  # noqa: DTZ011


def language_of_the_terminal() -> Language:
    """`zh` where the locale's messages are Chinese, or else `en`."""
    set_to = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, set_to), "").lower().startswith("zh") else "en"


def language_of(ctx: click.Context) -> Language:
    """The language that the command under way was asked to speak."""
    chosen: Language = ctx.meta.get(_SPOKEN) or language_of_the_terminal()
    return chosen


def _remember(ctx: click.Context, _option: click.Parameter, lang: Language) -> Language:
    ctx.meta[_SPOKEN] = lang
    return lang


lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=language_of_the_terminal,
    callback=_remember,
    help="The language of what is said; the terminal's when not given.",
)


def form_option(why: str) -> Callable[[Command], Command]:
    """`--format` of a report: text, Markdown or JSON, as the argument `form`.

    Args:
        why: The help: what each of the three is for.
    """
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "markdown", "json"]),
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
