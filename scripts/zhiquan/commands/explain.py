"""`zhiquan explain`."""

import click

from zhiquan.commands.options import lang_option
from zhiquan.source.explain import UnknownCodeError, explain
from zhiquan.source.message import Language, spoken


@click.command("explain")
@click.argument("code")
@lang_option
def explain_command(code: str, lang: Language) -> None:
    """Say why a finding is one, with a wrong and a right example.

    Example: zhiquan explain ZQ102 --lang en
    """
    try:
        click.echo(explain(code, lang), nl=False)
    except UnknownCodeError as unknown:
        raise click.UsageError(spoken(unknown.said, lang)) from None
