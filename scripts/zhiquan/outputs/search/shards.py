"""Shards: everything that is looked up by a token, cut into script files of a few kilobytes."""

import json
from collections.abc import Mapping

from zhiquan.outputs.search.naming import Exact
from zhiquan.outputs.search.packing import Packed
from zhiquan.outputs.search.tokens import hashed

SHARD_BYTES = 6_000
"""Size to which shards are cut, before compression: one token of a query costs about one."""

Table = dict[str, str]
"""By key: its value as JSON."""


def table(packed: Packed, exact: Mapping[str, dict[str, Exact]], synonyms: Table) -> Table:
    """Everything that a token leads to, as it is written to the shards.

    A token leads to how many records hold it and to its postings; `^token` to synonyms; `=token`
    to whole texts, as their hashes, and the records that each names.

    Args:
        packed: the postings.
        exact: by token and hash of a text, the records that the text names.
        synonyms: by key.
    """
    made = {
        token: f'[{packed.frequency[token]},"{postings}"]'
        for token, postings in packed.postings.items()
    }
    for token, texts in exact.items():
        made[f"={token}"] = dumped({text: _lists(texts[text]) for text in sorted(texts)})
    return made | synonyms


def cut(everything: Table) -> list[Table]:
    """The table in shards of about equal size."""
    size = sum(len(key.encode()) + len(value) for key, value in everything.items())
    count = -(-size // SHARD_BYTES)
    found: list[Table] = [{} for _ in range(count)]
    for key in sorted(everything):
        found[hashed(key.lstrip("=^")) % count][key] = everything[key]
    return found


def shard_script(name: str, shard: Table) -> str:
    """The file of one shard."""
    values = ",".join(f"{dumped(key)}:{value}" for key, value in shard.items())
    return f"zqSearch.put({dumped(name)},{{{values}}})\n"


def script(name: str, value: object) -> str:
    """One file: a call that hands its content to the client. It runs from any address."""
    return f"zqSearch.put({dumped(name)},{dumped(value)})\n"


def dumped(value: object) -> str:
    """Compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _lists(found: Exact) -> list[list[int]]:
    parts = [found.titles, found.names, found.phones]
    while not parts[-1]:
        parts.pop()
    return parts
