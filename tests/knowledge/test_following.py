"""What a preview knows after a save: all that a check of everything finds, and nothing else."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cases.test_faults import BASE, CASES, TODAY, file_bytes, read_case
from tests.conftest import ROOT
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import load
from zhiquan.knowledge.nearby.following import Following

AT_ONCE = 5
"""Cases of faults that lie in one folder at the same time."""
EDITS: tuple[tuple[str, str, str], ...] = (
    ("limits/contact-hours", "topics: [someone-at-the-door, too-many-calls]", "topics: []"),
    ("limits/contact-hours", "fact: contact-time", "fact: contact-tune"),
    ("limits/contact-hours", "title:", "titel:"),
    ("practices/home-visit", "contact-hours, home-entry", "contact-huors"),
    ("practices/home-visit", "id: ", "id: x-"),
    ("topics/someone-at-the-door", "zh: ", "zh: 新"),
    ("laws/civil-code", 'effective: "2021', 'effective: "2031'),
    ("facts", "contact-time:", "contact-hour:"),
    ("terms/lpr", "title:", "title: [[laws/nothing]] #"),
)
"""File, what is replaced in it wherever it stands, and by what."""


def holds(following: Following) -> None:
    """Reads what was saved, and compares with a check that knows nothing from before."""
    following.read()
    loaded = load(following.root, today=following.today)
    assert following.findings == check(loaded, strict_dates=following.strict_dates)


def restore(root: Path, case: dict[str, Any]) -> None:
    """Takes the files of a case away again."""
    for name in (*case.get("files", ()), *case.get("without", ())):
        (root / name).unlink(missing_ok=True)
        if (BASE / name).exists():
            shutil.copy(BASE / name, root / name)


def lay_over(root: Path, case: dict[str, Any]) -> None:
    """Lays the files of a case over what is there."""
    for name in case.get("without", ()):
        (root / name).unlink(missing_ok=True)
    for name, content in case.get("files", {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(file_bytes(content))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_fault_is_found_when_it_is_saved_and_gone_when_it_is_mended(
    path: Path, tmp_path: Path
) -> None:
    """For every fault there is, in either direction."""
    case = read_case(path)
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    strict = case.get("strict_dates", False)
    following = Following(tmp_path, case.get("today", TODAY), strict_dates=strict)
    holds(following)
    lay_over(tmp_path, case)
    holds(following)
    restore(tmp_path, case)
    holds(following)


def test_faults_that_come_and_go_together_are_told_apart(tmp_path: Path) -> None:
    """Save after save, each with faults beside those of the saves before it."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    following = Following(tmp_path, TODAY)
    following.read()
    following.prepare()
    cases = [read_case(path) for path in CASES]
    for number, case in enumerate(cases):
        lay_over(tmp_path, case)
        holds(following)
        if number >= AT_ONCE:
            restore(tmp_path, cases[number - AT_ONCE])
            holds(following)


def test_edits_of_the_real_entries_are_followed(tmp_path: Path) -> None:
    """Edits that lead to faults in other files, made one after the other and taken back."""
    shutil.copytree(ROOT / "docs/entries", tmp_path / "docs/entries")
    following = Following(tmp_path, TODAY)
    following.read()
    for name, old, new in EDITS:
        path = tmp_path / f"docs/entries/{name}.yaml"
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(re.sub(re.escape(old), new, text), "utf-8")
        following.read()
    loaded = load(tmp_path, today=TODAY)
    assert following.findings == check(loaded)
    shutil.copytree(ROOT / "docs/entries", tmp_path / "docs/entries", dirs_exist_ok=True)
    holds(following)
