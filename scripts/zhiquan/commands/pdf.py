"""`zhiquan pdf`."""

import datetime as dt
from pathlib import Path

import click

from zhiquan.commands.glyphs import missing_glyphs_told
from zhiquan.commands.opening import ready
from zhiquan.commands.options import lang_option, root_option, today_option
from zhiquan.commands.terminal import progress, waiting
from zhiquan.mkdocs_plugin import read_settings
from zhiquan.outputs.book.printing import Printing, UnknownVolumeError
from zhiquan.source.message import Language, message


@click.command("pdf")
@root_option
@today_option
@lang_option
@click.option("--to", type=click.Path(path_type=Path), help="A folder; build/pdf if not given.")
@click.argument("names", nargs=-1)
def pdf_command(
    root: Path,
    today: dt.datetime | None,
    lang: Language,
    to: Path | None,
    names: tuple[str, ...],
) -> None:
    """Make the books, handbooks and cards, or only those of the given NAMES.

    Example: zhiquan pdf card-zh-a6 handbook-someone-at-the-door-zh
    """
    project = ready(root, today, lang=lang)
    printing = Printing(project.publication, read_settings(root / "mkdocs.yml"), root=root)
    try:
        with (
            missing_glyphs_told(project.publication.kb, lang=lang),
            progress(message("pdf"), lang=lang) as told,
        ):
            wait = waiting(root, lang)
            made = printing.write(to or root / "build/pdf", names, progress=told, waiting=wait)
    except UnknownVolumeError as unknown:
        raise click.UsageError(str(unknown)) from None
    click.echo("\n".join(made))
