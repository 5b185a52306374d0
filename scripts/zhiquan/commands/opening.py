"""Opening the project that a command is about."""

import datetime as dt
import sys
from pathlib import Path

import click

from zhiquan.commands.options import day
from zhiquan.commands.terminal import in_colour, progress
from zhiquan.outputs.project import Project, ProjectError
from zhiquan.source.message import Language, message, spoken
from zhiquan.source.report import render


def ready(root: Path, today: dt.datetime | None, *, lang: Language) -> Project:
    """The project with its entries read; faults are printed and end the run."""
    needs(root, "docs/entries", lang=lang)
    needs(root, "mkdocs.yml", lang=lang)
    project = Project(root, today=day(today))
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


def needs(root: Path, name: str, *, lang: Language) -> None:
    """Ends the run as wrong usage where the project's folder holds no `name`."""
    if not (root / name).exists():
        said = message(
            "there is no {name} in '{root}': go to the project's folder, or name it by --root",
            name=name,
            root=root,
        )
        raise click.UsageError(spoken(said, lang))
