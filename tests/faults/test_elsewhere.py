"""The same input gives the same bytes, whoever builds it, where, when and how often."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import zhiquan
from tests.faults.conftest import QUICK, Project
from tests.faults.disks import ZHIQUAN
from tests.faults.elsewhere import age, built_elsewhere, environment
from tests.faults.runs import DAY, files_of
from tests.sample import write_sample

FORMS = {".html", ".js", ".json", ".xml", ".pdf", ".epub", ".zip"}
"""Pages, index, open data, feeds, books and the copy of all in one archive."""


def different(one: Path, other: Path) -> list[str]:
    """The files that are not the same in both folders."""
    here, there = files_of(one), files_of(other)
    return sorted(name for name in here | there if here.get(name) != there.get(name))


def test_another_machine_gives_the_same_bytes(tmp_path: Path) -> None:
    """Folder, user, umask, locale, zone, hash seed, order and time of files are others; no git."""
    here = write_sample(tmp_path / "here")
    done = zhiquan("build", *DAY, "--root", str(here))
    assert done.returncode == 0, done.stdout + done.stderr
    there = tmp_path / "我的 项目 (1)"
    write_sample(there)
    age(there)
    (tmp_path / "shuffles").mkdir()
    other = built_elsewhere(there, tmp_path / "shuffles", *DAY)
    assert other.returncode == 0, other.stderr.decode()
    assert {Path(name).suffix for name in files_of(here / "site")} >= FORMS
    assert different(here / "site", there / "site") == []


def test_a_clock_that_was_set_back_changes_nothing(built: Project, tmp_path: Path) -> None:
    """What is from the future by its time, kept or built, is no newer than what is true today."""
    later = tmp_path / "later"
    shutil.copytree(built.folder, later, ignore=shutil.ignore_patterns(".cache"))
    for day in ("2027-01-05", DAY[1]):
        assert zhiquan("check", "--today", day, str(later / "docs"), cwd=later).returncode in {0, 2}
        done = zhiquan("build", "--no-downloads", "--today", day, "--root", str(later))
        assert done.returncode == 0, done.stderr
        age(later)
    built.build()
    assert different(later / "site", built.site) == []


def test_the_order_of_files_is_really_another(tmp_path: Path) -> None:
    """What shuffles the folders of another machine does so, and still lists all."""
    for name in "abcdefgh":
        (tmp_path / name).touch()
    environment_ = environment(tmp_path)
    line = "import os, pathlib; print(*os.listdir(), *(e.name for e in os.scandir()), sep='')"
    run = subprocess.run(
        [sys.executable, "-c", line],
        cwd=tmp_path,
        env=environment_,
        capture_output=True,
        check=True,
    )
    shown = run.stdout.decode().strip().replace("sitecustomize.py", "").replace("__pycache__", "")
    assert sorted(shown) == sorted("abcdefgh" * 2)
    assert shown[:8] != "abcdefgh"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_chinese_is_told_where_the_locale_has_none(
    built: Project, tmp_path: Path, lang: str
) -> None:
    """In UTF-8 or as numbers, rather than by a traceback; the exit code is the same."""
    path = "docs/entries/limits/contact-hours.yaml"
    folder = tmp_path / "一 二"
    shutil.copytree(built.folder / "docs/entries", folder / "docs/entries")
    shutil.copy(built.folder / "mkdocs.yml", folder)
    text = (folder / path).read_text("utf-8")
    (folder / path).write_text(text.replace("subject: calls", "subjekt: calls"), "utf-8")
    done = subprocess.run(
        [ZHIQUAN, "check", *QUICK[:2], "--lang", lang, "--root", str(folder)],
        env=environment(tmp_path),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    said = (done.stdout + done.stderr).decode()
    assert "ZQ102" in said
    assert "Traceback" not in said


def test_without_git_only_what_asks_git_fails(built: Project, tmp_path: Path) -> None:
    """A checkout that was unpacked from an archive builds; a comparison says what it lacks."""
    done = subprocess.run(
        [ZHIQUAN, "diff", "--lang", "en", "--root", str(built.folder)],
        env=environment(tmp_path),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"git cannot be started" in done.stderr
