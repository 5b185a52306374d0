"""Files and folders that a command is given."""

from pathlib import Path

import click

from zhiquan.knowledge.folder import ENTRIES
from zhiquan.knowledge.nearby.selection import NotAnEntryError, Selection, selection
from zhiquan.source.message import Language, message, spoken

paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


def chosen(root: Path, paths: tuple[Path, ...], lang: Language) -> Selection:
    """What the paths mean; ends the run as wrong usage where one leads out of the entries."""
    try:
        return selection(root, paths)
    except NotAnEntryError as stray:
        no_part = message("'{path}' is no part of {folder}", path=stray.path, folder=ENTRIES)
        raise click.UsageError(spoken(no_part, lang)) from None
