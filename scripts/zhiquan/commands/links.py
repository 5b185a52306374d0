"""`zhiquan links`."""

import datetime as dt
import sys
from pathlib import Path

import click

from zhiquan.commands.options import day, form_option, lang_option, needs, root_option, today_option
from zhiquan.commands.terminal import progress
from zhiquan.knowledge.load import load
from zhiquan.knowledge.outgoing import outgoing
from zhiquan.outputs.outgoing import strikes
from zhiquan.outputs.outgoing.asking import Terms
from zhiquan.outputs.outgoing.findings import findings, told
from zhiquan.outputs.outgoing.rounds import ask_all
from zhiquan.outputs.reports.outline import Form
from zhiquan.source.message import Language, message, spoken


@click.command("links")
@root_option
@today_option
@form_option("For the terminal, for an issue, or for programs.")
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where strikes are kept from run to run; .cache/links.json in the project.",
)
@click.option("--strict", is_flag=True, help="End with 1 where an address is an alarm.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=15.0,
    show_default=True,
    help="Seconds an address may take to answer.",
)
@click.option(
    "--tries",
    type=click.IntRange(1, 10),
    default=3,
    show_default=True,
    help="How often it is asked where that may help.",
)
@click.option(
    "--pause",
    type=click.FloatRange(0),
    default=1.0,
    show_default=True,
    help="Seconds between two requests to one host.",
)
@click.option("--private", is_flag=True, help="Ask addresses within this machine's network too.")
@lang_option
def links_command(  # noqa: PLR0913  (one for each option)
    *,
    root: Path,
    today: dt.datetime | None,
    form: Form,
    state: Path | None,
    strict: bool,
    timeout: float,
    tries: int,
    pause: float,
    private: bool,
    lang: Language,
) -> None:
    """Ask the addresses that entries name whether they still answer; alarm on the third day.

    Nothing is ever blocked by it: it ends with 0 whatever the addresses answer, unless --strict is
    given. An address that fails on three days, without answering in between, is an alarm.

    Example: zhiquan links --format markdown
    """
    needs(root, "docs/entries", lang=lang)
    kept = state or root / ".cache" / "links.json"
    before = _strikes(kept, lang)
    kb = load(root, today=day(today)).kb
    terms = Terms(timeout=timeout, tries=tries, pause=pause, private=private)
    with progress(message("links"), lang=lang) as told_of:
        replies = ask_all(outgoing(kb), terms, progress=told_of)
    after = strikes.counted(before, replies, kb.today)
    strikes.write(kept, after)
    found = findings(kb, replies, after)
    click.echo(told(found, form=form, lang=lang), nl=False)
    sys.exit(1 if strict and found.alarms else 0)


def _strikes(path: Path, lang: Language) -> dict[str, strikes.Strikes]:
    try:
        return dict(strikes.read(path))
    except strikes.StateError:
        said = message(
            "'{path}' does not hold strikes of earlier runs: delete it, or name another by --state",
            path=path,
        )
        raise click.UsageError(spoken(said, lang)) from None
