"""`zhiquan schema`."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import click

from zhiquan.commands.chinese import clicks_words, in_chinese
from zhiquan.commands.options import root_option
from zhiquan.entries.fields import write_field_reference
from zhiquan.entries.schema import write_schemas
from zhiquan.source.explain import write_reference
from zhiquan.source.message import Language

COMMAND_PAGES: Mapping[Language, str] = {"en": "commands.md", "zh": "commands.zh.md"}
"""The reference of the commands, by language."""


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
    context = click.get_current_context()
    main = context.find_object(click.Group) or cast("click.Group", context.find_root().command)
    for lang, name in COMMAND_PAGES.items():
        (reference / name).write_text(command_reference(main, lang), "utf-8")
        click.echo(reference / name)


def command_reference(main: click.Group, lang: Language) -> str:
    """The reference page of all commands, in Markdown, as `--help` prints them."""
    with clicks_words(lang):
        return _reference(main if lang == "en" else in_chinese(main))


def _reference(main: click.Group) -> str:
    top = click.Context(main, info_name="zhiquan", terminal_width=96, **main.context_settings)
    subs = [click.Context(command, top, name) for name, command in sorted(main.commands.items())]
    sections = [
        f"## {context.command_path}\n\n```\n{context.get_help()}\n```\n" for context in (top, *subs)
    ]
    return "\n".join(["# Commands · 命令\n\nMade by `zhiquan schema`.\n", *sections])
