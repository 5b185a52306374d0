"""One file of the knowledge base, from bytes to its model."""

import yaml
from pydantic import TypeAdapter, ValidationError

from zhiquan.entries.entry import Entry, Tombstone
from zhiquan.entries.kinds import MODELS
from zhiquan.entries.rule import Fact, Table
from zhiquan.knowledge.folder import EntryFile
from zhiquan.source.diagnostic import Diagnostic

Parsed = Entry | Tombstone | Table | dict[str, Fact] | tuple[Diagnostic, ...]
"""What a file holds, or its faults."""


def parse_file(file: EntryFile) -> Parsed:
    """Read one file; faults are returned, never raised."""
    try:
        tree = yaml.load(file.path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
        if file.ref == "facts":
            return TypeAdapter(dict[str, Fact]).validate_python(tree)
        if file.kind is None:
            return Table.model_validate(tree)
        return (Tombstone if "removed" in tree else MODELS[file.kind]).model_validate(tree)
    except (ValidationError, yaml.YAMLError) as e:
        return (Diagnostic(code="ZQ101", message=str(e).splitlines()[0], path=file.name),)
