"""Ids that a new entry cannot have, and the next free places in an order."""

import re
from pathlib import Path

from zhiquan.entries.channel import Channel
from zhiquan.entries.entry import Tombstone
from zhiquan.entries.scalars import Kind
from zhiquan.entries.topic import Topic
from zhiquan.knowledge.folder import ID, INDEX, EntryFile, walk
from zhiquan.knowledge.nearest import nearest
from zhiquan.knowledge.parse import parse_file
from zhiquan.source.message import Message, message


def files_of(root: Path, kind: Kind) -> dict[str, EntryFile]:
    """The files of one kind by id."""
    found = (item for item in walk(root) if isinstance(item, EntryFile) and item.kind == kind)
    return {file.ref.partition("/")[2]: file for file in found}


def why_not(name: str, files: dict[str, EntryFile]) -> Message | None:
    """Why a new entry cannot have this id, and which there is; None where it can.

    Args:
        name: The id.
        files: The files of the kind that it is to have, see `files_of`.
    """
    if name == INDEX or not ID.fullmatch(name):
        return message(
            "'{id}' cannot be an id: small letters, digits, single hyphens, for example '{like}'",
            id=name,
            like=_like(name),
        )
    if name not in files:
        return None
    held = parse_file(files[name])
    if isinstance(held, Tombstone):
        return message(
            "'{id}' was removed on {on}, and an id is never used again: see '{redirect}'",
            id=name,
            on=held.removed.on,
            redirect=held.removed.redirect,
        )
    return message("'{id}' is there already: open {path}", id=name, path=files[name].name)


def close_to(name: str, files: dict[str, EntryFile]) -> str | None:
    """The id of an entry that may be meant, or nothing."""
    return nearest(name, files.keys() - {name})


def next_order(files: dict[str, EntryFile]) -> int:
    """The first place behind all entries of a kind that stand in an order; 1 where none does."""
    held = (parse_file(file) for file in files.values())
    return max((item.order for item in held if isinstance(item, Channel | Topic)), default=0) + 1


def _like(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-").replace(INDEX, "") or "contact-hours"
