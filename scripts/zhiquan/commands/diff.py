"""`zhiquan diff`."""

import datetime as dt
import tempfile
from pathlib import Path

import click

from zhiquan.commands.options import day, form_option, lang_option, needs, root_option, today_option
from zhiquan.knowledge.load import Reuse, load
from zhiquan.outputs.reports.diff import Diff, as_json, compared, outline
from zhiquan.outputs.reports.outline import Form, as_markdown, as_text
from zhiquan.pages.publication import Publication
from zhiquan.source.message import Language, message, spoken
from zhiquan.source.revision import RevisionError, unpack

ENTRIES = "docs/entries"


@click.command("diff")
@click.argument("revision", default="HEAD")
@root_option
@today_option
@form_option("For a terminal, for a review comment, or for programs.")
@lang_option
def diff_command(  # one per option, named by click
    revision: str,
    root: Path,
    today: dt.datetime | None,
    form: Form,
    lang: Language,
) -> None:
    """Say what changed in meaning since a revision, and which review it needs.

    Compares the entries as they stand in the working tree with those of a REVISION of git (HEAD
    when not given), field by field, and counts the questions and pages that change with them.

    Example: zhiquan diff main --format markdown
    """
    needs(root, ENTRIES, lang=lang)
    try:
        found = _compared(root, revision, day(today))
    except RevisionError as fault:
        raise click.UsageError(spoken(fault.said, lang)) from None
    broken = found.old.kb.broken | found.new.kb.broken
    if broken:
        said = message("{count} files could not be read: zhiquan check", count=len(broken))
        click.echo(spoken(said, lang), err=True)
    click.echo(_printed(found, form, lang), nl=False)


def _compared(root: Path, revision: str, today: dt.date) -> Diff:
    """Both states printed by the templates of today, so that only entries make a difference."""
    reuse, templates = Reuse(), root / "templates"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        unpack(root, revision, ENTRIES, folder)
        new = load(root, today=today, reuse=reuse)
        old = load(folder, today=today, reuse=reuse)
    then, now = (Publication(loaded.kb, templates=templates) for loaded in (old, new))
    return compared(then, now, revision)


def _printed(found: Diff, form: Form, lang: Language) -> str:
    if form == "json":
        return as_json(found)
    report = outline(found, lang)
    if form == "text":
        return as_text(report)
    return as_markdown(
        report,
        more=lambda count: spoken(
            message("… and {count} more entries: zhiquan diff", count=count), lang
        ),
    )
