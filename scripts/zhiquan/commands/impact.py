"""`zhiquan impact`."""

import datetime as dt
from pathlib import Path

import click

from zhiquan.commands.options import day, form_option, lang_option, needs, root_option, today_option
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import load
from zhiquan.knowledge.nearest import nearest
from zhiquan.outputs.reports.impact import as_json, gather, outline
from zhiquan.outputs.reports.outline import Form, as_markdown, as_text
from zhiquan.pages.publication import Publication
from zhiquan.source.message import Language, message, spoken


@click.command("impact")
@click.argument("law")
@click.argument("article", required=False)
@root_option
@today_option
@form_option("For a terminal, for a comment, or for programs.")
@lang_option
def impact_command(  # noqa: PLR0913, PLR0917  # one per option, named by click
    law: str,
    article: str | None,
    root: Path,
    today: dt.datetime | None,
    form: Form,
    lang: Language,
) -> None:
    """List everything that rests on a law, or on one of its articles.

    From the claims that cite it, through limits to verdicts, situations, questions and pages.
    LAW is the id of an entry in docs/entries/laws, or its title.

    Example: zhiquan impact civil-code 1033
    """
    needs(root, "docs/entries", lang=lang)
    loaded = load(root, today=day(today))
    name = _named(law, loaded.kb, lang)
    if loaded.diagnostics:
        said = message(
            "{count} files could not be read: zhiquan check", count=len(loaded.kb.broken)
        )
        click.echo(spoken(said, lang), err=True)
    publication = Publication(loaded.kb, templates=root / "templates")
    report = gather(publication, name, article, lang=lang)
    if form == "json":
        click.echo(as_json(report, publication), nl=False)
        return
    printed = as_markdown if form == "markdown" else as_text
    click.echo(printed(outline(report, publication, lang)), nl=False)


def _named(law: str, kb: KnowledgeBase, lang: Language) -> str:
    """The id of a law from its id, ref or title.

    Raises:
        click.UsageError: There is no such law; the message names the one most like it.
    """
    titled = {
        title: name
        for name, one in kb.laws.items()
        for text in (one.title, one.short)
        for title in (text.zh, text.en)
        if title
    }
    bare = law.removeprefix("laws/")
    if bare in kb.laws or bare in titled:
        return bare if bare in kb.laws else titled[bare]
    near = nearest(bare, [*kb.laws, *titled])
    said = message("there is no law '{law}'", law=law)
    if near:
        said = message("{what}; did you mean '{near}'?", what=said, near=titled.get(near, near))
    raise click.UsageError(spoken(said, lang))
