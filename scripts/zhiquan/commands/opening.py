"""Opening the project that a command is about."""

import datetime as dt
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from zhiquan.commands.options import day, needs
from zhiquan.commands.terminal import in_colour, progress
from zhiquan.knowledge.load import text_of
from zhiquan.outputs.project import Project, ProjectError
from zhiquan.source.message import Language, message
from zhiquan.source.report import render


def ready(root: Path, today: dt.datetime | None, *, lang: Language, pdfs: bool = True) -> Project:
    """The project with its entries read; faults are printed, and errors end the run.

    Args:
        root: the folder of the project.
        today: the day the site speaks of; the real one for None.
        lang: the language of what is printed.
        pdfs: whether there will be PDFs for pages to link.
    """
    project = opened(root, today, lang=lang, pdfs=pdfs)
    if not project.has_pages:
        sys.exit(1)
    return project


def opened(root: Path, today: dt.datetime | None, *, lang: Language, pdfs: bool = True) -> Project:
    """The same, with no pages where there are errors."""
    needs(root, "docs/entries", lang=lang)
    needs(root, "mkdocs.yml", lang=lang)
    project = Project(root, today=day(today), pdfs=pdfs)
    with suppress(ProjectError), progress(message("check"), lang=lang) as told:
        project.refresh(progress=told)
    if project.diagnostics:
        texts = partial(text_of, root)
        report = render(project.diagnostics, texts=texts, lang=lang, colour=in_colour())
        click.echo(report, err=True)
    return project
