"""Documents to models: the one place where what an editor wrote becomes typed."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from zhiquan.entries.entry import Entry, Tombstone
from zhiquan.entries.kinds import MODELS
from zhiquan.entries.rule import Fact, Table
from zhiquan.entries.scalars import BLANK, Id, Kind
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.yaml_reader import Document

Facts = dict[str, Fact]


def parse(document: Document, kind: Kind) -> Entry | Tombstone | tuple[Diagnostic, ...]:
    """The entry that a document holds, or what is left of a removed one, or all its faults."""
    model = Tombstone if "removed" in document.tree else MODELS[kind]
    unfilled = _unfilled(document, model)
    try:
        entry = model.model_validate(document.tree)
    except ValidationError as error:
        refused = _refused(error, model, document)
        places = {blank.pointer for blank in unfilled}
        return (*unfilled, *(fault for fault in refused if fault.pointer not in places))
    return unfilled or entry


def parse_facts(document: Document) -> Facts | tuple[Diagnostic, ...]:
    """The declared facts by id (`facts.yaml`), or all faults of the document."""
    try:
        return _facts().validate_python(document.tree)
    except ValidationError as error:
        return _refused(error, dict[Id, Fact], document)


def parse_table(document: Document) -> Table | tuple[Diagnostic, ...]:
    """A dated table of values (`tables/<id>.yaml`), or all faults of the document."""
    try:
        return Table.model_validate(document.tree)
    except ValidationError as error:
        return _refused(error, Table, document)


@cache
def _facts() -> TypeAdapter[Facts]:
    return TypeAdapter(dict[Id, Fact])


# Most documents have no fault: what finds words for one is imported for the first that has.
def _unfilled(document: Document, top: Any) -> tuple[Diagnostic, ...]:
    if BLANK not in document.text:
        return ()
    from zhiquan.entries.faults.blanks import blanks  # noqa: PLC0415

    return blanks(document, top)


def _refused(error: ValidationError, top: Any, document: Document) -> tuple[Diagnostic, ...]:
    from zhiquan.entries.faults import diagnose  # noqa: PLC0415

    return diagnose(error, top, path=document.name)
