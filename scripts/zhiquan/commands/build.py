"""`zhiquan build`."""

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path

import click

from zhiquan.commands.glyphs import missing_glyphs_told
from zhiquan.commands.opening import ready
from zhiquan.commands.options import lang_option, root_option, today_option
from zhiquan.commands.terminal import progress, waiting
from zhiquan.entries.kinds import KINDS
from zhiquan.knowledge.collection import without_collection
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.mkdocs_plugin import draw
from zhiquan.outputs.archive import CHECKSUMS, write_checksums
from zhiquan.outputs.book.printing import Printing
from zhiquan.outputs.bundle import NAME, write_bundle
from zhiquan.outputs.downloads import (
    Download,
    complete_lists,
    others,
    write_lists,
    write_pdfs,
)
from zhiquan.outputs.epub.book import file_name, write_epub
from zhiquan.outputs.project import Project
from zhiquan.outputs.site import Drawn, LanguageParts, Site
from zhiquan.outputs.swap import is_replaceable, require, scratch_folder, swap_in
from zhiquan.pages.addresses import DOWNLOADS
from zhiquan.source.message import LANGUAGES, Language, Message, message, spoken


@click.command("build")
@root_option
@today_option
@lang_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="Where the site goes; site in the project when not given.",
)
@click.option(
    "--no-downloads",
    "keep",
    flag_value="none",
    help="Leave out the files to keep: a quicker look.",
)
@click.option(
    "--no-pdf", "keep", flag_value="no-pdf", help="Of the files to keep, leave out the PDFs alone."
)
def build_command(
    root: Path,
    today: dt.datetime | None,
    lang: Language,
    site_dir: Path | None,
    keep: str | None,
) -> None:
    """Check the entries and build the site; with a fault, the last good site stays.

    Example: zhiquan build --today 2026-11-23
    """
    start = time.perf_counter()
    target = (site_dir or root / "site").resolve()
    if not is_replaceable(target):
        said = message("'{folder}' is no site made here, so it is not replaced", folder=target)
        raise click.UsageError(spoken(said, lang))
    alone = scratch_folder(target, waiting=waiting(target.parent, lang))
    with without_collection(), alone as folder:
        project = ready(root, today, lang=lang, pdfs=keep is None)
        drawn = draw(root / "mkdocs.yml", folder, project)
        with progress(message("pages"), lang=lang) as told:
            made = Site(project.publication, drawn).write(folder, last=target, progress=told)
        files = [*made.files]
        if keep != "none":
            files += _make_downloads(project, drawn, folder, lang=lang, with_pdf=keep is None)
        require(folder, files)
        swap_in(folder, target)
    seconds = time.perf_counter() - start
    for line in _summary(project.publication.kb, drawn, made.parts, seconds):
        click.echo(spoken(line, lang))
    click.echo(spoken(message("open       {page}", page=target / "index.html"), lang))


def _make_downloads(
    project: Project, drawn: Drawn, site: Path, *, lang: Language, with_pdf: bool
) -> list[str]:
    """Makes the files to keep; the site in a zip comes last, since the others are in it.

    Returns:
        The addresses of the files.
    """
    publication, folder = project.publication, site / DOWNLOADS
    listed = _make_pdfs(project, drawn, folder, lang=lang) if with_pdf else []
    for of in LANGUAGES:
        with progress(message("epub {of}", of=of), lang=lang) as told:
            target = folder / file_name(of)
            write_epub(publication, of, drawn.settings, target, progress=told)
    listed += others(folder)
    write_lists(site, publication, listed)
    with progress(message("bundle"), lang=lang) as told:
        write_bundle(site, folder / NAME, progress=told)
    complete_lists(site)
    write_checksums(folder)
    return [f"{DOWNLOADS}/{name}" for name in (*(one.name for one in listed), CHECKSUMS)]


def _make_pdfs(project: Project, drawn: Drawn, folder: Path, *, lang: Language) -> list[Download]:
    printing = Printing(project.publication, drawn.settings, root=project.root)
    with (
        missing_glyphs_told(project.publication.kb, lang=lang),
        progress(message("pdf"), lang=lang) as told,
    ):
        wait = waiting(project.root, lang)
        return list(write_pdfs(printing, folder, progress=told, waiting=wait))


def _summary(
    kb: KnowledgeBase, drawn: Drawn, made: LanguageParts, seconds: float
) -> Iterator[Message]:
    counts = {kind: len(kb.of(kind)) for kind in KINDS}
    kinds = tuple(f"{kind} {count}" for kind, count in counts.items())
    yield message("entries    {count}  ({kinds})", count=sum(counts.values()), kinds=kinds)
    for of in LANGUAGES:
        yield message(
            "pages {of}   {pages}, questions {questions}",
            of=of,
            pages=len(made[of].pages) + len(drawn.hand_written),
            questions=len(made[of].questions),
        )
    yield message("seconds    {seconds:.1f}", seconds=seconds)
