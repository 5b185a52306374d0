"""Shards: everything that is looked up by a token, cut into script files of a few kilobytes."""

import base64
import json
from collections.abc import Iterable
from typing import Any

from zhiquan.outputs.search.postings import Exact, Postings

SHARD_BYTES = 9_000
"""Size to which shards are cut, before compression: one token of a query costs about one."""

Table = dict[str, Any]


def table(postings: Postings, synonyms: Table, sounds: Table) -> Table:
    """Everything that a token leads to, as it is written to the shards.

    A token leads to how many records hold it and to its postings; `=text` to the records whose
    whole title, name or number it is; `^token` to synonyms; `~sound` to pairs of characters.
    """
    made: Table = {
        token: [postings.frequency(token), packed(postings.of(token))]
        for token in postings.tokens()
    }
    made |= {key: _exact(found) for key, found in sorted(postings.exact.items()) if len(key) > 1}
    return made | synonyms | sounds


def packed(found: Iterable[tuple[int, int]]) -> str:
    """Postings as base64: per posting the distance to the record before it (LEB128), the weight."""
    data = bytearray()
    last = 0
    for number, level in found:
        distance, last = number - last, number
        while distance > 0x7F:  # noqa: PLR2004  # seven bits per byte
            data.append(distance & 0x7F | 0x80)
            distance >>= 7
        data += bytes((distance, level))
    return base64.b64encode(data).decode()


def cut(everything: Table) -> list[Table]:
    """The table in shards; their number is a power of two, so that it seldom changes."""
    size = sum(len(key.encode()) + len(_dump(value)) for key, value in everything.items())
    count = 1
    while count * SHARD_BYTES < size:
        count *= 2
    found: list[Table] = [{} for _ in range(count)]
    for key in sorted(everything):
        found[hashed(home(key)) % count][key] = everything[key]
    return found


def home(key: str) -> str:
    """The token in whose shard a key lies, so that a query needs no file more than its tokens."""
    if key[0] == "=":
        word = key[1:].partition(" ")[0]
        return word[:2] if word >= "\u3007" else word
    return key[1:] if key[0] == "^" else key


def hashed(token: str) -> int:
    """FNV-1a over UTF-16 code units, 32 bits, as the client does it (draft-eastlake-fnv)."""
    value = 0x811C9DC5
    for unit in memoryview(token.encode("utf-16-le")).cast("H"):
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    return value


def script(name: str, value: object) -> str:
    """One file: a call that hands its content to the client. It runs from any address."""
    return f"zqSearch.put({_dump(name)},{_dump(value)})\n"


def _exact(found: Exact) -> list[list[int]]:
    parts = [found.titles, found.names, found.phones]
    while not parts[-1]:
        parts.pop()
    return parts


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
