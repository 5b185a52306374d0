"""The reference page of all fields, made from the models and their docstrings."""

from collections.abc import Iterable, Iterator
from inspect import getdoc
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from zhiquan.entries.entry import Entry, Tombstone
from zhiquan.entries.faults.slots import Slot, example, slot
from zhiquan.entries.kinds import MODELS
from zhiquan.entries.meanings import meanings
from zhiquan.entries.rule import Fact, Table
from zhiquan.entries.text import Text, Words

Model = type[BaseModel]

_FILES: tuple[tuple[str, Model], ...] = (
    *((f"docs/entries/{kind}/<id>.yaml", model) for kind, model in MODELS.items()),
    ("docs/entries/facts.yaml, below the id of each fact", Fact),
    ("docs/entries/tables/<id>.yaml", Table),
    ("In place of a removed entry", Tombstone),
)
_PLAIN: tuple[Model, ...] = (Text, Words)
"""Parts that the example shows completely."""

_HEAD = """\
# Fields · 字段

Every field that a file of `docs/entries/` may hold. Those in **bold** must be written. Where only
certain words are accepted, they are listed. The same stands in `docs/schema/`, for an editor's YAML
plugin. Made from the models in `scripts/zhiquan/entries/` by `zhiquan schema`: change it there.
"""


def field_reference() -> str:
    """The reference page of all fields, in Markdown."""
    return "\n".join([_HEAD, *_every_entry(), *_files(), *_parts()])


def write_field_reference(path: Path) -> Path:
    """Write the reference page of all fields; gives the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(field_reference(), "utf-8")
    return path


def parts() -> tuple[Model, ...]:
    """The models that stand inside entries and other files, in the order of their names."""
    found: set[Model] = set()
    for _, model in _FILES:
        _collect(model, found)
    return tuple(sorted(found, key=lambda model: model.__name__))


def _collect(model: Model, found: set[Model]) -> None:
    for place in slot(model).fields().values():
        for inner in _models(place):
            if inner not in found:
                found.add(inner)
                _collect(inner, found)


def _models(place: Slot) -> Iterator[Model]:
    if place.is_model:
        yield place.type
    for argument in get_args(place.type):
        yield from _models(slot(argument))


def _every_entry() -> Iterator[str]:
    yield "## Fields of every kind of entry\n"
    yield from _table(Entry, slot(Entry).fields())


def _files() -> Iterator[str]:
    for where, model in _FILES:
        yield f"## {model.__name__}: {where}\n"
        yield f"{getdoc(model)}\n"
        shared = slot(Entry).fields() if issubclass(model, Entry) else {}
        yield from _table(model, (name for name in slot(model).fields() if name not in shared))


def _parts() -> Iterator[str]:
    yield "## Parts of entries\n"
    for model in parts():
        yield f"### {model.__name__}\n"
        yield f"{getdoc(model)}\n"
        yield from _table(model, slot(model).fields())


def _table(model: Model, names: Iterable[str]) -> Iterator[str]:
    required = slot(model).required()
    words = meanings(model)
    yield "| field | meaning | example |"
    yield "|---|---|---|"
    for name in names:
        place = slot(model).inner(name)
        shown = f"**{name}**" if name in required else name
        yield f"| {shown} | {_meaning(place, words.get(name))} | `{example(place)}` |"
    yield ""


def _meaning(place: Slot, description: str | None) -> str:
    choices = place.choices or place.inner(0).choices
    words = [f"One of {', '.join(f'`{choice}`' for choice in choices)}."] if choices else []
    for part in _models(place):
        if part not in _PLAIN:
            description = description or str(getdoc(part)).split("\n")[0]
            words.append(f"See [{part.__name__}](#{part.__name__.lower()}).")
    return " ".join(" ".join([description or "", *words]).replace("|", "\\|").split())
