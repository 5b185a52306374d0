"""`zhiquan status`."""

import datetime as dt
from pathlib import Path

import click

from zhiquan.commands.options import day, form_option, lang_option, needs, root_option, today_option
from zhiquan.commands.terminal import progress
from zhiquan.knowledge.load import load
from zhiquan.knowledge.status import status
from zhiquan.outputs.reports.outline import Form
from zhiquan.outputs.status import told
from zhiquan.source.message import Language, message


@click.command("status")
@root_option
@today_option
@form_option("For the terminal, for an issue or a comment, or for programs.")
@lang_option
def status_command(root: Path, today: dt.datetime | None, form: Form, lang: Language) -> None:
    """Say how far the entries have come: verified, translated, due, waived, linked.

    Example: zhiquan status --format markdown
    """
    needs(root, "docs/entries", lang=lang)
    with progress(message("check"), lang=lang) as told_of:
        loaded = load(root, today=day(today), progress=told_of)
    click.echo(told(status(loaded.kb), form=form, lang=lang), nl=False)
