"""One file of the knowledge base, from bytes to its model."""

from zhiquan.entries.entry import Entry, Tombstone
from zhiquan.entries.reading import parse, parse_facts, parse_table
from zhiquan.entries.rule import Fact, Table
from zhiquan.knowledge.folder import FACTS, EntryFile, stray
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.yaml_reader import read

Parsed = Entry | Tombstone | Table | dict[str, Fact] | tuple[Diagnostic, ...]
"""What a file holds, or its faults."""


def parse_file(file: EntryFile) -> Parsed:
    """Read one file; faults are returned, never raised."""
    try:
        data = file.path.read_bytes()
    except OSError as error:
        return (stray(file.name, f"file cannot be read: {error.strerror}"),)
    document = read(data, name=file.name)
    if isinstance(document, tuple):
        return document
    if file.ref == FACTS:
        return parse_facts(document)
    return parse(document, file.kind) if file.kind else parse_table(document)
