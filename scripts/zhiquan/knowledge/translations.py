"""The lock of translations: which Chinese and which English text were compared, and when.

A pair is known by its texts, not by its place, so nothing is lost when a list gets a new item; the
field is written beside it for people. One line a text keeps merges easy.
"""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from zhiquan.entries.text import Text
from zhiquan.knowledge.folder import ENTRIES, TRANSLATIONS
from zhiquan.source.diagnostic import Diagnostic, Span
from zhiquan.source.message import message
from zhiquan.source.saving import save

LOCK = f"{ENTRIES}/{TRANSLATIONS}"
TYPO = "typo"
"""Stands behind a pair of which one text was only mended."""

_HEAD = """\
# Which Chinese and English texts were compared, and when: field, both, Chinese, English, day.
# Written by `zhiquan translated`. In a merge, keep the lines of both sides.
"""
_BYTES = 5
_PARTS = 5


class Confirmed(NamedTuple):
    """A pair of texts that somebody compared."""

    field: str
    """Where it stood then, e.g. `versions[0].rule`."""
    both: str
    """Hash of the pair."""
    zh: str
    en: str
    on: str
    """The day, YYYY-MM-DD."""
    typo: bool = False
    """True where only a slip was mended since that day, in one of the languages."""


Lock = Mapping[str, tuple[Confirmed, ...]]
"""By ref: the pairs of an entry."""


def hashed(text: str) -> str:
    """A short name for a text; within one entry no two texts share theirs."""
    return blake2b(text.encode(), digest_size=_BYTES).hexdigest()


def pair(text: Text) -> str:
    """The name of both languages of a text together: the one hash a check needs."""
    return hashed(f"{text.zh}\0{text.en}")


def read_lock(root: Path) -> tuple[Lock, tuple[Diagnostic, ...]]:
    """The lock of a project, and a fault for each line that is none; empty where there is none."""
    try:
        written = (root / LOCK).read_text("utf-8", "replace")
    except OSError:
        return {}, ()
    found: dict[str, list[Confirmed]] = {}
    faults = []
    ref = ""
    for number, line in enumerate(written.splitlines(), start=1):
        parts = line.split()
        if line.startswith("  ") and ref and _is_pair(parts):
            field, both, zh, en, on = parts[:_PARTS]
            found[ref].append(Confirmed(field, both, zh, en, on, typo=len(parts) > _PARTS))
        elif len(parts) == 1 and not line[0].isspace() and "<" not in line and "=" not in line:
            ref = line
            found.setdefault(ref, [])
        elif parts and not line.startswith("#"):
            faults.append(_broken(number, line))
    return {ref: tuple(pairs) for ref, pairs in found.items()}, tuple(faults)


def write_lock(root: Path, lock: Lock) -> None:
    """Replaces the lock in one step, sorted by ref and field."""
    (root / LOCK).touch()  # a new file can be read by others, and keeps its mode when replaced
    save(root / LOCK, "".join((_HEAD, *_lines(lock))).encode())


def _lines(lock: Lock) -> Iterator[str]:
    for ref in sorted(lock):
        if lock[ref]:
            yield f"{ref}\n"
        for field, both, zh, en, on, typo in sorted(lock[ref]):
            yield f"  {field} {both} {zh} {en} {on}{f' {TYPO}' if typo else ''}\n"


def _is_pair(parts: list[str]) -> bool:
    hashes = parts[1:4]
    return len(parts[:_PARTS]) == _PARTS and all(len(one) == 2 * _BYTES for one in hashes)


def _broken(number: int, line: str) -> Diagnostic:
    return Diagnostic(
        code="ZQ416",
        message=message("this line is no pair of texts"),
        path=LOCK,
        span=Span(number, 1, max(1, len(line))),
        hint=message("keep the lines of both sides of a merge, or run zhiquan translated"),
    )
