"""Opening the project that a command is about."""

import datetime as dt
import sys
from pathlib import Path

import click

from zhiquan.commands.options import day, needs
from zhiquan.commands.terminal import in_colour, progress
from zhiquan.outputs.project import Project, ProjectError
from zhiquan.source.message import Language, message
from zhiquan.source.report import render


def ready(root: Path, today: dt.datetime | None, *, lang: Language, pdfs: bool = True) -> Project:
    """The project with its entries read; faults are printed and end the run.

    Args:
        root: the folder of the project.
        today: the day the site speaks of; the real one for None.
        lang: the language of what is printed.
        pdfs: whether there will be PDFs for pages to link.
    """
    needs(root, "docs/entries", lang=lang)
    needs(root, "mkdocs.yml", lang=lang)
    project = Project(root, today=day(today), pdfs=pdfs)
    try:
        with progress(message("check"), lang=lang) as told:
            loaded = project.refresh(progress=told)
    except ProjectError as fault:
        click.echo(fault.report(lang, colour=in_colour()), err=True)
        sys.exit(1)
    if project.diagnostics:
        report = render(project.diagnostics, texts=loaded.texts, lang=lang, colour=in_colour())
        click.echo(report, err=True)
    return project
