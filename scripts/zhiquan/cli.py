"""The command line: `zhiquan` and its commands, each in a module of `commands`.

Exit codes: 0 all well, 1 faults in the content, 2 wrong usage or a fault of the machine.
"""

import os
import signal
import sys
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from zhiquan.commands import OnDemand
from zhiquan.commands.machine import Group
from zhiquan.commands.options import lang_option_of_all, language_asked_for
from zhiquan.source.message import Language

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
    "pdf",
    "schema",
    "serve",
    "status",
    "translated",
)
"""Names as they are typed; `check` is `check_command` in `commands/check.py`."""

# No plugin of pydantic is used; to look for one it reads about every package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


@click.group(
    cls=Group,
    commands=OnDemand(COMMANDS),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="zhiquan")
@lang_option_of_all
def main() -> None:
    """知权 · Know Your Rights: check the entries and make the site.

    Example: zhiquan check && zhiquan build
    """
    # Who is told to stop clears up first: `with` and `finally` are run.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def run() -> NoReturn:
    """Runs the command and leaves at once.

    Python would first take every entry and page apart again, which is a tenth of a large build.
    """
    _speak_anywhere()
    code: object = 0
    try:
        _call(language_asked_for(sys.argv[1:]))
    except SystemExit as end:
        code = end.code or 0  # none given means that all is well
    os._exit(_flushed(code if isinstance(code, int) else 1))


def spoken_by_default(lang: Language) -> dict[str, Any]:
    """What click takes for `--lang`, before and behind the name of a command, where none is."""
    return {"lang": lang, **{name: {"lang": lang} for name in COMMANDS}}


def _call(lang: Language) -> None:
    settings = {"obj": main, "default_map": spoken_by_default(lang)}
    if lang == "en":
        main(**settings)
    from zhiquan.commands.chinese import clicks_words, in_chinese  # noqa: PLC0415  # seldom needed

    with clicks_words(lang):
        in_chinese(main)(**settings)


def _speak_anywhere() -> None:
    """Lets Chinese be told where the locale has none: as numbers, rather than not at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _flushed(code: int) -> int:
    """The exit code once all that was said is out; what a full disk did not take is a fault."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:  # whoever read the output may have gone
        return code
    except OSError:
        return 2
    return code


if __name__ == "__main__":
    run()
