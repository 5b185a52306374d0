"""The command line: `zhiquan check`, `build`, `pdf`, `serve`, `explain`, `schema`.

Exit codes: 0 all well, 1 faults in the content, 2 wrong usage.
"""

import datetime as dt
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click

from zhiquan.entries.fields import write_field_reference
from zhiquan.entries.scalars import LANGUAGES
from zhiquan.entries.schema import write_schemas
from zhiquan.mkdocs_plugin import draw, read_settings
from zhiquan.outputs.book.printing import Printing, UnknownVolumeError
from zhiquan.outputs.downloads import Order, make_downloads
from zhiquan.outputs.preview import Preview
from zhiquan.outputs.preview_server import serve_forever
from zhiquan.outputs.project import Project, ProjectError, has_errors
from zhiquan.outputs.site import Progress
from zhiquan.outputs.summary import summary
from zhiquan.outputs.swap import is_replaceable, scratch_folder, swap_in
from zhiquan.source.explain import UnknownCodeError, explain, write_reference
from zhiquan.source.report import Form, render

Day = click.DateTime(formats=["%Y-%m-%d"])
Today = dt.datetime | None

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder; the current one when not given.",
)
today_option = click.option(
    "--today",
    type=Day,
    metavar="YYYY-MM-DD",
    help="The day the run is about; the real day when not given.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="zhiquan")
def main() -> None:
    """知权 · Know Your Rights: check the entries and make the site.

    Example: zhiquan check && zhiquan build
    """
    # Who is told to stop clears up first: `with` and `finally` are run.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


@main.command("check")
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
def check_command(root: Path, today: dt.datetime | None, form: Form, strict_dates: bool) -> None:  # noqa: FBT001
    """Check every entry and print all faults in one run.

    Example: zhiquan check --format github
    """
    _needs(root, "docs/entries")
    project = Project(root, today=_day(today), strict_dates=strict_dates)
    with _progress("check") as progress:
        loaded = project.read(progress=progress)
    report = render(project.diagnostics, texts=loaded.texts, form=form, colour=_colour())
    click.echo(report or f"no faults in {len(loaded.kb.files)} files\n", nl=False)
    sys.exit(1 if has_errors(project.diagnostics) else 0)


@main.command("build")
@root_option
@today_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="Where the site goes; site in the project when not given.",
)
@click.option("--no-downloads", is_flag=True, help="Leave out the PDFs: quicker, for a look.")
def build_command(root: Path, today: Today, site_dir: Path | None, no_downloads: bool) -> None:  # noqa: FBT001
    """Check the entries and build the site; with a fault, the last good site stays.

    Example: zhiquan build --today 2026-11-23
    """
    start = time.perf_counter()
    target = (site_dir or root / "site").resolve()
    if not is_replaceable(target):
        raise click.UsageError(f"'{target}' is no site made here, so it is not replaced")
    project = _ready(root, today)
    with scratch_folder(target) as folder:
        with _progress("pages") as progress:
            drawn = draw(root / "mkdocs.yml", folder, project, progress=progress)
        with _progress("pdf") as progress:
            order = Order(project.publication, drawn.settings, root, folder, progress)
            listed = () if no_downloads else make_downloads(order)
        swap_in(folder, target)
    seconds = time.perf_counter() - start
    click.echo(summary(project.publication, drawn, listed, seconds=seconds))
    click.echo(f"open       {target / 'index.html'}")


@main.command("pdf")
@root_option
@today_option
@click.option("--to", type=click.Path(path_type=Path), help="A folder; build/pdf if not given.")
@click.argument("names", nargs=-1)
def pdf_command(root: Path, today: Today, to: Path | None, names: tuple[str, ...]) -> None:
    """Make the books, handbooks and cards, or only those of the given NAMES.

    Example: zhiquan pdf card-zh-a6 handbook-someone-at-the-door-zh
    """
    project = _ready(root, today)
    printing = Printing(project.publication, read_settings(root / "mkdocs.yml"), root=root)
    try:
        with _progress("pdf") as progress:
            made = printing.write(to or root / "build/pdf", names, progress=progress)
    except UnknownVolumeError as unknown:
        raise click.UsageError(str(unknown)) from None
    click.echo("\n".join(made))


@main.command("serve")
@root_option
@today_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where to serve; 0 takes any free one.",
)
def serve_command(root: Path, today: dt.datetime | None, port: int) -> None:
    """Show the site on this machine and renew it at every saved entry.

    Example: zhiquan serve --port 8080
    """
    project = _ready(root, today)
    with closing(Preview(project, draw=draw)) as preview:
        try:
            serve_forever(preview, port=port, tell=click.echo)
        except OSError as fault:
            raise click.UsageError(f"port {port}: {fault.strerror}") from None


@main.command("explain")
@click.argument("code")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="zh",
    show_default=True,
    help="The language of the explanation.",
)
def explain_command(code: str, lang: str) -> None:
    """Say why a finding is one, with a wrong and a right example.

    Example: zhiquan explain ZQ102 --lang en
    """
    try:
        click.echo(explain(code, lang), nl=False)
    except UnknownCodeError as unknown:
        raise click.UsageError(str(unknown)) from None


@main.command("schema")
@root_option
def schema_command(root: Path) -> None:
    """Write what follows from the code: docs/schema/ and docs/reference/.

    Example: zhiquan schema
    """
    reference = root / "docs" / "reference"
    for path in write_schemas(root / "docs" / "schema"):
        click.echo(path)
    click.echo(write_reference(reference / "diagnostics.md"))
    click.echo(write_field_reference(reference / "fields.md"))
    (reference / "commands.md").write_text(command_reference(), "utf-8")
    click.echo(reference / "commands.md")


def command_reference() -> str:
    """The reference page of all commands, in Markdown, as `--help` prints them."""
    top = click.Context(main, info_name="zhiquan", terminal_width=96, **main.context_settings)
    subs = [click.Context(command, top, name) for name, command in sorted(main.commands.items())]
    sections = [
        f"## {context.command_path}\n\n```\n{context.get_help()}\n```\n" for context in (top, *subs)
    ]
    return "\n".join(["# Commands · 命令\n\nMade by `zhiquan schema`.\n", *sections])


def _ready(root: Path, today: dt.datetime | None) -> Project:
    """The project with its entries read; faults are printed and end the run."""
    _needs(root, "docs/entries")
    _needs(root, "mkdocs.yml")
    project = Project(root, today=_day(today))
    try:
        with _progress("check") as progress:
            loaded = project.refresh(progress=progress)
    except ProjectError as fault:
        click.echo(str(fault), err=True)
        sys.exit(1)
    if project.diagnostics:
        click.echo(render(project.diagnostics, texts=loaded.texts, colour=_colour()), err=True)
    return project


def _needs(root: Path, name: str) -> None:
    if not (root / name).exists():
        raise click.UsageError(
            f"there is no {name} in '{root}': go to the project's folder, or name it by --root"
        )


@contextmanager
def _progress(label: str) -> Iterator[Progress]:
    """A progress bar on a terminal; in a pipe, nothing."""
    with click.progressbar(
        length=1, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield tell


def _day(given: dt.datetime | None) -> dt.date:
    # The only place where the command line reads the clock.
    return given.date() if given else dt.date.today()  # noqa: DTZ011


def _colour() -> bool:
    return sys.stdout.isatty()
