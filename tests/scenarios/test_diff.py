"""`zhiquan diff` on small git repositories: what a reviewer is told of a change."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, zhiquan
from tests.sample import write_sample

LIMIT = "docs/entries/limits/contact-hours.yaml"
LENDER = "docs/entries/lenders/example-lender.yaml"
CHANNEL = "docs/entries/channels/nfra-12378.yaml"
PRACTICE = "docs/entries/practices/home-visit.yaml"
LAW = "docs/entries/laws/civil-code.yaml"
STONE = """\
title: {zh: 旧条目, en: Old entry}
removed:
  on: 2026-11-01
  why: {zh: 已并入另一条目。, en: Merged into another entry.}
  redirect: limits/contact-hours
"""
TERM = "docs/entries/terms/lpr.yaml"
NEW_VERSION = """\
    to: 2026-10-01
    rule:
      zh: 每天22:00至次日08:00不得催收。
      en: No collection from 22:00 to 08:00.
    sources:
      - law: civil-code
        article: "1033"
        verified: {level: primary-text, on: 2026-11-23, copy_read: "public mirror, 2026-07-17"}
    check: {fact: contact-time, within: ["08:00", "22:00"]}
  - from: 2026-10-01
    rule:
      zh: 每天21:00至次日08:00不得催收。
      en: No collection from 21:00 to 08:00.
    sources:
      - law: civil-code
        article: "1034"
        verified: {level: primary-text, on: 2026-11-23, copy_read: "public mirror, 2026-07-17"}
    check: {fact: contact-time, within: ["08:00", "21:00"]}
"""


def git(folder: Path, *arguments: str) -> None:
    """Runs git in a folder as somebody."""
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@site.example")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample project, committed."""
    folder = write_sample(tmp_path / "project")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "First entries")
    return folder


def change(project: Path, name: str, old: str, new: str) -> None:
    """Replaces a text in a file."""
    text = (project / name).read_text("utf-8")
    assert old in text
    (project / name).write_text(text.replace(old, new, 1), "utf-8")


def told(project: Path, *arguments: str, lang: str = "en") -> str:
    """What the command prints."""
    result = zhiquan("diff", *arguments, "--lang", lang, "--today", "2026-11-23", cwd=project)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_nothing_changed(project: Path) -> None:
    """One line says so; a changed template or page is no change of meaning."""
    (project / "docs/zh/about.md").write_text("# 关于\n", "utf-8")
    assert told(project) == "no entry has changed since HEAD\n"
    assert told(project, lang="zh") == "自 HEAD 以来，条目没有变化\n"


def test_a_rule_that_changes_is_told_with_date_source_and_examples(project: Path) -> None:
    """The old and new value, from when, by which source, and which example turns."""
    text = (project / LIMIT).read_text("utf-8")
    first, rest = text.index("    rule:"), text.index("examples:")
    (project / LIMIT).write_text(text[:first] + NEW_VERSION + text[rest:], "utf-8")
    change(
        project,
        LIMIT,
        'date: 2026-03-01, contact-time: "21:59"',
        'date: 2026-10-02, contact-time: "21:59"',
    )
    git(project, "commit", "-qam", "Two versions")
    change(project, LIMIT, 'within: ["08:00", "21:00"]', 'within: ["08:00", "22:00"]')
    said = told(project)
    assert "limits/contact-hours Hours of contact" in said
    assert "08:00–21:00 → 08:00–22:00 from 2026-10-01 (source: civil-code 1034)" in said
    assert "example 1 changes from exceeded to within" in said
    assert "risk: rule or number; review: a lawyer reads it against the source" in said
    since_first = told(project, "HEAD~1", lang="zh")
    assert "自2026-10-01起，08:00–22:00 → 08:00–22:00（来源：civil-code 1034）" in since_first


def test_one_language_left_behind_is_told(project: Path) -> None:
    """The words that changed are shown short, and the other language is called stale."""
    change(project, TERM, "en: ", "en: Now ")
    said = told(project)
    assert "Chinese now stale" in said
    assert "risk: wording; review: one other editor reads it" in said
    assert "中文还没有跟上" in told(project, lang="zh")


def test_contact_data_companies_and_verification_have_labels_of_their_own(project: Path) -> None:
    """The heaviest comes first and decides; raised verification is flagged."""
    change(project, CHANNEL, '"12378"', '"12379"')
    change(project, LIMIT, "level: primary-text", "level: reliable-report")
    git(project, "commit", "-qam", "Lowered")
    change(project, LIMIT, "level: reliable-report", "level: primary-text")
    change(project, CHANNEL, '"12379"', '"12378"')
    lender = json.loads(told(project, "HEAD~1", "--format", "json"))
    assert lender["entries"] == []
    said = told(project)
    assert "verification raised: reliable-report → primary-text ⚑" in said
    assert "phones[1].number" in said
    assert "12379 → 12378" in said
    assert said.index("limits/contact-hours") < said.index("channels/nfra-12378")


