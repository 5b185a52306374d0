"""The command line: `zhiquan` and its commands, each in a module of `commands`.

Exit codes: 0 all well, 1 faults in the content, 2 wrong usage.
"""

import signal
import sys

import click

from zhiquan.commands.build import build_command
from zhiquan.commands.bundle import bundle_command
from zhiquan.commands.check import check_command
from zhiquan.commands.explain import explain_command
from zhiquan.commands.export import export_command
from zhiquan.commands.schema import schema_command
from zhiquan.commands.serve import serve_command


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="zhiquan")
def main() -> None:
    """知权 · Know Your Rights: check the entries and make the site.

    Example: zhiquan check && zhiquan build
    """
    # Who is told to stop clears up first: `with` and `finally` are run.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


for command in (
    check_command,
    build_command,
    bundle_command,
    serve_command,
    explain_command,
    export_command,
    schema_command,
):
    main.add_command(command)
