"""`zhiquan check`."""

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from zhiquan.commands.options import OneOf, day, lang_option, needs, root_option, today_option
from zhiquan.commands.paths import chosen, paths_argument
from zhiquan.commands.terminal import in_colour, progress
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.collection import without_collection
from zhiquan.knowledge.load import load
from zhiquan.knowledge.nearby.concern import check_nearby
from zhiquan.knowledge.nearby.selection import Selection
from zhiquan.knowledge.nearby.survey import survey
from zhiquan.source.codes import has_errors
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Language, Message, message, spoken
from zhiquan.source.report import Form, Texts, render


@dataclass(frozen=True)
class _Outcome:
    findings: tuple[Diagnostic, ...]
    texts: Texts
    clean: Message
    """What is said where there are no findings."""


@click.command("check")
@paths_argument
@root_option
@today_option
@click.option(
    "--format",
    "form",
    type=OneOf(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="For people, for GitHub's workflow runs, or for programs.",
)
@click.option("--strict-dates", is_flag=True, help="An overdue review is an error.")
@lang_option
def check_command(  # noqa: PLR0913, PLR0917  (one for each option)
    paths: tuple[Path, ...],
    root: Path,
    today: dt.datetime | None,
    form: Form,
    strict_dates: bool,  # noqa: FBT001
    lang: Language,
) -> None:
    """Check the entries and print all faults in one run.

    With PATHS (files or folders of docs/entries), only faults in these and in the entries that
    they concern: those that name them, and those that say what only one entry may say. That is
    quick: what other files hold is kept in .cache/, which may be deleted at any time.

    Example: zhiquan check docs/entries/limits/contact-hours.yaml
    """
    needs(root, "docs/entries", lang=lang)
    named = chosen(root, paths, lang)
    if named.is_whole:
        outcome = _everything(root, today=day(today), strict_dates=strict_dates, lang=lang)
    else:
        outcome = _some(root, named, today=day(today), strict_dates=strict_dates, lang=lang)
    found = outcome.findings
    report = render(found, texts=outcome.texts, lang=lang, form=form, colour=in_colour())
    click.echo(report.rstrip("\n") or spoken(outcome.clean, lang))
    sys.exit(1 if has_errors(found) else 0)


def _everything(root: Path, *, today: dt.date, strict_dates: bool, lang: Language) -> _Outcome:
    with without_collection(), progress(message("check"), lang=lang) as told:
        loaded = load(root, today=today, progress=told)
        found = check(loaded, strict_dates=strict_dates)
    clean = message("no faults in {count} files", count=len(loaded.kb.files))
    return _Outcome(found, loaded.texts, clean)


def _some(
    root: Path, named: Selection, *, today: dt.date, strict_dates: bool, lang: Language
) -> _Outcome:
    with progress(message("check"), lang=lang) as told:
        whole = survey(root, progress=told)
        found = check_nearby(root, whole, named, today=today, strict_dates=strict_dates)
    if found.unknown:
        raise click.UsageError(spoken(message("there is no '{path}'", path=found.unknown[0]), lang))
    clean = message(
        "no faults; files named: {count}, others that they concern: {others}",
        count=len(found.named),
        others=len(found.concerned),
    )
    return _Outcome(found.findings, found.texts, clean)
