"""The open data: every file is JSON, says what its schema says, and agrees with the pages."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.conftest import ROOT
from tests.sample import case_files, ready, write_sample
from zhiquan.entries.kinds import KINDS
from zhiquan.outputs.api import OpenData
from zhiquan.outputs.project import Project
from zhiquan.outputs.settings import SiteSettings
from zhiquan.source.message import LANGUAGES

SCHEMAS = ROOT / "docs/schema"


@pytest.fixture
def data(project: Project, settings: SiteSettings) -> dict[str, Any]:
    """Every file of the open data by address below `api/v1/`, read."""
    return read(project, settings)


def read(project: Project, settings: SiteSettings) -> dict[str, Any]:
    """The files of the open data of a project."""
    made = OpenData(project.publication, settings)
    lines = [line for lang in LANGUAGES for line in made.question_lines(lang)]
    makers = dict(made.files(lines)) | dict(made.records())
    return {address.removeprefix("api/v1/"): json.loads(make()) for address, make in makers.items()}


def resources(folder: Path) -> Registry[Any]:
    """The published schemas, to be found by their file names."""
    found = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    named = [(schema["$id"], Resource.from_contents(schema)) for schema in found]
    return Registry().with_resources(named)


def validator(part: str) -> Draft202012Validator:
    """Validates against one definition of the schema of the open data."""
    return Draft202012Validator(
        {"$ref": f"api.json#/$defs/{part}"},
        registry=resources(SCHEMAS),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def test_published_schemas_are_schemas() -> None:
    """Each file of docs/schema is a valid schema of its draft and is called what it says."""
    for path in sorted(SCHEMAS.glob("*.json")):
        schema = json.loads(path.read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == path.name


def test_every_file_says_what_its_schema_says(data: dict[str, Any]) -> None:
    """Index, records, questions and removed entries validate against the published schemas."""
    parts = {"index.json": "Index", "questions.json": "Questions", "removed.json": "Removed"}
    parts |= {f"{kind}.json": "Records" for kind in KINDS}
    validators = {part: validator(part) for part in {*parts.values(), "Record"}}
    for address, content in data.items():
        found = validators[parts.get(address, "Record")].iter_errors(content)
        assert [f"{address}{fault.json_path}: {fault.message}" for fault in found] == []


def test_a_wrong_record_is_refused(data: dict[str, Any]) -> None:
    """The schema looks into the entry: a field that its kind does not have is a fault."""
    record = data["limits/contact-hours.json"]
    wrong = record | {"entry": record["entry"] | {"colour": "red"}}
    assert validator("Record").is_valid(record)
    assert not validator("Record").is_valid(wrong)
    assert not validator("Record").is_valid(record | {"kind": "terms"})


def test_counts_agree(data: dict[str, Any], project: Project) -> None:
    """The index counts what is there, and the lists hold what the single files hold."""
    for kind in KINDS:
        ids = list(project.publication.kb.of(kind))
        assert data["index.json"]["kinds"][kind]["count"] == len(ids) == len(data[f"{kind}.json"])
        assert [record["id"] for record in data[f"{kind}.json"]] == ids
        for record in data[f"{kind}.json"]:
            assert data[f"{kind}/{record['id']}.json"] == record
    assert data["index.json"]["questions"]["count"] == len(data["questions.json"]) > 0


def test_every_address_of_the_index_leads_somewhere(
    data: dict[str, Any], settings: SiteSettings
) -> None:
    """Each address that the index names is a file of the site."""
    index = data["index.json"]
    named = [index["schema"], index["questions"]["url"], index["removed"]]
    named += [kind[key] for kind in index["kinds"].values() for key in ("url", "schema")]
    there = {settings.url + f"api/v1/{name}" for name in data}
    there |= {settings.url + f"schema/{path.name}" for path in SCHEMAS.glob("*.json")}
    assert set(named) <= there


def test_index_says_version_day_and_licence(data: dict[str, Any], project: Project) -> None:
    """Who takes the data knows its shape, its day and what may be done with it."""
    index = data["index.json"]
    assert (index["version"], index["licence"]) == ("1", "CC-BY-4.0")
    assert index["date"] == project.today.isoformat()


def test_questions_are_those_of_the_pages(data: dict[str, Any], project: Project) -> None:
    """Each question stands on the page and at the anchor that its record names."""
    asked = {
        (lang, question.entry, question.anchor): question
        for lang in LANGUAGES
        for question in project.publication.questions(lang)
    }
    assert len(data["questions.json"]) == len(asked)
    for record in data["questions.json"]:
        question = asked[record["lang"], record["entry"], record["anchor"]]
        page = project.publication.page(f"{record['lang']}/{record['entry']}.html")
        assert record["url"].endswith(f"{page.address}#{question.anchor}")
        assert f'id="{question.anchor}"' in page.body
        assert (record["question"], record["answer"]) == (question.question, question.answer_html)


def test_removed_entries_are_told_apart(data: dict[str, Any]) -> None:
    """A removed entry is in the list of removed ones, with its redirect, and nowhere else."""
    removed = data["removed.json"]["limits/old-hours"]["removed"]
    assert removed["redirect"] == "limits/contact-hours"
    assert removed["on"] == "2026-10-01"
    assert "limits/old-hours.json" not in data
    assert "old-hours" not in {record["id"] for record in data["limits.json"]}


def test_values_keep_what_editors_wrote(data: dict[str, Any]) -> None:
    """Rates stay text, so that no digit is lost; flags and counts have their own types."""
    check = data["limits/rate-cap.json"]["entry"]["versions"][0]["check"]
    assert check["at_most_times"] == {"times": "4", "table": "lpr-1y", "on": "contract-date"}
    assert data["topics/someone-at-the-door.json"]["entry"]["order"] == 1
    assert data["limits/contact-hours.json"]["entry"]["versions"][0]["from"] == "2021-01-01"


def test_what_is_under_review_says_so(amended: Project, settings: SiteSettings) -> None:
    """Records and questions tell which law was amended, when, and when the claim was checked."""
    data = read(amended, settings)
    said = {
        "law": "laws/civil-code",
        "amended": "2026-06-01",
        "effective": "2027-01-01",
        "checked": "2026-03-01",
    }
    labelled = [record["id"] for record in data["limits.json"] if "under_review" in record]
    assert labelled == ["contact-hours"]
    assert data["limits/contact-hours.json"]["under_review"] == [said]
    assert data["practices/home-visit.json"]["under_review"] == [said]
    assert list(validator("Records").iter_errors(data["limits.json"])) == []
    assert list(validator("Questions").iter_errors(data["questions.json"])) == []
    asked = [one for one in data["questions.json"] if one["entry"] == "limits/contact-hours"]
    assert all(one["under_review"] == [said] for one in asked)
    assert all("zq-under-review" in one["answer"] for one in asked)


def test_a_language_left_behind_is_told(tmp_path: Path, settings: SiteSettings) -> None:
    """With the day of the last comparison; an entry without drift has no such field."""
    files = case_files("ZQ415-one-language-changed-alone")
    data = read(ready(write_sample(tmp_path, files)), settings)
    record = data["limits/contact-hours.json"]
    assert record["behind"] == {"zh": "2026-10-01", "en": "2026-11-01"}
    assert list(validator("Record").iter_errors(record)) == []
    assert "behind" not in data["practices/home-visit.json"]
