"""The schemas that an editor's YAML plugin and readers of the open data use."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from zhiquan.entries.kinds import KINDS, MODELS
from zhiquan.entries.schema import schemas, write_schemas, written

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "docs/entries").rglob("*.yaml"))
NAMES = [f"{kind}.json" for kind in KINDS] + ["facts.json", "tables.json"]


class _PluginLoader(yaml.CSafeLoader):
    """YAML as an editor's plugin sees it: version 1.2, so flags and numbers, and no dates."""


_PluginLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(true|false)$", "tf"),
    ("int", r"^-?[0-9]+$", "-0123456789"),
    ("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789"),
):
    _PluginLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first)
    )


@cache
def validator(name: str) -> Draft202012Validator:
    """The validator of one schema."""
    return Draft202012Validator(schemas()[name], format_checker=FormatChecker())


def messages(name: str, text: str) -> list[str]:
    """What a plugin would mark in a file."""
    tree = yaml.load(text, Loader=_PluginLoader)  # noqa: S506 (a safe loader)
    return [error.message for error in validator(name).iter_errors(tree)]


@pytest.mark.parametrize("name", NAMES)
def test_schema_files_are_fresh(name: str) -> None:
    """docs/schema is written by `zhiquan schema`."""
    text = (ROOT / "docs/schema" / name).read_text("utf-8")
    assert text == written(schemas()[name]), "run: zhiquan schema"


def test_each_schema_is_one_file(tmp_path: Path) -> None:
    """One per kind, one for facts, one for tables."""
    assert [path.name for path in write_schemas(tmp_path / "schema")] == sorted(NAMES)
    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema(name: str) -> None:
    """Draft 2020-12, with an address of its own, a title and a description."""
    schema = schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == name
    assert schema["title"]
    assert schema["description"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_plugin_marks_nothing_in_a_good_file(path: Path) -> None:
    """Whoever passes the check sees no red line while typing, and the modeline finds the schema."""
    kind = path.parent.name if path.parent.name != "entries" else "facts"
    text = path.read_text("utf-8")
    assert messages(f"{kind}.json", text) == []
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert found
    assert (path.parent / found[1]).resolve() == ROOT / "docs/schema" / f"{kind}.json"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("sumary: {en: x}", "'sumary' was unexpected"),
        ("volatility: d", "'d' is not one of ['a', 'b', 'c']"),
        ("topics: [Some One]", "'Some One' does not match"),
        ("topics: cannot-pay", "'cannot-pay' is not of type 'array'"),
        ("topics: [12]", "12 is not of type 'string'"),
        ("see: [contact-hours]", "'contact-hours' does not match"),
        ("summary: {}", "{} should be non-empty"),
        ("ask: yes", "'yes' is not one of [True, False, 'true', 'false']"),
        (
            "waivers: [{code: a, why: b, by: c, expires: 2026-02-30}]",
            "'2026-02-30' is not a 'date'",
        ),
        (
            "sources: [{verified: {level: unverified, on: 2026-01-01, copy_read: a}}]",
            "is not valid",
        ),
        ("also: {zh: x}", "'x' is not of type 'array'"),
        ("also: null", "'null' is not of type 'object'"),
    ],
)
def test_a_plugin_marks_a_fault(line: str, message: str) -> None:
    """Most faults are seen while typing."""
    term = "title: {en: a}\ndefinition: {en: b}\nreview: {on: 2026-01-01, by: c}\n"
    found = messages("terms.json", f"{term}{line}\n")
    assert len(found) == 1
    assert message in found[0]


def test_numbers_may_stand_with_or_without_quotes() -> None:
    """To the reader both are text."""
    topic = (
        ROOT / "tests/cases/knowledge/docs/entries/topics/someone-at-the-door.yaml"
    ).read_text()
    assert messages("topics.json", topic) == []
    assert messages("topics.json", topic.replace("order: 1", "order: '1'")) == []
    assert messages("topics.json", topic.replace("order: 1", "order: 1.5"))
    assert messages("topics.json", topic.replace("order: 1", "order: first"))


def test_a_check_states_one_condition() -> None:
    """The rule of the model stands in the schema too."""
    path = ROOT / "tests/cases/knowledge/docs/entries/limits/contact-hours.yaml"
    text = path.read_text("utf-8")
    assert messages("limits.json", text) == []
    assert messages("limits.json", text.replace('"22:00"]', '"22:00"], at_most: 3'))
    assert messages("limits.json", text.replace('"22:00"]', '"25:00"]'))


def test_a_tombstone_is_told_by_its_field() -> None:
    """What is left of an entry is held to its own model."""
    text = "title: {en: a}\nremoved: {on: 2026-01-01, why: {en: b}, redirect: terms/lpr}\n"
    assert messages("terms.json", text) == []
    assert len(messages("terms.json", text + "definition: {en: c}\n")) == 1


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every mapping in a schema."""
    children = schema.values() if isinstance(schema, dict) else schema
    inner = [child for child in children if isinstance(child, dict | list)]
    here = [schema] if isinstance(schema, dict) else []
    return here + [found for child in inner for found in objects(child)]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_speaks_to_people(name: str) -> None:
    """No null, no title made up from a field's name, every model described."""
    schema = schemas()[name]
    for found in objects(schema):
        assert found.get("type") != "null"
        assert found.get("default", "") is not None
    for model in schema["$defs"].values():
        assert model["description"]
        assert not any("title" in field for field in model["properties"].values())


def test_descriptions_come_from_the_models() -> None:
    """A field is explained where it is declared."""
    fields = schemas()["limits.json"]["$defs"]["Version"]["properties"]
    assert fields["from"]["description"] == "First day it applies."
    assert schemas()["laws.json"]["description"] == MODELS["laws"].__doc__


def test_the_workspace_maps_every_folder() -> None:
    """An editor without the modeline finds the schema by the folder."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {
        f"./docs/schema/{name}": (
            "docs/entries/facts.yaml"
            if name == "facts.json"
            else f"docs/entries/{name.removesuffix('.json')}/*.yaml"
        )
        for name in NAMES
    }
