"""Comparing two entries field by field; items of lists are matched by what identifies them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Steps = tuple[str, ...]

_IDENTITIES = ("id", "from", "on", "channel", "given", "code")
"""Fields that identify an item of a list, the first that it has."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field, an item or a text that is not what it was."""

    steps: Steps
    """Field names; an item of a list follows its field, e.g. ("versions", "2026-01-01", "rule")."""
    old: Any
    """A piece of the entry's tree; None where it was not there."""
    new: Any

    @property
    def field(self) -> str:
        """As an editor reads it: `versions[2026-01-01].rule`."""
        return "".join(self.steps).removeprefix(".")


def compare(old: Any, new: Any, steps: Steps = ()) -> Iterator[Difference]:
    """Every difference between two trees of an entry, in the order of the fields."""
    if old == new:
        return
    if is_text(old) and is_text(new):
        yield Difference(steps, old, new)
    elif isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from compare(old.get(key), new.get(key), (*steps, f".{key}"))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists(old, new, steps)
    else:
        yield Difference(steps, old, new)


def is_text(value: Any) -> bool:
    """Whether a piece of a tree is a text in one or both languages."""
    return (
        isinstance(value, dict)
        and bool(value)
        and value.keys() <= {"zh", "en"}
        and all(isinstance(text, str) for text in value.values())
    )


def identity(item: Any) -> str | None:
    """What stays the same when an item of a list changes; None where nothing does."""
    if not isinstance(item, Mapping):
        return None
    if item.get("law"):
        return f"{item['law']} {item.get('article', '')}".strip()
    if report := item.get("report"):
        return str(report.get("publisher"))
    found = next((item[name] for name in _IDENTITIES if name in item), None)
    return _written(found) if isinstance(found, dict) else found


def _lists(old: list[Any], new: list[Any], steps: Steps) -> Iterator[Difference]:
    olds, news = _keyed(old), _keyed(new)
    if olds is None or news is None:
        yield from _rows(old, new, steps)
        return
    for key in dict.fromkeys((*olds, *news)):
        yield from compare(olds.get(key), news.get(key), (*steps, f"[{key}]"))
    if list(olds) != list(news) and set(olds) == set(news):
        yield Difference((*steps, "[]"), list(olds), list(news))


def _keyed(items: list[Any]) -> dict[str, Any] | None:
    """The items by identity; None where one has none or shares it with another."""
    found = {key: item for item in items if (key := identity(item)) is not None}
    return found if len(found) == len(items) else None


def _rows(old: list[Any], new: list[Any], steps: Steps) -> Iterator[Difference]:
    """Items without an identity are matched by their order, as lines of a text are."""
    matcher = SequenceMatcher(
        a=list(map(_written, old)), b=list(map(_written, new)), autojunk=False
    )
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            continue
        for place in range(max(j - i, m - k)):
            was = old[i + place] if i + place < j else None
            now = new[k + place] if k + place < m else None
            number = (k if now is not None else i) + place + 1
            yield from compare(was, now, (*steps, f"[{number}]"))


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
