"""Every word of the interface, by language: `templates/strings/zh.yaml` and `en.yaml`.

The files are trees; a string is named by its dotted path, e.g. `verdict.forbidden`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from zhiquan.source.message import Language


class MissingStringError(LookupError):
    """A template asks for a string that its language's file does not hold."""

    def __init__(self, key: str, lang: Language) -> None:
        super().__init__(f"templates/strings/{lang}.yaml has no '{key}'")
        self.key = key


class Strings:
    """The interface strings of one language."""

    def __init__(self, strings: Mapping[str, str], lang: Language) -> None:
        self._strings = strings
        self.lang = lang
        self._dates: dict[dt.date, str] = {}

    @classmethod
    def load(cls, folder: Path, lang: Language) -> "Strings":
        """Read one language's file from the folder of strings."""
        text = (folder / f"{lang}.yaml").read_text(encoding="utf-8")
        tree = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # it makes text, lists, maps
        return cls(dict(_flat(tree, "")), lang)

    def keys(self) -> frozenset[str]:
        """The dotted names of all strings."""
        return frozenset(self._strings)

    def __getitem__(self, key: str) -> str:
        """The string of a key, as it stands in the file.

        Raises:
            MissingStringError: The file does not hold the key.
        """
        found = self._strings.get(key)
        if found is None:
            raise MissingStringError(key, self.lang)
        return found

    def __call__(self, key: str, **values: object) -> str:
        """The string of a key, with `{names}` filled from the values.

        Raises:
            MissingStringError: The file does not hold the key.
        """
        return self[key].format(**values) if values else self[key]

    def count(self, key: str, number: int) -> str:
        """A number with its noun: `key.one` for 1 and `key.other` for the rest, with `{n}`."""
        return self(f"{key}.{'one' if number == 1 else 'other'}", n=number)

    def listed(self, names: Iterable[str]) -> str:
        """Names in a row with "and" before the last; a name that is a pair counts as two."""
        last = self["list.and"]
        *some, final = [part for name in names for part in name.split(last)]
        return last.join(filter(None, (self["list.comma"].join(some), final)))

    def date(self, day: dt.date) -> str:
        """A day as it is written in running text: 2026年1月1日, 1 January 2026."""
        found = self._dates.get(day)
        if found is None:
            month = self[f"date.month.{day.month}"]
            found = self("date.form", year=day.year, month=month, day=day.day)
            self._dates[day] = found
        return found


def _flat(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
