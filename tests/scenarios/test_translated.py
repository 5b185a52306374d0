"""`zhiquan translated` in a project under git: warn, acknowledge, confirm, merge."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, zhiquan
from tests.sample import write_sample

LIMIT = "docs/entries/limits/contact-hours.yaml"
TERM = "docs/entries/terms/lpr.yaml"
LOCK = "docs/entries/translations.lock"


def git(folder: Path, *arguments: str) -> int:
    """Runs git in a folder as somebody; gives how it ended."""
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@site.example")
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=False, capture_output=True
    ).returncode


def says(project: Path, *arguments: str, ends: int = 0, today: str = "2026-11-23") -> str:
    """What a command prints."""
    result = zhiquan(*arguments, "--today", today, cwd=project)
    assert result.returncode == ends, result.stdout + result.stderr
    return result.stdout + result.stderr


def change(project: Path, name: str, old: str, new: str) -> None:
    """Replaces a text in a file."""
    text = (project / name).read_text("utf-8")
    assert old in text
    (project / name).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample project with every text compared, committed."""
    folder = write_sample(tmp_path / "project")
    assert "limits/contact-hours: texts confirmed: 3" in says(folder, "translated", "--all")
    assert git(folder, "init", "-q", "-b", "main") == 0
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "First entries")
    return folder


def test_a_change_of_one_language_is_warned_of_until_it_is_confirmed(project: Path) -> None:
    """Check names the line of the language left behind; confirming takes the warning away."""
    assert says(project, "check", "--lang", "en").startswith("no faults")
    change(project, LIMIT, "zh: 催收联系时间", "zh: 几点可以联系")
    english = says(project, "check", "--lang", "en")
    assert f"{LIMIT}:1:" in english
    assert (
        "warning[ZQ415]: the Chinese was changed, and the English not compared with it"
        " since 2026-11-23" in english
    )
    assert "compare, then: zhiquan translated limits/contact-hours" in english
    chinese = says(project, "check", LIMIT, "--lang", "zh")
    assert "中文改过，英文还没有对照（上一次对照是2026-11-23）" in chinese
    done = says(project, "translated", LIMIT, "--lang", "zh", today="2026-11-24")
    assert done == "limits/contact-hours：已确认 1 处文字\n"
    assert says(project, "check", "--lang", "en").startswith("no faults")
    diff = subprocess.run(
        ["git", "diff", "--numstat", LOCK], cwd=project, capture_output=True, text=True, check=True
    )
    assert diff.stdout.split()[:2] == ["1", "1"]


def test_a_slip_is_acknowledged_once(project: Path) -> None:
    """It says that it holds for that text only; a second slip in the same text is compared."""
    change(project, TERM, "zh: 贷款市场报价利率", "zh: 贷款市场报价利率表")
    said = says(project, "translated", "terms/lpr", "--typo", "--lang", "en")
    assert said == "terms/lpr title: acknowledged, for this text only\n"
    assert says(project, "check", "--lang", "en").startswith("no faults")
    change(project, TERM, "zh: 贷款市场报价利率表", "zh: 贷款市场报价的利率")
    assert "ZQ415" in says(project, "check", "--lang", "en")
    again = says(project, "translated", "terms/lpr", "--typo", "--lang", "zh", ends=1)
    assert "已经用过一次 --typo" in again
    assert "ZQ415" in says(project, "check", "--lang", "en")
    assert "texts confirmed: 1" in says(project, "translated", "terms/lpr", "--lang", "en")
    assert says(project, "check", "--lang", "en").startswith("no faults")


def test_a_new_entry_is_silent_until_it_is_confirmed(project: Path) -> None:
    """Who writes both languages together is not asked about either."""
    text = (project / TERM).read_text("utf-8").replace("贷款市场报价利率", "新的词")
    text = text.replace("Loan prime rate", "A new word")
    (project / TERM.replace("lpr", "new-word")).write_text(text, "utf-8")
    assert "ZQ415" not in says(project, "check", "--lang", "en")


def test_two_branches_that_compare_different_entries_merge(project: Path) -> None:
    """Each text has a line of its own, so git puts both together."""
    git(project, "switch", "-qc", "other")
    change(project, TERM, "zh: 贷款市场报价利率", "zh: 报价利率")
    says(project, "translated", "terms/lpr")
    git(project, "commit", "-qam", "A word")
    git(project, "switch", "-q", "main")
    change(project, LIMIT, "zh: 催收联系时间", "zh: 几点可以联系")
    says(project, "translated", "limits/contact-hours")
    git(project, "commit", "-qam", "A rule")
    assert git(project, "merge", "-q", "--no-edit", "other") == 0
    assert says(project, "check", "--lang", "en").startswith("no faults")


def test_two_branches_that_compare_the_same_entry_merge(project: Path) -> None:
    """The lines of both are kept, so nobody mends a merge by hand."""
    shutil.copy(ROOT / ".gitattributes", project)
    git(project, "add", "-A")
    git(project, "commit", "-qm", "How the lock is merged")
    git(project, "switch", "-qc", "other")
    change(project, LIMIT, "en: Hours of contact", "en: When they may call")
    says(project, "translated", "limits/contact-hours")
    git(project, "commit", "-qam", "The title")
    git(project, "switch", "-q", "main")
    change(project, LIMIT, "zh: 每天22:00至次日08:00不得催收。", "zh: 22:00至次日08:00不得催收。")
    says(project, "translated", "limits/contact-hours")
    git(project, "commit", "-qam", "The rule")
    assert git(project, "merge", "-q", "--no-edit", "other") == 0
    assert says(project, "check", "--lang", "en").startswith("no faults")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name an entry, or --all"),
        (
            ["terms/lpt"],
            "there is no entry 'terms/lpt' that can be read; did you mean 'terms/lpr'?",
        ),
    ],
)
def test_wrong_usage(project: Path, arguments: list[str], said: str) -> None:
    """Nothing is confirmed by accident."""
    assert said in says(project, "translated", *arguments, "--lang", "en", ends=2)
