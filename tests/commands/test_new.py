"""`zhiquan new`: from a kind and an id to an entry without faults."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TODAY, zhiquan
from tests.sample import write_sample
from zhiquan.entries.kinds import KINDS, MODELS
from zhiquan.entries.scalars import Kind, Refers
from zhiquan.entries.skeleton.rows import Row, rows
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import load

DAY = ("--today", TODAY.isoformat())
KNOWN = {
    "laws": "civil-code",
    "limits": "contact-hours",
    "practices": "home-visit",
    "channels": "nfra-12378",
    "topics": "someone-at-the-door",
}
TEXTS = {"zh": "一件新的事{}", "en": "A new matter {}"}
WORDS = {"article": '"12"', "verdict": "conditional", "level": "primary-text"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sample project."""
    return write_sample(tmp_path / "project")


def letter(number: int) -> str:
    """Another letter or pair of letters for each number."""
    return chr(97 + number // 26) + chr(97 + number % 26)


def answer(row: Row, number: int) -> str:
    """What a person would write in a blank."""
    refers = [mark.kind for mark in row.place.marks if isinstance(mark, Refers)]
    if refers:
        return KNOWN[refers[0]]
    if row.name in WORDS:
        return WORDS[row.name]
    if row.place.choices:
        return row.place.choices[0]
    if row.name in TEXTS:
        return TEXTS[row.name].format(letter(number))
    return TODAY.isoformat() if row.name in {"on", "from"} else "editors"


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_whose_blanks_are_filled_has_no_faults(kind: Kind, project: Path) -> None:
    """New, filled in from top to bottom, checked: nothing is left to mend, not even a warning."""
    done = zhiquan("new", kind, "a-new-matter", *DAY, cwd=project)
    assert done.returncode == 0, done.stderr
    path = project / "docs/entries" / kind / "a-new-matter.yaml"
    text = path.read_text("utf-8")
    for number, row in enumerate(rows(MODELS[kind], {"order": "1", "review.on": "x"})):
        if row.is_blank:
            text = re.sub("(?<!every )___", answer(row, number), text, count=1)
    path.write_text(text, "utf-8")
    assert check(load(project, today=TODAY)) == ()


def test_a_terminal_is_asked(project: Path) -> None:
    """On a terminal each blank is asked for; a bad answer is refused, an empty one stays blank."""
    answers = ["滞纳金", "Late fee", "晚还的钱。", "", "lawyers"]
    terminal, its_end = pty.openpty()
    command = [str(Path(sys.executable).parent / "zhiquan"), "new", "terms", "late-fee", *DAY]
    spoken_in = os.environ | {"LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        [*command, "--lang", "zh"],
        cwd=project,
        env=spoken_in,
        stdin=its_end,
        stdout=its_end,
        stderr=its_end,
    ) as asking:
        os.close(its_end)
        os.write(terminal, "".join(f"{text}\n" for text in answers).encode())
        said = "".join(iter(lambda: read(terminal), ""))
    os.close(terminal)
    assert asking.returncode == 0, said
    assert "页面的标题" in said
    text = (project / "docs/entries/terms/late-fee.yaml").read_text("utf-8")
    assert "zh: 滞纳金\n  en: Late fee\n" in text
    assert "zh: 晚还的钱。\n  en: ___\n" in text
    assert "by: lawyers" in text


def read(terminal: int) -> str:
    """What the command printed; nothing once it has ended."""
    try:
        return os.read(terminal, 65536).decode("utf-8", "replace")
    except OSError:
        return ""
