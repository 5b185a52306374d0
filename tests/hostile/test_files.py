"""Hostile files: each is named at its place, in little time, and leads nowhere."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, TODAY
from tests.hostile.files import SPOILT, baits, lay
from tests.hostile.watched import BYTES, SECONDS, watch
from tests.sample import ENTRIES
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import load
from zhiquan.source.characters import visible
from zhiquan.source.message import LANGUAGES
from zhiquan.source.report import Form, render

CANARY = "zq-the-canary-of-another-place"
FORMS: tuple[Form, ...] = ("text", "github", "json")
LOCATED = re.compile(r"^\S.*:\d+:\d+: (?:error|warning)\[ZQ\d{3}\]: .+", re.MULTILINE)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project, with a secret beside it."""
    (tmp_path / "secret").write_text(f"{CANARY}: {CANARY}\n", "utf-8")
    root = tmp_path / "project"
    shutil.copytree(ENTRIES, root)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.mark.parametrize("name", SPOILT)
def test_a_hostile_file_is_named_at_its_place(name: str, project: Path) -> None:
    """A finding with its place in every form and language; no secret, nothing unseen in it."""
    lay(project, SPOILT[name])
    loaded = load(project, today=TODAY)
    found = check(loaded)
    for lang in LANGUAGES:
        for form in FORMS:
            said = render(found, texts=loaded.texts, lang=lang, form=form)
            assert all(visible(line) == line for line in said.split("\n"))
            assert CANARY not in said
            assert max(map(len, said.split("\n"))) < 2000
    assert LOCATED.search(render(found, texts=loaded.texts, lang="en"))


def test_all_of_them_together_open_nothing_else_and_take_little(project: Path) -> None:
    """One run over every hostile file and bait: located findings, no traceback, no way out."""
    for number, files in enumerate(SPOILT.values()):
        moved = {path.replace("/x.yaml", f"/x-{number}.yaml"): laid for path, laid in files.items()}
        lay(project, {path: laid for path, laid in moved.items() if not path.endswith(".lock")})
    lay(project, baits())
    run = watch("check", "--today", TODAY.isoformat(), root=project, log=project.parent / "log")
    assert run.code == 1, run.said[-2000:]
    assert LOCATED.search(run.said)
    assert "Traceback" not in run.said
    assert CANARY not in run.said
    assert project.parent / "secret" not in [path.resolve() for path in run.opened]
    assert [path for path in run.changed if not path.is_relative_to(project)] == []
    assert run.started == ()
    assert run.bytes < BYTES
    assert run.seconds < 3 * SECONDS  # of CPU, for all hundred of them
