"""`zhiquan check`."""

import datetime as dt
import sys
from pathlib import Path

import click

from zhiquan.commands.options import day, lang_option, needs, root_option, today_option
from zhiquan.commands.terminal import in_colour, progress
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import load
from zhiquan.source.codes import has_errors
from zhiquan.source.message import Language, message, spoken
from zhiquan.source.report import Form, render


@click.command("check")
@root_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="For people, for GitHub's workflow runs, or for programs.",
)
@click.option("--strict-dates", is_flag=True, help="An overdue review is an error.")
@lang_option
def check_command(
    root: Path,
    today: dt.datetime | None,
    form: Form,
    strict_dates: bool,  # noqa: FBT001
    lang: Language,
) -> None:
    """Check every entry and print all faults in one run.

    Example: zhiquan check --format github
    """
    needs(root, "docs/entries", lang=lang)
    with progress(message("check"), lang=lang) as told:
        loaded = load(root, today=day(today), progress=told)
        found = check(loaded, strict_dates=strict_dates)
    report = render(found, texts=loaded.texts, lang=lang, form=form, colour=in_colour())
    clean = message("no faults in {count} files", count=len(loaded.kb.files))
    click.echo(report.rstrip("\n") or spoken(clean, lang))
    sys.exit(1 if has_errors(found) else 0)
