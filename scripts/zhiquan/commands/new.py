"""`zhiquan new`."""

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from zhiquan.commands.options import OneOf, day, lang_option, needs, root_option, today_option
from zhiquan.entries.faults import diagnose
from zhiquan.entries.kinds import KINDS, MODELS
from zhiquan.entries.scalars import Kind
from zhiquan.entries.skeleton.rows import Row, is_language, rows
from zhiquan.entries.skeleton.writing import notes, written_out
from zhiquan.knowledge.folder import ENTRIES
from zhiquan.knowledge.taken import close_to, files_of, next_order, why_not
from zhiquan.source.diagnostic import written
from zhiquan.source.message import Language, Message, message, spoken
from zhiquan.source.quoting import scalar
from zhiquan.source.saving import save


@click.command("new")
@click.argument("kind", type=OneOf(KINDS), metavar="KIND")
@click.argument("name", metavar="ID")
@root_option
@today_option
@lang_option
def new_command(
    kind: Kind, name: str, root: Path, today: dt.datetime | None, lang: Language
) -> None:
    """Begin an entry: a file with a blank for all that must be written, and a word on each.

    KIND is one of laws, limits, practices, lenders, channels, topics, terms.

    On a terminal it asks for each of them; what is left empty stays a blank in the file, and
    `zhiquan check` tells which are left.

    Example: zhiquan new limits visits-on-sundays
    """
    needs(root, ENTRIES, lang=lang)
    files = files_of(root, kind)
    near = close_to(name, files)
    _refuse(why_not(name, files), near, lang)
    known = {"review.on": day(today).isoformat()}
    if "order" in MODELS[kind].model_fields:
        known["order"] = str(next_order(files))
    made = rows(MODELS[kind], known)
    if sys.stdin.isatty():
        made = tuple(_explained_and_asked(row, lang) for row in made)
    path = root / ENTRIES / kind / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, written_out(made, kind, lang).encode())
    _tell(path, near, blanks=sum(row.is_blank for row in made), lang=lang)


def _refuse(why: Message | None, near: str | None, lang: Language) -> None:
    if why is None:
        return
    words = spoken(why, lang)
    if near:
        words += spoken(message(" (there is also '{near}')", near=near), lang)
    raise click.UsageError(words)


def _tell(path: Path, near: str | None, *, blanks: int, lang: Language) -> None:
    click.echo(path)
    if near:
        click.echo(spoken(message("there is '{near}' too: is that the same?", near=near), lang))
    if blanks:
        click.echo(spoken(message("fill in the {count} blanks (___), then:", count=blanks), lang))
    click.echo(f"zhiquan check {path}")


def _explained_and_asked(row: Row, lang: Language) -> Row:
    if not row.is_offer and not is_language(row):
        click.echo("\n".join(["", *notes(row, lang)]))
    return _asked(row, lang)


def _asked(row: Row, lang: Language) -> Row:
    """The row with what the editor answers; asked again until it can stand there."""
    while row.is_blank:
        answer = click.prompt(written(row.pointer), default="", show_default=False).strip()
        if not answer:
            break
        wrong = _wrong(row, answer)
        if wrong is None:
            return replace(row, value=scalar(answer))
        click.echo(spoken(wrong, lang))
    return row


def _wrong(row: Row, answer: str) -> Message | None:
    """What to write instead of an answer that the model would not take."""
    try:
        TypeAdapter(row.place.annotation).validate_python(answer)
    except ValidationError as error:
        return diagnose(error, row.place.annotation, path="")[0].hint
    return None
