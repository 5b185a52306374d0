"""What a terminal shows besides the result: progress and colour."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from zhiquan.source.holding import Waiting
from zhiquan.source.message import Language, Message, message, spoken
from zhiquan.source.progress import Progress


@contextmanager
def progress(what: Message, *, lang: Language) -> Iterator[Progress]:
    """A progress bar on a terminal; in a pipe, nothing."""
    with click.progressbar(
        length=1, label=spoken(what, lang), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield tell


def waiting(folder: Path, lang: Language) -> Waiting:
    """Says that another run has to end first."""

    def tell() -> None:
        said = message("another run is at work in '{folder}': waiting until it ends", folder=folder)
        click.echo(spoken(said, lang), err=True)

    return tell


def in_colour() -> bool:
    """Whether what is printed goes to a terminal."""
    return sys.stdout.isatty()
