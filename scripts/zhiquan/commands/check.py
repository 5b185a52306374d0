"""`zhiquan check`."""

import datetime as dt
import sys
from pathlib import Path

import click

from zhiquan.commands.options import day, lang_option, needs, root_option, today_option
from zhiquan.commands.paths import paths_argument, refs_of
from zhiquan.commands.terminal import in_colour, progress
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import Loaded, load
from zhiquan.knowledge.nearby.concern import check_some
from zhiquan.source.codes import has_errors
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Language, Message, message, spoken
from zhiquan.source.progress import Progress
from zhiquan.source.report import Form, render


@click.command("check")
@paths_argument
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
