"""The lock of translations: which Chinese and which English text were compared, and when.

A pair is known by its texts, not by its place, so nothing is lost when a list gets a new item; the
field is written beside it for people. One line a text keeps merges easy.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from zhiquan.entries.text import Text
from zhiquan.knowledge.folder import ENTRIES, TRANSLATIONS, stray
from zhiquan.source.characters import too_large
from zhiquan.source.diagnostic import Diagnostic, Span
from zhiquan.source.message import message
from zhiquan.source.opening import NoOrdinaryFileError, TooLargeError, contents
from zhiquan.source.saving import save

LOCK = f"{ENTRIES}/{TRANSLATIONS}"
TYPO = "typo"
"""Stands behind a pair of which one text was only mended."""

_SIGNS = str.maketrans("，；：？！（）、", ",;:?!(),")
_HEAD = """\
# Which Chinese and English texts were compared, and when: field, both, Chinese, English, day.
# Written by `zhiquan translated`. In a merge, keep the lines of both sides.
"""
_BYTES = 5
_MOST_BYTES = 32 * 1024 * 1024
"""Of the lock: 36 bytes for each text, some forty texts an entry."""
_LINE = rf"  \S+(?: [0-9a-f]{{{2 * _BYTES}}}){{3}} \d{{4}}-\d\d-\d\d(?: {TYPO})?"
_REF = r"[a-z]+(?:/[a-z0-9-]+)?"
_PAIR = re.compile(rf"^{_LINE}$", re.MULTILINE)
_BLOCK = re.compile(rf"^({_REF})\n((?:  .*\n?)*)", re.MULTILINE)
_NO_LINE = re.compile(rf"^(?!(?:{_LINE}|{_REF}|#.*)$).+", re.MULTILINE)


class Confirmed(NamedTuple):
    """A pair of texts that somebody compared."""

    field: str
    """Where it stood then, e.g. `versions[0].rule`."""
    both: str
    """Hash of the pair."""
    zh: str
    """Hash of the Chinese, without blanks and with half-width signs; `en` likewise."""
    en: str
    on: str
    """The day, YYYY-MM-DD."""
    typo: bool = False
    """True where only a slip was mended since that day, in one of the languages."""


Lock = Mapping[str, str]
"""By ref: the lines of an entry as written. Most are never taken apart (`pairs_of`)."""


def hashed(text: str) -> str:
    """A short name for a text; within one entry no two texts share theirs."""
    return blake2b(text.encode(), digest_size=_BYTES).hexdigest()


def pair(text: Text) -> str:
    """The name of both languages of a text together: mostly the one hash a check needs."""
    return hashed(f"{text.zh}\0{text.en}")


def sides(text: Text) -> tuple[str, str]:
    """The names of the Chinese and the English, whatever blanks and signs they are written with."""
    return hashed(_bare(text.zh or "")), hashed(_bare(text.en or ""))


def _bare(text: str) -> str:
    """A text as far as it matters to the other language: `zhiquan fix` may mend its signs."""
    return "".join(text.translate(_SIGNS).split())


def read_lock(root: Path) -> tuple[Lock, tuple[Diagnostic, ...]]:
    """The lock of a project, and a fault for each line that is none; empty where there is none."""
    try:
        written = contents(root / LOCK, most=_MOST_BYTES).decode("utf-8", "replace")
    except NoOrdinaryFileError:
        return {}, (stray(LOCK, message("'{name}' is not an ordinary file", name=TRANSLATIONS)),)
    except TooLargeError as error:
        return {}, (too_large(error.size, LOCK, most=_MOST_BYTES),)
    except OSError:
        return {}, ()
    blocks: dict[str, str] = {}
    for block in _BLOCK.finditer(written):
        # After a merge the lines of an entry may stand in two places.
        blocks[block[1]] = blocks.get(block[1], "") + block[2]
    faults = (_broken(written, line) for line in _NO_LINE.finditer(written))
    return blocks, tuple(faults)


def write_lock(root: Path, lock: Lock) -> None:
    """Replaces the lock in one step, sorted by ref."""
    blocks = (f"{ref}\n{lock[ref]}" for ref in sorted(lock) if lock[ref])
    save(root / LOCK, "".join((_HEAD, *blocks)).encode())


def pairs_of(lines: str) -> tuple[Confirmed, ...]:
    """The pairs of an entry from its lines in the lock."""
    found = []
    for line in _PAIR.finditer(lines):
        field, both, zh, en, on, *typo = line[0].split()
        found.append(Confirmed(field, both, zh, en, on, typo=bool(typo)))
    return tuple(found)


def lines_of(pairs: Iterable[Confirmed]) -> str:
    """The lines of an entry in the lock, sorted by field."""
    return "".join(
        f"  {field} {both} {zh} {en} {on}{f' {TYPO}' if typo else ''}\n"
        for field, both, zh, en, on, typo in sorted(pairs)
    )


def _broken(written: str, line: re.Match[str]) -> Diagnostic:
    number = written.count("\n", 0, line.start()) + 1
    return Diagnostic(
        code="ZQ416",
        message=message("this line is no pair of texts"),
        path=LOCK,
        span=Span(number, 1, len(line[0])),
        hint=message("keep the lines of both sides of a merge, or run zhiquan translated"),
    )
