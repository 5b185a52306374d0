"""A rule changes: the road that CONTRIBUTING describes, walked on a small project."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT, TODAY
from tests.sample import write_sample
from tests.tour.screen import picture
from zhiquan.source.message import LANGUAGES, Language

IMAGES = ROOT / "docs/images"
HOURS = "docs/entries/limits/contact-hours.yaml"
CLOSED = '    check: {fact: contact-time, within: ["08:00", "22:00"]}\n'
OPENED = """\
    check: {fact: contact-time, within: ["08:00", "22:00"]}
    to: 2026-07-01
  - from: 2026-07-01
    rule:
      zh: 每天21:00至次日08:00不得催收。
      en: No collection between 22:00 and 08:00.
    sources:
      - law: civil-code
        artcle: "1033"
        verified: {level: primary-text, on: 2026-11-23, copy_read: "official site"}
    check: {fact: contact-time, within: ["08:00", "21:00"]}
"""
EXAMPLE = '  - given: {date: 2020-03-01, contact-time: "22:30"}\n'
NEW_EXAMPLE = (
    f'  - given: {{date: 2026-08-01, contact-time: "21:30"}}\n    result: exceeded\n{EXAMPLE}'
)
Changes = Mapping[str, str]
STEPS: tuple[tuple[str, Changes, str, int], ...] = (
    ("impact", {}, "zhiquan impact civil-code 1033", 0),
    ("new", {}, "zhiquan new practices texting-landlord", 0),
    ("check", {CLOSED: OPENED, EXAMPLE: NEW_EXAMPLE}, f"zhiquan check {HOURS}", 1),
    ("check-again", {"artcle": "article"}, f"zhiquan check {HOURS}", 1),
    ("check-clean", {"between 22:00": "between 21:00"}, f"zhiquan check {HOURS}", 0),
    ("diff", {}, "zhiquan diff", 0),
)
"""Name of the picture, what is edited before, what is typed, and how it ends."""


def git(folder: Path, *arguments: str) -> None:
    """Runs git as nobody in particular."""
    named = ("-c", "user.name=editor", "-c", "user.email=editor@example.org")
    subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True)


def typed(line: str, folder: Path, lang: Language) -> tuple[str, int]:
    """What the terminal shows when an editor types a line, and the exit code."""
    program, *rest = line.split()
    command = [str(Path(sys.executable).parent / program), *rest, "--today", TODAY.isoformat()]
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"LC_ALL": f"{'zh_CN' if lang == 'zh' else 'en_US'}.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return f"$ {line}\n{done.stdout.decode()}", done.returncode


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pictures_show_what_happens(
    lang: Language, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Every picture of the guide is what its command prints today."""
    project = write_sample(tmp_path / "project")
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message=before")
    stale = []
    for name, changes, line, ends in STEPS:
        text = (project / HOURS).read_text("utf-8")
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        (project / HOURS).write_text(text, "utf-8")
        shown, code = typed(line, project, lang)
        assert code == ends, shown
        if name == "new":
            (project / "docs/entries/practices/texting-landlord.yaml").unlink()
        drawn = picture(shown, title=line)
        path = IMAGES / f"{name}.{lang}.svg"
        if request.config.getoption("--write-cases"):
            path.write_text(drawn, "utf-8")
        elif path.read_text("utf-8") != drawn:
            stale.append(path.name)
    assert stale == [], "if this is right: pytest tests/tour --write-cases"


def test_every_picture_stands_in_a_guide() -> None:
    """Each is used in the guide of its language, with words for those who cannot see it."""
    for lang, guide in (("en", "CONTRIBUTING.md"), ("zh", "CONTRIBUTING.zh.md")):
        used = re.findall(
            r"!\[([^\]]+)\]\(docs/images/([^)]+)\)", (ROOT / guide).read_text("utf-8")
        )
        assert {name for _, name in used} == {path.name for path in IMAGES.glob(f"*.{lang}.svg")}
        assert all(len(alt) > 10 for alt, _ in used)


def test_a_picture_asks_no_other_host() -> None:
    """No font, style or script from elsewhere."""
    for path in IMAGES.glob("*.svg"):
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http" not in text
        assert "<script" not in text
