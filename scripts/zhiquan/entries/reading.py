"""Documents to models: the one place where what an editor wrote becomes typed."""

from pydantic import TypeAdapter, ValidationError

from zhiquan.entries.entry import Entry, Tombstone
from zhiquan.entries.faults import diagnose
from zhiquan.entries.faults.blanks import blanks
from zhiquan.entries.kinds import MODELS
from zhiquan.entries.rule import Fact, Table
from zhiquan.entries.scalars import Id, Kind
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.yaml_reader import Document

Facts = dict[str, Fact]
_FACTS: TypeAdapter[Facts] = TypeAdapter(dict[Id, Fact])


def parse(document: Document, kind: Kind) -> Entry | Tombstone | tuple[Diagnostic, ...]:
    """The entry that a document holds, or what is left of a removed one, or all its faults."""
    model = Tombstone if "removed" in document.tree else MODELS[kind]
    unfilled = blanks(document, model)
    try:
        entry = model.model_validate(document.tree)
    except ValidationError as error:
        refused = diagnose(error, model, path=document.name)
        places = {blank.pointer for blank in unfilled}
        return (*unfilled, *(fault for fault in refused if fault.pointer not in places))
    return unfilled or entry


def parse_facts(document: Document) -> Facts | tuple[Diagnostic, ...]:
    """The declared facts by id (`facts.yaml`), or all faults of the document."""
    try:
        return _FACTS.validate_python(document.tree)
    except ValidationError as error:
        return diagnose(error, dict[Id, Fact], path=document.name)


def parse_table(document: Document) -> Table | tuple[Diagnostic, ...]:
    """A dated table of values (`tables/<id>.yaml`), or all faults of the document."""
    try:
        return Table.model_validate(document.tree)
    except ValidationError as error:
        return diagnose(error, Table, path=document.name)
