"""`zhiquan export`."""

import datetime as dt
from pathlib import Path

import click

from zhiquan.commands.opening import ready
from zhiquan.commands.options import lang_option, root_option, today_option
from zhiquan.outputs.search import bulk
from zhiquan.source.message import Language


@click.command("export")
@click.argument("what", type=click.Choice(["search"]))
@root_option
@today_option
@lang_option
@click.option("--to", type=click.Path(path_type=Path), help="The folder; build/search/.")
def export_command(
    what: str, root: Path, today: dt.datetime | None, lang: Language, to: Path | None
) -> None:
    """Write the search's records as bulk input for OpenSearch, with field mappings.

    Example: zhiquan export search --to build/search
    """
    for path in bulk.write(to or root / "build" / what, ready(root, today, lang=lang).publication):
        click.echo(path)
