"""`zhiquan build`."""

import datetime as dt
import time
from pathlib import Path

import click

from zhiquan.commands.opening import ready
from zhiquan.commands.options import root_option, today_option
from zhiquan.commands.terminal import progress
from zhiquan.entries.kinds import KINDS
from zhiquan.knowledge.collection import without_collection
from zhiquan.mkdocs_plugin import draw
from zhiquan.outputs.bundle import DOWNLOADS, NAME, write_bundle
from zhiquan.outputs.site import Drawn
from zhiquan.outputs.swap import is_replaceable, scratch_folder, swap_in
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES


@click.command("build")
@root_option
@today_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="Where the site goes; site in the project when not given.",
)
@click.option("--no-downloads", is_flag=True, help="Leave out the files to keep: a quicker look.")
def build_command(
    root: Path,
    today: dt.datetime | None,
    site_dir: Path | None,
    no_downloads: bool,  # noqa: FBT001  # click's way of passing a flag
) -> None:
    """Check the entries and build the site; with a fault, the last good site stays.

    Example: zhiquan build --today 2026-11-23
    """
    start = time.perf_counter()
    target = (site_dir or root / "site").resolve()
    if not is_replaceable(target):
        raise click.UsageError(f"'{target}' is no site made here, so it is not replaced")
    with without_collection(), scratch_folder(target) as folder:
        project = ready(root, today)
        with progress("pages") as told:
            drawn = draw(root / "mkdocs.yml", folder, project, progress=told)
        if not no_downloads:
            with progress("bundle") as told:
                write_bundle(folder, folder / DOWNLOADS / NAME, progress=told)
        swap_in(folder, target)
    seconds = time.perf_counter() - start
    click.echo(_summary(project.publication, drawn, seconds))
    click.echo(f"open       {target / 'index.html'}")


def _summary(publication: Publication, drawn: Drawn, seconds: float) -> str:
    kb = publication.kb
    counts = {kind: len(kb.of(kind)) for kind in KINDS}
    kinds = ", ".join(f"{kind} {count}" for kind, count in counts.items())
    lines = [f"entries    {sum(counts.values())}  ({kinds})"]
    for lang in LANGUAGES:
        made = sum(address.startswith(f"{lang}/") for address in publication.addresses())
        questions = len(publication.questions(lang))
        lines.append(f"pages {lang}   {made + len(drawn.hand_written)}, questions {questions}")
    lines.append(f"seconds    {seconds:.1f}")
    return "\n".join(lines)
