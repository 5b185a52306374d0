"""Rows as YAML, with what an editor should know above each."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from inspect import get_annotations
from pathlib import Path

import yaml

from zhiquan.entries.faults.slots import Slot, slot_at
from zhiquan.entries.meanings import meanings
from zhiquan.entries.scalars import Kind
from zhiquan.entries.skeleton.rows import Row, is_language
from zhiquan.entries.skeleton.shown import Model
from zhiquan.source.message import Language, message, spoken

_WIDTH = 96
_WRAP = partial(textwrap.wrap, break_on_hyphens=False, break_long_words=False)


def written_out(rows: Iterable[Row], kind: Kind, lang: Language) -> str:
    """The file of a new entry.

    Args:
        rows: Its rows.
        kind: The folder it goes to.
        lang: The language of the comments.
    """
    head = (
        f"# yaml-language-server: $schema=../../schema/{kind}.json",
        *_comment(spoken(message("Fill in every ___ ; lines with # may stay or go."), lang), 0),
    )
    lines = [*head]
    told = set[tuple[Model, str]]()
    for row in rows:
        if row.of and not is_language(row) and (row.of, row.name) not in told:
            told.add((row.of, row.name))
            for words in notes(row, lang):
                lines += _comment(words, row.indent - 2 * row.dash)
        lines.append(_line(row))
    return "\n".join([*lines, ""])


def notes(row: Row, lang: Language) -> tuple[str, ...]:
    """What an editor should know of a field, and what is accepted: one or two paragraphs."""
    meaning = about(row.of, row.name, lang) if row.of else ""
    if row.is_offer:
        left_out = message("(may be left out) {meaning}", meaning=meaning)
        meaning = spoken(left_out, lang)
    choices = row.place.choices or row.place.inner(0).choices
    if all(choice in meaning for choice in choices):
        return (meaning,)
    return meaning, spoken(message("One of: {choices}", choices=", ".join(choices)), lang)


def about(model: Model, name: str, lang: Language) -> str:
    """What a field means, in the editor's language."""
    field = next(own for own, info in model.model_fields.items() if name in {own, info.alias})
    described = meanings(model).get(name) or _of_type(slot_at(model, (name,)))
    owner = next(own for own in reversed(model.__mro__) if field in get_annotations(own))
    own_words = chinese_notes().get(f"{owner.__name__}.{name}") if lang == "zh" else None
    return own_words or " ".join(described.split())


def _of_type(place: Slot) -> str:
    """What the first line of the model at this place, or of its items, says."""
    inner = place if place.is_model else place.inner(0)
    return (inner.type.__doc__ or "").split("\n")[0] if inner.is_model else ""


@cache
def chinese_notes() -> Mapping[str, str]:
    """What fields mean, in Chinese, by model and field."""
    text = Path(__file__).with_name("notes.yaml").read_text("utf-8")
    found: dict[str, str] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (our own file)
    return found


def _comment(words: str, indent: int) -> Iterator[str]:
    for line in _WRAP(words, _WIDTH - indent - 2):
        yield f"{' ' * indent}# {line}"


def _line(row: Row) -> str:
    lead = " " * (row.indent - 2) + "- " if row.dash else " " * row.indent
    value = f"[{row.value}]" if row.is_list else row.value
    if row.is_offer:
        return f"{lead}# {row.name}: {value}"
    return f"{lead}{row.name}: {value}".rstrip()
