"""The script that keeps one issue for a check that runs by the calendar, with a `gh` that notes."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

TITLE = '每周 "check": $(date)'
GH = """\
#!/bin/sh
if [ "$2" = list ]; then echo "$OPEN"; exit 0; fi
for word in "$@"; do
  printf '%s\\n' "$word" >> "$NOTES"
  if [ "$before" = --body-file ]; then cat "$word" > "$NOTES.body"; fi
  before=$word
done
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Where the `gh` of the test writes what it was told."""
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text(GH, "utf-8")
    program.chmod(0o755)
    return tmp_path / "notes"


def keep(notes: Path, name: str, text: str, outcome: str, *, number: str = "") -> list[str]:
    """Runs the script over a report; gives the words of what `gh` was told."""
    report = notes.with_name(name)
    report.write_text(text, "utf-8")
    environment = {"PATH": f"{notes.parent}/bin:{os.environ['PATH']}", "NOTES": str(notes)}
    command = [str(ROOT / ".github/issue.sh"), TITLE, str(report), outcome]
    subprocess.run(command, env={**environment, "OPEN": number}, check=True)
    return notes.read_text("utf-8").splitlines() if notes.exists() else []


def test_faults_open_an_issue_with_the_report(notes: Path) -> None:
    """The title is taken as it is, and a text stands as it was printed."""
    told = keep(notes, "dates.txt", "limits/a: overdue\n", "failure")
    assert told[:4] == ["issue", "create", "--title", TITLE]
    body = notes.with_name("notes.body").read_text("utf-8")
    assert body == "```text\nlimits/a: overdue\n\n```\n"


def test_an_open_issue_is_renewed(notes: Path) -> None:
    """Every week the same issue, not a new one; Markdown stays Markdown."""
    told = keep(notes, "links.md", "## Links\n", "failure", number="7")
    assert told[:3] == ["issue", "edit", "7"]
    assert notes.with_name("notes.body").read_text("utf-8") == "## Links\n"


def test_when_all_is_well_the_issue_is_closed(notes: Path) -> None:
    """Nobody has to look at what is no longer so; without an issue nothing happens."""
    assert keep(notes, "dates.txt", "", "success") == []
    assert keep(notes, "dates.txt", "", "success", number="7")[:3] == ["issue", "close", "7"]


def test_a_long_report_fits_into_an_issue(notes: Path) -> None:
    """An issue holds 65,536 characters; the beginning of the report is what counts."""
    keep(notes, "dates.txt", "x" * 100_000, "failure")
    assert len(notes.with_name("notes.body").read_text("utf-8")) < 65_536
