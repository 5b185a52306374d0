"""What earlier runs read, kept in one file that may be deleted at any time.

What a file held is found again only under its own bytes, by the same code: what is stale, cut
short, changed by hand or written by another version is not found, and is read anew. It holds text,
not objects: nothing in it is run, and what is taken from it is validated again.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pydantic
import yaml

from zhiquan.knowledge.nearby.outline import Outline
from zhiquan.source.saving import save, sweep

FILE = ".cache/zhiquan/entries"
"""Below the project's root."""

_PACKAGE = Path(__file__).parents[2]
_ROOMS = ("source", "entries", "knowledge")
"""The code that decides what a file holds and what its outline is."""


class Kept(NamedTuple):
    """What is kept of one readable file."""

    digest: str
    """Of its bytes."""
    outline: Outline
    tree: bytes
    """What its YAML holds, as JSON."""

    def document(self) -> dict[str, Any]:
        """The tree as the reader gives it."""
        tree: dict[str, Any] = json.loads(self.tree)
        return tree


def digest(data: bytes) -> str:
    """A name for these bytes that no others have."""
    return hashlib.blake2b(data, digest_size=20).hexdigest()


def kept_of(data: bytes, known: Outline, tree: dict[str, Any]) -> Kept:
    """What is kept of a file."""
    written = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    return Kept(digest(data), known, written.encode())


def read_cache(root: Path) -> Mapping[str, Kept]:
    """What is kept, by the names of the files; nothing where no good cache is found."""
    try:
        data = (root / FILE).read_bytes()
    except OSError:
        return {}
    head, _, body = data.partition(b"\n")
    return dict(_records(body)) if head == _head(body) else {}


def write_cache(root: Path, kept: Mapping[str, Kept]) -> None:
    """Replaces the cache in one step; where nothing can be written, there is none."""
    listed = [(name, item.digest, *item.outline) for name, item in kept.items()]
    lines = [json.dumps(listed).encode(), *(item.tree for item in kept.values())]
    body = b"\n".join(lines)  # JSON on one line holds no line feed
    path = root / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        save(path, _head(body) + b"\n" + body)
    except OSError:
        return


def _records(body: bytes) -> Iterator[tuple[str, Kept]]:
    listed, *trees = body.split(b"\n")
    for (name, of, names, once, removed), tree in zip(json.loads(listed), trees, strict=True):
        yield name, Kept(of, Outline(tuple(names), tuple(once), removed), tree)


def _head(body: bytes) -> bytes:
    return f"zhiquan {_schema()} {digest(body)}".encode()


@cache
def _schema() -> str:
    """A name for the code that reads entries, and for what it rests on."""
    versions = (sys.version, pydantic.VERSION, yaml.__version__)
    code = (path.read_bytes() for path in _sources())
    return digest(b"\0".join([*(version.encode() for version in versions), *code]))


def _sources() -> Iterable[Path]:
    for room in _ROOMS:
        yield from sorted(
            path for path in (_PACKAGE / room).rglob("*") if path.suffix in {".py", ".yaml"}
        )
