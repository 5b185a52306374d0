"""One file of the knowledge base, from bytes to its model."""

import re
from typing import Any

from zhiquan.entries.entry import Entry, Tombstone
from zhiquan.entries.kinds import MODELS
from zhiquan.entries.reading import parse, parse_facts, parse_table
from zhiquan.entries.rule import Fact, Table
from zhiquan.entries.scalars import Id
from zhiquan.knowledge.folder import FACTS, EntryFile, stray
from zhiquan.source.characters import MAX_BYTES, too_large
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message
from zhiquan.source.opening import NoOrdinaryFileError, TooLargeError, contents
from zhiquan.source.yaml_reader import Document, read

Parsed = Entry | Tombstone | Table | dict[str, Fact] | tuple[Diagnostic, ...]
"""What a file holds, or its faults."""

_REMOVED = re.compile("^removed:", re.MULTILINE)


def parse_file(file: EntryFile) -> Parsed:
    """Read one file; faults are returned, never raised."""
    data = bytes_of(file)
    if isinstance(data, Diagnostic):
        return (data,)
    document = read(data, name=file.name)
    return document if isinstance(document, tuple) else parse_document(document, file)


def bytes_of(file: EntryFile) -> bytes | Diagnostic:
    """The bytes of an entry's file, or why it is not read: a link, a device, too large."""
    try:
        return contents(file.location, most=MAX_BYTES)
    except NoOrdinaryFileError:
        return stray(file.name, message("'{name}' is not an ordinary file", name=file.path.name))
    except TooLargeError as error:
        return too_large(error.size, file.name)
    except OSError as error:
        return stray(file.name, message("file cannot be read: {reason}", reason=error.strerror))


def parse_document(document: Document, file: EntryFile) -> Parsed:
    """What a file that could be read as YAML holds, or its faults."""
    if file.ref == FACTS:
        return parse_facts(document)
    return parse(document, file.kind) if file.kind else parse_table(document)


def type_of(file: EntryFile, text: str) -> Any:
    """The type of the document that a file with this text is meant to be."""
    if _REMOVED.search(text):
        return Tombstone
    if file.ref == FACTS:
        return dict[Id, Fact]
    return MODELS[file.kind] if file.kind else Table
