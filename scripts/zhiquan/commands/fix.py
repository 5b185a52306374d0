"""`zhiquan fix`."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import click

from zhiquan.commands.options import lang_option, needs, root_option
from zhiquan.commands.paths import chosen, paths_argument
from zhiquan.commands.terminal import progress
from zhiquan.entries.mending.mend import Mended, Mending, mend
from zhiquan.knowledge.folder import ENTRIES, EntryFile, walk
from zhiquan.knowledge.nearby.selection import Selection
from zhiquan.knowledge.parse import bytes_of, type_of
from zhiquan.source.characters import decode
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Language, Message, message, spoken
from zhiquan.source.progress import Progress
from zhiquan.source.saving import save

NAMES: Mapping[Mending, Message] = {
    "yaml": message("what kept it from being read"),
    "line-ends": message("line ends"),
    "order": message("order of fields"),
    "dates": message("dates"),
    "signs": message("punctuation and spacing"),
    "quotes": message("quotes"),
}


@dataclass(frozen=True)
class _Found:
    file: EntryFile
    before: bytes
    after: Mended

    @property
    def is_changed(self) -> bool:
        return self.after.is_readable and self.after.text.encode() != self.before

    def did(self) -> Message:
        """What was mended; a file in which nothing else was had other line ends."""
        return message("{path}: {what}", path=self.file.name, what=self._what())

    def _what(self) -> tuple[Message, ...]:
        return tuple(NAMES[name] for name in self.after.did or ("line-ends",))

    def diff(self) -> str:
        """What changes, as a unified diff."""
        before = self.before.decode().splitlines(keepends=True)
        after = self.after.text.splitlines(keepends=True)
        return "".join(unified_diff(before, after, self.file.name, self.file.name))


@click.command("fix")
@paths_argument
@root_option
@click.option("--dry-run", is_flag=True, help="Change no file; print the changes, exit 1 with any.")
@lang_option
def fix_command(
    paths: tuple[Path, ...],
    root: Path,
    dry_run: bool,  # noqa: FBT001
    lang: Language,
) -> None:
    """Mend what a machine can mend, in all entries or in PATHS; `zhiquan check` tells the rest.

    Fields in their order, days as 2026-01-05, full-width signs in Chinese and half-width ones in
    English, no blank between Chinese and Latin letters or digits, none at line ends, quotes.
    Comments and untouched lines stay as they are.

    Example: zhiquan fix --dry-run docs/entries/limits
    """
    needs(root, ENTRIES, lang=lang)
    named = chosen(root, paths, lang)
    with progress(message("fix"), lang=lang) as told:
        found = list(_look(root, named, told))
    if not found:
        there_is_none = message("there is no '{path}'", path=named.names[0])
        raise click.UsageError(spoken(there_is_none, lang))
    changed = [item for item in found if item.is_changed]
    for item in changed:
        if dry_run:
            click.echo(item.diff(), nl=False)
        else:
            save(item.file.path, item.after.text.encode())
            click.echo(spoken(item.did(), lang))
    click.echo(spoken(_sum(found, changed, dry_run=dry_run), lang))
    sys.exit(1 if dry_run and changed else 0)


def _look(root: Path, named: Selection, told: Progress) -> Iterator[_Found]:
    files = [file for file in walk(root) if isinstance(file, EntryFile) and named.covers(file.name)]
    for done, file in enumerate(files, 1):
        yield _mended(file)
        told(done, len(files))


def _mended(file: EntryFile) -> _Found:
    data = bytes_of(file)
    if isinstance(data, Diagnostic):  # the check says why
        return _Found(file, b"", Mended("", is_readable=False))
    text = decode(data, name=file.name)
    if isinstance(text, str):
        return _Found(file, data, mend(text, type_of(file, text)))
    return _Found(file, data, Mended("", is_readable=False))


def _sum(found: list[_Found], changed: list[_Found], *, dry_run: bool) -> Message:
    unreadable = sum(not item.after.is_readable for item in found)
    counts = {"count": len(changed), "all": len(found)}
    if unreadable:
        return message(
            "{count} of {all} files mended; {left} cannot be read: zhiquan check says why",
            left=unreadable,
            **counts,
        )
    if dry_run:
        return message("{count} of {all} files would change", **counts)
    return message("{count} of {all} files mended", **counts)
