"""The scripts of the workflows, run with a `gh` that notes what it is told."""

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
    return run(notes, "issue.sh", TITLE, str(report), outcome, number=number)


def comment(notes: Path, text: bytes, *, number: str = "") -> list[str]:
    """Posts a text; gives the words of what `gh` was told."""
    report = notes.with_name("diff.md")
    report.write_bytes(text)
    return run(notes, "comment.sh", str(report), "c0ffee", "https://run.example/1", number=number)


def run(notes: Path, script: str, *arguments: str, number: str) -> list[str]:
    """Runs a script where `gh` finds this number, or nothing."""
    environment = {"PATH": f"{notes.parent}/bin:{os.environ['PATH']}", "NOTES": str(notes)}
    command = [str(ROOT / ".github" / script), *arguments]
    subprocess.run(command, env={**environment, "OPEN": number}, check=True, capture_output=True)
    return notes.read_text("utf-8").splitlines() if notes.exists() else []


def posted(notes: Path) -> str:
    """The text that was posted last."""
    return notes.with_name("notes.body").read_text("utf-8")


def test_faults_open_an_issue_with_the_report(notes: Path) -> None:
    """The title is taken as it is, and a text stands as it was printed."""
    told = keep(notes, "dates.txt", "limits/a: overdue\n", "failure")
    assert told[:4] == ["issue", "create", "--title", TITLE]
    assert posted(notes) == "```text\nlimits/a: overdue\n\n```\n"


def test_an_open_issue_is_renewed(notes: Path) -> None:
    """Every week the same issue, not a new one; Markdown stays Markdown."""
    told = keep(notes, "links.md", "## Links\n", "failure", number="7")
    assert told[:3] == ["issue", "edit", "7"]
    assert posted(notes) == "## Links\n"


def test_when_all_is_well_the_issue_is_closed(notes: Path) -> None:
    """Nobody has to look at what is no longer so; without an issue nothing happens."""
    assert keep(notes, "dates.txt", "", "success") == []
    assert keep(notes, "dates.txt", "", "success", number="7")[:3] == ["issue", "close", "7"]


def test_a_long_report_fits_into_an_issue(notes: Path) -> None:
    """An issue holds 65,536 characters; the beginning of the report is what counts."""
    keep(notes, "dates.txt", "x" + "催" * 30_000, "failure")
    assert len(posted(notes)) < 65_536


def test_what_changes_is_said_once_under_the_pull_request(notes: Path) -> None:
    """The comment is renewed, not added to, and leads to the preview."""
    told = comment(notes, b"## One entry\n", number="12")
    assert told[:3] == ["pr", "comment", "12"]
    assert {"--edit-last", "--create-if-none"} <= set(told)
    assert posted(notes).startswith("## One entry\n")
    assert "https://run.example/1" in posted(notes)


def test_a_change_that_was_withdrawn_is_left_alone(notes: Path) -> None:
    """No open pull request ends with that commit: nothing is posted anywhere."""
    assert comment(notes, b"text") == []


def test_a_strangers_text_calls_nobody_and_fits(notes: Path) -> None:
    """Names are not mentions, a cut character does no harm, and 65,536 characters are enough."""
    comment(notes, b"@everyone " + "催".encode() * 30_000 + b"\xff", number="12")
    assert "@everyone" not in posted(notes)
    assert "@\u200beveryone" in posted(notes)
    assert len(posted(notes)) < 65_536
