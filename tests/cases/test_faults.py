"""One small broken knowledge base per fault, and the exact report an editor gets.

The form of a case is described in faults/README.md.
"""

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import load
from zhiquan.outputs.book.unprintable import Printable
from zhiquan.source.codes import CODES
from zhiquan.source.message import Language
from zhiquan.source.report import render

HERE = Path(__file__).parent
BASE = HERE / "knowledge"
TODAY = dt.date(2026, 11, 23)
CASES = sorted((HERE / "faults").glob("*.yaml"))
EXPECTED: dict[Language, str] = {"en": "expect", "zh": "expect_zh"}
"""The fields that hold what an editor gets, at the end of a case."""
FIELDS = {"why", "files", "without", "today", "strict_dates", "printed", *EXPECTED.values()}
MACHINE_TALK = re.compile(
    r"Traceback|pydantic|ValidationError|<class|Decimal\(|datetime\.|\bdict\b|\bNone\b|Input should"
    r"|\\u[0-9a-f]{4}|\w+Error\b"
)


def read_case(path: Path) -> dict[str, Any]:
    """The case as written."""
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return case


def file_bytes(content: str | dict[str, Any]) -> bytes:
    """The bytes of one file of a case: text, `{bytes: …}` or `{text: …, times: …}`."""
    if isinstance(content, str):
        return content.encode()
    if "bytes" in content:
        return bytes(content["bytes"], "latin-1")
    return bytes(content["text"] * content["times"], "utf-8")


def lay_out(case: dict[str, Any], root: Path) -> None:
    """Write the base with the case's files laid over it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name in case.get("without", []):
        (root / name).unlink()
    for name, content in case.get("files", {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(file_bytes(content))


def reports(case: dict[str, Any], root: Path) -> dict[str, str]:
    """What an editor gets for a case, by the field of the case that holds it."""
    lay_out(case, root)
    loaded = load(root, today=case.get("today", TODAY))
    found = check(loaded, strict_dates=case.get("strict_dates", False))
    if case.get("printed"):
        found = (*found, *Printable().findings(loaded.kb))
    return {field: render(found, texts=loaded.texts, lang=lang) for lang, field in EXPECTED.items()}


def write_expected(path: Path, found: dict[str, str]) -> None:
    """Replace the last fields of a case by what was found."""
    text = re.split(r"^expect:", path.read_text("utf-8"), maxsplit=1, flags=re.MULTILINE)[0]
    for field, said in found.items():
        lines = (f"  {line}".rstrip() for line in said.splitlines())
        text += "\n".join([f"{field}: |", *lines, ""])
    path.write_text(text, "utf-8")


def blocks(text: str) -> list[str]:
    """The report cut into one piece per diagnostic; the sum at the end is left out."""
    heads = re.compile(r"^(?=\S+:\d+:\d+: (?:error|warning)\[)", re.MULTILINE)
    return heads.split(text.rstrip("\n").rpartition("\n")[0] + "\n")[1:]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_fault_is_reported_letter_by_letter(
    path: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Place, words, caret and sum are what the case says, in both languages, and nothing else."""
    case = read_case(path)
    found = reports(case, tmp_path)
    if request.config.getoption("--write-cases"):
        write_expected(path, found)
        return
    expected = {field: case.get(field) for field in found}
    assert found == expected, f"if this is right: pytest {path.parent} --write-cases"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_well_formed(path: Path) -> None:
    """A case says why it exists, names its code in the file name, and reports that code."""
    case = read_case(path)
    assert set(case) <= FIELDS
    assert case["why"]
    code = path.stem.partition("-")[0]
    assert code in CODES
    assert all(f"[{code}]" in case[field] for field in EXPECTED.values())


@pytest.mark.parametrize("field", EXPECTED.values())
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_report_is_short_and_speaks_to_people(path: Path, field: str) -> None:
    """At most eight lines for each fault, and no word that only a programmer knows."""
    expected = read_case(path)[field]
    found = blocks(expected)
    assert found
    assert max(block.count("\n") for block in found) <= 8
    assert not MACHINE_TALK.search(expected)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_case(code: str) -> None:
    """A fault that can be reported has a case that shows how."""
    assert any(path.name.startswith(f"{code}-") for path in CASES), f"no case for {code}"


def test_the_base_is_silent(tmp_path: Path) -> None:
    """What a case reports is the case's own fault."""
    assert set(reports({}, tmp_path).values()) == {""}
