"""The command line: `zhiquan` and its commands, each in a module of `commands`.

Exit codes: 0 all well, 1 faults in the content, 2 wrong usage.
"""

import os
import signal
import sys

import click

from zhiquan.commands import OnDemand

COMMANDS = (
    "build",
    "bundle",
    "check",
    "diff",
    "explain",
    "export",
    "fix",
    "impact",
    "links",
    "new",
    "schema",
    "serve",
    "status",
    "translated",
)
"""Names as they are typed; `check` is `check_command` in `commands/check.py`."""

# No plugin of pydantic is used; to look for one it reads about every package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


@click.group(
    commands=OnDemand(COMMANDS),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="zhiquan")
def main() -> None:
    """知权 · Know Your Rights: check the entries and make the site.

    Example: zhiquan check && zhiquan build
    """
    # Who is told to stop clears up first: `with` and `finally` are run.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


if __name__ == "__main__":
    main()
