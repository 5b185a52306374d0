"""Entries made from the models: one of every kind, a payload in every field of free text."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_origin

import yaml

from zhiquan.entries.faults.slots import Slot, example, slot
from zhiquan.entries.kinds import KINDS, MODELS
from zhiquan.entries.provenance import Source
from zhiquan.entries.rule import Check, Example
from zhiquan.entries.scalars import Kind, Refers
from zhiquan.entries.text import Text, Words

Tree = Any
Say = Callable[[], str]
"""Gives the text of the next field."""

KNOWN = {
    "laws": "civil-code",
    "limits": "contact-hours",
    "practices": "home-visit",
    "lenders": "example-lender",
    "channels": "nfra-12378",
    "topics": "someone-at-the-door",
    "terms": "lpr",
    "facts": "contact-time",
    "tables": "lpr-1y",
    "*": "limits/contact-hours",
}
"""Entries of `tests/cases/knowledge`, which hostile ones are laid over."""
_VERIFIED = {"level": "primary-text", "on": "2026-11-01", "copy_read": "…"}
_LEFT_OUT = frozenset({"waivers", "removed", "replaced_by", "repealed", "gaps", "to", "redirect"})


def entry(kind: Kind, say: Say, *, number: int = 1) -> Tree:
    """An entry of a kind with every field, each free text by `say`.

    Args:
        kind: Of the entry.
        say: Gives each text.
        number: Makes what must differ between entries differ.
    """
    tree: Tree = _made(slot(MODELS[kind]), say)
    tree["questions"][0]["id"] = f"asked-{number}"
    tree["title"] = {lang: f"{text}{number}" for lang, text in tree["title"].items()}
    if "order" in tree:
        tree["order"] = str(1000 + number)
    if kind == "limits":
        tree["versions"][0]["from"] = "2025-01-01"
    return tree


def write(root: Path, name: str, say: Say, *, number: int = 1) -> Iterator[Path]:
    """Writes one entry of every kind below `docs/entries`."""
    for kind in KINDS:
        path = root / f"docs/entries/{kind}/{name}.yaml"
        path.write_text(dumped(entry(kind, say, number=number)), "utf-8")
        yield path


def dumped(tree: Tree) -> str:
    """A tree as YAML: no anchors, every text quoted as it needs."""
    return yaml.dump(tree, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**6)


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, _data: object) -> bool:
        """The strict reader takes no anchors."""
        return True


def _made(place: Slot, say: Say) -> Tree:  # noqa: PLR0911  # one for each sort of field
    if place.type is Text:
        return {"zh": say(), "en": say()}
    if place.type is Words:
        return {"zh": [say()], "en": [say()]}
    if place.type is Check:
        return {"fact": "contact-time", "within": ["08:00", "22:00"]}
    if place.type is Example:
        return _example(say)
    if place.choices:
        return place.choices[0]
    if place.is_model:
        return _fields(place, say)
    if get_origin(place.type) is tuple:
        return [_made(slot(one), say) for one in _items(place)]
    return _scalar(place, say)


def _items(place: Slot) -> tuple[Any, ...]:
    return tuple(one for one in get_args(place.type) if one is not Ellipsis)


def _fields(place: Slot, say: Say) -> Tree:
    left_out = _LEFT_OUT | ({"law", "article", "article_unread"} if place.type is Source else set())
    inner = {name: it for name, it in place.fields().items() if name not in left_out}
    return {name: _made(it, say) for name, it in inner.items()}


def _example(say: Say) -> Tree:
    return {
        "given": {"date": "2026-03-01", "contact-time": "21:59"},
        "result": "within",
        "why": {"zh": say(), "en": say()},
        "question": {"zh": say(), "en": say()},
    }


def _scalar(place: Slot, say: Say) -> str:
    refers = [mark.kind for mark in place.marks if isinstance(mark, Refers)]
    if refers:
        return KNOWN[refers[0]]
    if place.type in {dt.date, Decimal, int, bool}:
        return {dt.date: "2026-03-01", Decimal: "24", int: "7", bool: "true"}[place.type]
    return example(place).strip('"') if place.pattern else say()
