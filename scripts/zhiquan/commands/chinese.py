"""Help and wrong usage in Chinese: what click says by itself, and what our commands say of theirs.

The English stands in the docstrings and options; `source/messages/zh/help.yaml` holds the Chinese
of each paragraph, `click.yaml` that of click's own words.
"""

import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from types import ModuleType
from typing import TypeVar

import click

from zhiquan.commands import OnDemand
from zhiquan.source.excerpt import broken, cells
from zhiquan.source.message import Language, Message, chinese, message

CLICK: tuple[Message, ...] = (
    message("Usage:"),
    message("Options"),
    message("Commands"),
    message("Show this message and exit."),
    message("Show the version and exit."),
    message("default: {default}"),
    message("Try '{command} {option}' for help."),
    message("Error: {message}"),
    message("Invalid value for {param_hint}: {message}"),
    message("Missing argument"),
    message("Choose from:\n\t{choices}"),
    message("No such command {name!r}."),
    message("No such option {name!r}."),
    message("Did you mean {possibility}?"),
    message("(Did you mean one of: {possibilities}?)"),
    message("Option {name!r} requires an argument."),
    message("Option {name!r} does not take a value."),
    message("Got unexpected extra argument ({args})"),
    message("Got unexpected extra arguments ({args})"),
    message("{value!r} is not one of {choices}."),
    message("{value!r} is not a valid {number_type}."),
    message("{value} is not in the range {range}."),
    message("{name} {filename!r} does not exist."),
    message("{name} {filename!r} is a file."),
    message("{name} {filename!r} is a directory."),
    message("Aborted!"),
)
"""What click says in our commands; it looks each up by `gettext`."""

TYPES: tuple[Message, ...] = (
    message("directory"),
    message("path"),
    message("text"),
    message("integer range"),
    message("float range"),
)
"""What click calls the values of options."""

_TEMPLATES = frozenset(said.template for said in CLICK)

Command = TypeVar("Command", bound=click.Command)
_EXAMPLE = "Example: "


@contextmanager
def clicks_words(lang: Language) -> Iterator[None]:
    """Lets click speak a language within the block, and count a Chinese character as two columns.

    click asks `gettext`, which finds nothing but compiled catalogues in the locale's language.
    """
    before = [{name: vars(room)[name] for name in theirs} for room, theirs in _CLICKS.items()]
    for room, theirs in _CLICKS.items():
        vars(room).update({name: _OURS[name] for name in theirs} if lang == "zh" else theirs)
    try:
        yield
    finally:
        for room, words in zip(_CLICKS, before, strict=True):
            vars(room).update(words)


def in_chinese(command: Command) -> Command:
    """The same command with its help in Chinese."""
    spoken = copy(command)
    spoken._help_option = None  # noqa: SLF001  # click makes it anew, in its words of now
    paragraphs = [_paragraph(text) for text in paragraphs_of(command)]
    spoken.help = "\n\n".join(paragraphs)
    spoken.short_help = paragraphs[0].rstrip("。")
    spoken.params = [_parameter(one) for one in command.params]
    if isinstance(command, click.Group) and isinstance(spoken, click.Group):
        spoken.commands = OnDemand(command.commands, said=in_chinese)
    return spoken


def paragraphs_of(command: click.Command) -> list[str]:
    """The paragraphs of a command's help, each on one line; the last is its example."""
    whole = inspect.cleandoc(command.help or "")
    return [" ".join(paragraph.split()) for paragraph in whole.split("\n\n")]


def help_of(commands: Iterable[click.Command]) -> Iterator[str]:
    """Every English text of these commands' help for which there must be Chinese."""
    for command in commands:
        yield from (one for one in paragraphs_of(command) if not one.startswith(_EXAMPLE))
        for parameter in command.params:
            if isinstance(parameter, click.Option) and parameter.help:
                yield parameter.help


def _paragraph(text: str) -> str:
    if text.startswith(_EXAMPLE):
        return f"例如：{text.removeprefix(_EXAMPLE)}"
    return _said(text)


def _parameter(parameter: click.Parameter) -> click.Parameter:
    spoken = copy(parameter)
    if isinstance(spoken, click.Option) and spoken.help:
        spoken.help = _said(spoken.help)
    spoken.type = copy(parameter.type)
    spoken.type.name = _said(parameter.type.name)
    return spoken


def _said(words: str) -> str:
    return chinese().get(words, words)


def _counted(one: str, several: str, count: int) -> str:
    return _by_click(one if count == 1 else several)


def _by_click(words: str) -> str:
    """What click says, but not what it calls a type: that is kept for the other language too."""
    return _said(words) if words in _TEMPLATES else words


def _wrapped(
    text: str,
    width: int = 78,
    initial_indent: str = "",
    subsequent_indent: str = "",
    preserve_paragraphs: bool = False,  # noqa: FBT001, FBT002  # as click calls it
) -> str:
    """Text as click wraps it, except that a Chinese line may break behind any character."""
    parts = text.split("\n\n") if preserve_paragraphs else [text]
    room = width - cells(subsequent_indent)
    broken_up = [broken(" ".join(part.split()), room) for part in parts]
    lines = ("\n".join(f"{subsequent_indent}{line}" for line in part) for part in broken_up)
    return initial_indent + "\n\n".join(lines).removeprefix(subsequent_indent)


_OURS: Mapping[str, object] = {
    "_": _by_click,
    "ngettext": _counted,
    "wrap_text": _wrapped,
    "term_len": cells,
}
_CLICKS: Mapping[ModuleType, Mapping[str, object]] = {
    room: {name: vars(room)[name] for name in _OURS if name in vars(room)}
    for name, room in sorted(sys.modules.items())
    if name.startswith("click.")
}
"""The modules of click, each with what it asks for words."""
