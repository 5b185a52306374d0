"""Two runs at once, and a folder that goes away: one whole site, and a word to whoever waits."""

import os
import random
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests.faults.conftest import QUICK, Project
from tests.faults.runs import begun, beside, builds_beside, ended, files_of, is_as_far, wait_for
from zhiquan.outputs.swap import require
from zhiquan.source.holding import held

WAITING = "another run is at work in"
SEED = 11


def test_the_second_build_says_that_it_waits(built: Project, tmp_path: Path) -> None:
    """It waits while the first one lives, however long that takes, and then builds the newest."""
    command = ("build", *QUICK, "--lang", "en", "--root", str(built.folder))
    first = begun(*command, said=tmp_path / "first")
    wait_for(lambda: bool(beside(built.folder)))
    os.kill(first.pid or 0, signal.SIGSTOP)
    second = begun(*command, said=tmp_path / "second")
    wait_for(lambda: WAITING in read(tmp_path / "second"))
    assert len(builds_beside(built.folder)) == 1
    os.kill(first.pid or 0, signal.SIGCONT)
    assert ended(first) == 0, read(tmp_path / "first")
    assert ended(second) == 0, read(tmp_path / "second")
    assert WAITING not in read(tmp_path / "first")
    assert beside(built.folder) == []
    assert files_of(built.site) in built.sites.values()


def test_nobody_waits_for_the_dead(built: Project, tmp_path: Path) -> None:
    """A build that is killed gives the folder free; what it left is gone when the next ends."""
    command = ("build", *QUICK, "--lang", "en", "--root", str(built.folder))
    first = begun(*command, said=tmp_path / "first")
    wait_for(lambda: bool(beside(built.folder)))
    os.kill(first.pid or 0, signal.SIGSTOP)
    second = begun(*command, said=tmp_path / "second")
    wait_for(lambda: WAITING in read(tmp_path / "second"))
    first.kill()
    assert ended(second) == 0, read(tmp_path / "second")
    ended(first)
    assert beside(built.folder) == []


def test_a_folder_is_held_once(tmp_path: Path) -> None:
    """Who holds it is not asked; who comes second is told once before it waits."""
    told: list[str] = []

    def stop() -> None:
        told.append("waiting")
        raise KeyboardInterrupt

    with held(tmp_path, waiting=stop) as alone:
        assert alone
        with pytest.raises(KeyboardInterrupt), held(tmp_path, waiting=stop):
            pytest.fail("held twice")
    assert told == ["waiting"]
    assert list(tmp_path.iterdir()) == []
    with held(tmp_path, waiting=stop) as alone:
        assert alone


def test_the_folder_it_works_in_is_removed(built: Project, tmp_path: Path) -> None:
    """At any moment: the build fails in one line, or makes its site whole again."""
    whole = len(files_of(built.site))
    counts = random.Random(SEED).sample(range(1, whole), 3)  # noqa: S311  (moments, not secrets)
    codes: list[int] = []
    for count in (*counts, whole - 5):
        before = files_of(built.site)
        build = begun("build", *QUICK, "--root", str(built.folder), said=tmp_path / "said")
        wait_for(partial(is_as_far, built.folder, count, build))
        with stopped(build):  # or what is being removed could be the site already
            for folder in beside(built.folder):
                shutil.rmtree(folder, ignore_errors=True)
        codes.append(ended(build))
        now, said = files_of(built.site), read(tmp_path / "said")
        assert now == before if codes[-1] else now in built.sites.values()
        assert codes[-1] in {0, 2}, said
        assert "Traceback" not in said
        assert beside(built.folder) == []
    assert 2 in codes


@contextmanager
def stopped(build: BaseProcess) -> Iterator[None]:
    """Lets a build stand still for a moment; one that was quicker has ended already."""
    with suppress(ProcessLookupError):
        os.kill(build.pid or 0, signal.SIGSTOP)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.kill(build.pid or 0, signal.SIGCONT)


def test_a_page_is_removed_before_the_site_is_whole(built: Project, tmp_path: Path) -> None:
    """A site that lacks one page is not put in place."""
    codes: list[int] = []
    while 2 not in codes and len(codes) < 10:  # the build may have ended before we came
        build = begun("build", *QUICK, "--root", str(built.folder), said=tmp_path / "said")
        wait_for(partial(is_page_taken, built.folder, build))
        codes.append(ended(build))
        assert files_of(built.site) in built.sites.values()
    assert 2 in codes
    assert "zh/limits/contact-hours.html: " in read(tmp_path / "said")


def is_page_taken(project: Path, build: BaseProcess) -> bool:
    """Removes a page from the site under way as soon as it is there; True once it is too late."""
    for folder in beside(project):
        with suppress(OSError):
            (folder / "zh/limits/contact-hours.html").unlink()
            return True
    return not build.is_alive()


def test_the_site_is_removed_while_it_is_built(built: Project, tmp_path: Path) -> None:
    """Then the new one is put where the old one was."""
    build = begun("build", *QUICK, "--root", str(built.folder), said=tmp_path / "said")
    wait_for(lambda: bool(beside(built.folder)))
    shutil.rmtree(built.site)
    assert ended(build) == 0, read(tmp_path / "said")
    assert files_of(built.site) in built.sites.values()
    assert beside(built.folder) == []


def test_what_is_required_is_looked_for(tmp_path: Path) -> None:
    """Each file by its address; the first that lacks is named."""
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh/index.html").touch()
    require(tmp_path, ["zh/index.html"])
    with pytest.raises(FileNotFoundError) as found:
        require(tmp_path, ["zh/index.html", "zh/b.html", "zh/a.html"])
    assert found.value.filename == str(tmp_path / "zh/a.html")


def read(path: Path) -> str:
    """What a run has said so far."""
    return path.read_text("utf-8") if path.exists() else ""
