"""`zhiquan serve`."""

import datetime as dt
import errno
import gc
from contextlib import closing
from pathlib import Path

import click

from zhiquan.commands.opening import opened
from zhiquan.commands.options import lang_option, root_option, today_option
from zhiquan.mkdocs_plugin import draw
from zhiquan.outputs.preview import Preview
from zhiquan.outputs.preview_server import serve_forever
from zhiquan.source.message import Language, message, spoken


@click.command("serve")
@root_option
@today_option
@lang_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where to serve; 0 takes any free one.",
)
def serve_command(root: Path, today: dt.datetime | None, lang: Language, port: int) -> None:
    """Show the site on this machine and renew it at every saved entry.

    With faults it shows them, and the site as soon as there is no error left.

    PDFs are made when they are asked for, e.g. at /downloads/card-zh-a6.pdf.

    Example: zhiquan serve --port 8080
    """
    project = opened(root, today, lang=lang)

    def tell(address: str) -> None:
        click.echo(spoken(message("open {address} (Ctrl+C ends)", address=address), lang))

    with closing(Preview(project, draw=draw, lang=lang)) as preview:
        # What was read stays: looking through it for cycles at every save would take longer.
        gc.freeze()
        try:
            serve_forever(preview, port=port, tell=tell)
        except OSError as fault:
            raise no_port(port, fault, lang) from None


def no_port(port: int, fault: OSError, lang: Language) -> click.UsageError:
    """What is wrong with a port that cannot be had."""
    if fault.errno == errno.EADDRINUSE:
        said = message("port {port} is in use: name another one, or --port 0", port=port)
    else:
        said = message("port {port} cannot be used: {reason}", port=port, reason=fault.strerror)
    return click.UsageError(spoken(said, lang))
