"""What an editor is told in one sitting, word for word, in both languages."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from tests.sample import write_sample
from zhiquan.cli import main, spoken_by_default
from zhiquan.commands.chinese import clicks_words, in_chinese
from zhiquan.source.message import LANGUAGES, Language

HOURS = "docs/entries/limits/contact-hours.yaml"
VISIT = "docs/entries/practices/home-visit.yaml"
OVERDUE = "waivers: [{code: ZQ324, reason: later, by: editors, until: 2026-12-01}]"
DAY = "--today 2026-11-23"

Step = str | tuple[str, str, str]
"""A command line, or a file, a text in it and what takes its place; an empty text is its end."""

STEPS: tuple[Step, ...] = (
    "new limits Bad_Id",
    f"new limits contact-hour {DAY}",
    f"new limits contact-hours {DAY}",
    f"check {DAY} docs/entries/limits/contact-hour.yaml",
    "translated",
    "translated limits/contact-hou",
    f"translated --all {DAY}",
    (HOURS, "en: No collection", "en: No collecting at all"),
    f"check {DAY} {HOURS}",
    f"translated --typo limits/contact-hours {DAY}",
    (HOURS, "en: No collecting", "en: No calls"),
    f"translated --typo limits/contact-hours {DAY}",
    "explain 402",
    "explain X",
    "diff",
    "diff no-such-revision",
    "bundle",
    "check --root docs",
    "check docs/entries/limits/none.yaml",
    "check mkdocs.yml",
    "build --site-dir docs",
    f"impact civil-cod {DAY}",
    (HOURS, "", OVERDUE + "\n"),
    f"status {DAY}",
    (HOURS, "subject: calls", "subjekt:  calls  "),
    f"impact civil-code {DAY}",
    f"status {DAY}",
    (VISIT, "summary:", "summary："),
    (VISIT, "review: {on: 2026-11-23", "review: {on: 2026/11/23"),
    "fix --dry-run",
    "fix",
    (VISIT, "title:", "title: {"),
    "fix",
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sitting_of_an_editor(
    lang: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """Each command says what was done, or what is wrong and what to do about it."""
    monkeypatch.chdir(write_sample(tmp_path))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    report = "".join(_taken(step, lang, tmp_path) for step in STEPS)
    kept = ROOT / f"tests/cases/reports/session-{lang}.txt"
    if pytestconfig.getoption("--write-cases"):
        kept.write_text(report, "utf-8")
    assert report == kept.read_text("utf-8")


def _taken(step: Step, lang: Language, folder: Path) -> str:
    if isinstance(step, tuple):
        name, old, new = step
        text = (folder / name).read_text("utf-8")
        assert old in text
        changed = text.replace(old, new, 1) if old else text + new
        (folder / name).write_text(changed, "utf-8")
        return f"# {name}: {old} → {new}\n\n"
    with clicks_words(lang):
        group = main if lang == "en" else in_chinese(main)
        done = CliRunner().invoke(
            group,
            step.split(),
            prog_name="zhiquan",
            default_map=spoken_by_default(lang),
            obj=main,
        )
    return f"$ zhiquan {step}\n{done.output.replace(str(folder), '…')}exit {done.exit_code}\n\n"