def test_entries_come_and_go(project: Path) -> None:
    """A new one, a removed one with its tombstone, and one that only vanished."""
    text = (project / LIMIT).read_text("utf-8").replace("催收联系时间", "晚上的时间")
    (project / LIMIT.replace("contact-hours", "evening-hours")).write_text(text, "utf-8")
    stone = "title: {zh: 词, en: Word}\nremoved:\n  on: 2026-11-01\n  why: {zh: 合并, en: Merged}\n"
    (project / TERM).write_text(f"{stone}  redirect: limits/contact-hours\n", "utf-8")
    (project / LENDER).unlink()
    found = json.loads(told(project, "--format", "json"))
    states = {one["ref"]: (one["state"], one["risk"]) for one in found["entries"]}
    assert states == {
        "lenders/example-lender": ("gone", "company"),
        "limits/evening-hours": ("new", "rule"),
        "terms/lpr": ("removed", "wording"),
    }
    new = next(one for one in found["entries"] if one["state"] == "new")
    assert "zh/limits/evening-hours.html" in new["pages"]
    assert any(one.startswith("limits/evening-hours#q-") for one in new["questions"])


def test_the_pages_and_questions_that_change_are_counted(project: Path) -> None:
    """A title stands on the pages that link to it; nothing else changes."""
    change(project, PRACTICE, "zh: 上门", "zh: 登门")
    (one,) = json.loads(told(project, "--format", "json"))["entries"]
    assert one["ref"] == "practices/home-visit"
    assert "zh/practices/home-visit.html" in one["pages"]
    assert "zh/topics/someone-at-the-door.html" in one["pages"]
    assert not any(page.startswith("en/practices") for page in one["pages"])


def test_a_comment_is_short(project: Path) -> None:
    """Markdown ends after sixty lines with how many entries were left out."""
    text = (project / LIMIT).read_text("utf-8")
    for number in range(20):
        name = LIMIT.replace("contact-hours", f"hours-{number}")
        (project / name).write_text(text.replace("Hours of contact", f"Hours {number}"), "utf-8")
    said = told(project, "--format", "markdown")
    assert said.count("\n") <= 60
    assert said.startswith("## Changes of meaning since HEAD\n")
    assert "more entries: zhiquan diff" in said.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "lang", "said"),
    [
        (["no-such"], "en", "there is no revision 'no-such'"),
        (["no-such"], "zh", "没有“no-such”这个版本"),
        (["--all"], "en", "No such option"),
    ],
)
def test_wrong_usage(project: Path, arguments: list[str], lang: str, said: str) -> None:
    """An unknown revision is named; nothing is compared."""
    result = zhiquan("diff", *arguments, "--lang", lang, cwd=project)
    assert (result.returncode, said in result.stderr) == (2, True)


def test_without_a_checkout_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    """An unpacked archive has no history."""
    folder = write_sample(tmp_path / "project")
    result = zhiquan("diff", "--lang", "en", cwd=folder)
    assert (result.returncode, result.stderr.splitlines()[-1]) == (
        2,
        "Error: '.' is not in a git checkout",
    )


def test_a_published_rate_turns_the_examples_that_rest_on_it(project: Path) -> None:
    """The table is what changed; the rule is told because its examples come out otherwise."""
    table = "docs/entries/tables/lpr-1y.yaml"
    text = (project / table).read_text("utf-8")
    (project / table).write_text(re.sub(r'value: "?[0-9.]+"?', 'value: "0.10"', text), "utf-8")
    found = json.loads(told(project, "--format", "json"))["entries"]
    assert [one["ref"] for one in found] == ["limits/rate-cap", "tables/lpr-1y"]
    assert found[0]["differences"] == []
    assert {(one["old"], one["new"]) for one in found[0]["examples"]} == {("within", "exceeded")}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_review_reads_as_agreed(
    project: Path, lang: str, form: str, pytestconfig: pytest.Config
) -> None:
    """One of each: a rule, one language alone, contact data, a company, verification, a removal."""
    git(project, "rm", "-q", "--cached", TERM)
    change(project, LIMIT, 'within: ["08:00", "22:00"]', 'within: ["08:00", "21:00"]')
    change(project, LIMIT, "zh: 催收联系时间", "zh: 几点可以联系")
    change(project, CHANNEL, '"12378"', '"12379"')
    change(project, LAW, "level: primary-text", "level: unverified")
    change(project, LENDER, "zh: ", "zh: 新的")
    change(project, LENDER, "about: {zh: 由", "about: {zh: 已由")
    (project / PRACTICE).write_text(STONE, "utf-8")
    (project / TERM).unlink()
    golden = ROOT / f"tests/cases/reports/diff-{form}-{lang}.txt"
    said = told(project, "--format", form, lang=lang)
    if pytestconfig.getoption("--write-cases"):
        golden.write_text(said, "utf-8")
    assert said == golden.read_text("utf-8")
