"""JSON Schemas of the kinds, for an editor's YAML plugin and for readers of the open data.

They describe a file as such a plugin sees it (unquoted 24 is a number, true a boolean), so they are
made from the models and then widened where the strict reader takes text.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from zhiquan.entries.entry import Tombstone
from zhiquan.entries.fields import parts
from zhiquan.entries.kinds import KINDS, MODELS
from zhiquan.entries.meanings import meanings
from zhiquan.entries.rule import Check, Fact, Table
from zhiquan.entries.scalars import Kind

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
_NO_DEFAULT: tuple[Any, ...] = (None, [], {"zh": [], "en": []})
_CONDITIONS = tuple(name for name in Check.model_fields if name not in {"fact", "unless"})
_RULES: dict[str, Schema] = {
    "Text": {"minProperties": 1},
    "Source": {"oneOf": [{"required": ["law"]}, {"required": ["report"]}]},
    "Check": {"oneOf": [{"required": [name]} for name in _CONDITIONS]},
}
"""What the validators of a model demand beyond its fields."""


def json_schema(kind: Kind) -> Schema:
    """The schema of the files of one kind: an entry, or what is left of a removed one."""
    model = MODELS[kind]
    return _headed(f"{kind}.json", model, [model, Tombstone]) | {
        "if": {"required": ["removed"]},
        "then": {"$ref": "#/$defs/Tombstone"},
        "else": {"$ref": f"#/$defs/{model.__name__}"},
    }


def schemas() -> dict[str, Schema]:
    """Every schema by its file name: one per kind, `facts.json` and `tables.json`."""
    facts = _headed("facts.json", Fact, [Fact]) | {
        "type": "object",
        "propertyNames": {"pattern": _ID_PATTERN},
        "additionalProperties": {"$ref": "#/$defs/Fact"},
    }
    tables = _headed("tables.json", Table, [Table]) | {"$ref": "#/$defs/Table"}
    kinds = {f"{kind}.json": json_schema(kind) for kind in KINDS}
    return {**kinds, "facts.json": facts, "tables.json": tables}


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into the folder; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(written(schema), "utf-8")
    return sorted(folder / name for name in schemas())


def written(schema: Schema) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _headed(name: str, model: type[BaseModel], models: list[type[BaseModel]]) -> Schema:
    _, together = models_json_schema([(part, "validation") for part in models])
    known = {part.__name__: part for part in (*parts(), *models)}
    defs = {
        key: _tidy(value, meanings(known[key])) | _RULES.get(key, {})
        for key, value in together["$defs"].items()
    }
    return {
        "$schema": _DRAFT,
        "$id": name,
        "title": model.__name__,
        "description": model.__doc__ or "",
        "$defs": dict(sorted(defs.items())),
    }


def _tidy(schema: Schema, words: Mapping[str, str]) -> Schema:
    """A model's schema without what only pydantic needs: nulls, made-up titles, empty defaults."""
    properties = schema.get("properties", {}).items()
    return schema | {"properties": {name: _field(it, words.get(name)) for name, it in properties}}


def _field(schema: Schema, meaning: str | None) -> Schema:
    """One field: `X | null` becomes X, for a field that is not known is left out."""
    told = schema | ({"description": meaning} if meaning else {})
    kept = {key: told[key] for key in sorted(told) if key not in {"title", "anyOf"}}
    for choice in schema.get("anyOf", []):
        if choice != {"type": "null"}:
            kept = choice | kept
    if "default" in kept and kept["default"] in _NO_DEFAULT:
        del kept["default"]
    return _widened(kept)


def _widened(schema: Schema) -> Schema:
    """With the numbers and flags that the strict reader takes as text."""
    if "items" in schema:
        return schema | {"items": _widened(schema["items"])}
    if schema.get("additionalProperties") == {"type": "string"}:
        return schema | {"additionalProperties": {"type": ["string", "number", "boolean"]}}
    if schema.get("type") == "string" and _may_be_number(schema):
        return schema | {"type": ["string", "number"]}
    return schema


def _may_be_number(schema: Schema) -> bool:
    """True for free text, articles and telephone numbers; false for ids, dates, closed lists."""
    if {"enum", "const", "format"} & set(schema):
        return False
    pattern = schema.get("pattern", "")
    return bool(re.match(pattern, "12378")) and not (pattern and re.match(pattern, "article"))
