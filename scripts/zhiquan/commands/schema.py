"""`zhiquan schema`."""

from pathlib import Path
from typing import cast

import click

from zhiquan.commands.options import root_option
from zhiquan.entries.fields import write_field_reference
from zhiquan.entries.schema import write_schemas
from zhiquan.source.explain import write_reference


@click.command("schema")
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
    main = cast("click.Group", click.get_current_context().find_root().command)
    (reference / "commands.md").write_text(command_reference(main), "utf-8")
    click.echo(reference / "commands.md")


def command_reference(main: click.Group) -> str:
    """The reference page of all commands, in Markdown, as `--help` prints them."""
    top = click.Context(main, info_name="zhiquan", terminal_width=96, **main.context_settings)
    subs = [click.Context(command, top, name) for name, command in sorted(main.commands.items())]
    sections = [
        f"## {context.command_path}\n\n```\n{context.get_help()}\n```\n" for context in (top, *subs)
    ]
    return "\n".join(["# Commands · 命令\n\nMade by `zhiquan schema`.\n", *sections])
