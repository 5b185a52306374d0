"""What a person can type after `zhiquan`: one module a command, thin over the rooms before."""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from importlib import import_module

import click

from zhiquan.knowledge.collection import without_collection


class OnDemand(MutableMapping[str, click.Command]):
    """Commands by name, each imported when it is first asked for.

    Drawing pages needs MkDocs, checking one file does not: importing all that any command needs
    takes a second, and an editor waits for it at every call.
    """

    def __init__(
        self,
        names: Iterable[str],
        *,
        said: Callable[[click.Command], click.Command] = lambda command: command,
    ) -> None:
        self._known: dict[str, click.Command | None] = dict.fromkeys(names)
        self._said = said

    def __getitem__(self, name: str) -> click.Command:
        found = self._known[name]
        if found is None:
            with without_collection():
                module = import_module(f"{__name__}.{name}")
            found = self._known[name] = self._said(getattr(module, f"{name}_command"))
        return found

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._known[name] = command

    def __delitem__(self, name: str) -> None:
        del self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
