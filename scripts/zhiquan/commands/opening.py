"""Opening the project that a command is about."""

import datetime as dt
import sys
from pathlib import Path

import click

from zhiquan.commands.options import day, needs
from zhiquan.commands.terminal import in_colour, progress
from zhiquan.outputs.project import Project, ProjectError
from zhiquan.source.report import render


def ready(root: Path, today: dt.datetime | None) -> Project:
    """The project with its entries read; faults are printed and end the run."""
    needs(root, "docs/entries")
    needs(root, "mkdocs.yml")
    project = Project(root, today=day(today))
    try:
        with progress("check") as told:
            loaded = project.refresh(progress=told)
    except ProjectError as fault:
        click.echo(str(fault), err=True)
        sys.exit(1)
    if project.diagnostics:
        click.echo(render(project.diagnostics, texts=loaded.texts, colour=in_colour()), err=True)
    return project
