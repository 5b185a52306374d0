"""A build that is ended by force, at any moment, leaves the old site or the new one."""

import os
import signal
import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests.faults.conftest import QUICK, TITLES, Project
from tests.faults.killing import kill
from tests.faults.runs import begun, beside, ended, files_of, is_as_far, wait_for

KILLS = 12


def test_killed_at_any_moment(built: Project, tmp_path: Path) -> None:
    """After each kill readers have one of both sites, whole; the next build clears up.

    `make audit` does it fifty times.
    """
    assert kill(built, tmp_path / "said", kills=KILLS) <= 1, "a build removes what is left"
    built.build()
    assert beside(built.folder) == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_clears_up_itself(
    built: Project, tmp_path: Path, how: signal.Signals
) -> None:
    """Ctrl+C, or a machine that shuts down: nothing is left beside the site."""
    before = files_of(built.site)
    build = begun("build", *QUICK, "--root", str(built.folder), said=tmp_path / "said")
    wait_for(partial(is_as_far, built.folder, 10, build))
    os.kill(build.pid or 0, how)
    assert ended(build) != 0
    assert beside(built.folder) == []
    assert files_of(built.site) == before
    assert "Traceback" not in (tmp_path / "said").read_text("utf-8")


def test_killed_while_it_removes_the_old_site(built: Project, tmp_path: Path) -> None:
    """Once both have changed places the new site is there, whatever becomes of the old one."""
    built.entitle(TITLES[1])
    old = built.site.stat().st_ino
    build = begun("build", *QUICK, "--root", str(built.folder), said=tmp_path / "said")
    wait_for(partial(is_another, built.site, old))
    build.kill()
    ended(build)
    assert files_of(built.site) == built.sites[TITLES[1]]
    built.build()
    assert beside(built.folder) == []


def test_killed_while_it_sets_the_pdfs_no_process_is_left(built: Project, tmp_path: Path) -> None:
    """The processes that set PDFs end with the one that started them, and leave nothing."""
    before = files_of(built.site)
    folder = built.folder
    build = begun("pdf", "--root", str(folder), said=tmp_path / "said")
    wait_for(lambda: len(workers(build.pid or 0)) >= 2)
    started = workers(build.pid or 0)
    build.kill()
    ended(build)
    wait_for(lambda: not any(is_alive(pid) for pid in started))
    assert files_of(built.site) == before
    pdf = begun("pdf", "card-en-a6", "--root", str(folder), said=tmp_path / "said")
    assert ended(pdf) == 0, (tmp_path / "said").read_text()
    told = [path for path in (folder / ".cache").rglob("*.json") if path.parent.name != "places"]
    assert told == []
    assert list((folder / ".cache").rglob(".*.part")) == []


def is_another(folder: Path, inode: int) -> bool:
    """Whether another folder has taken the place of the one with this number."""
    return folder.stat().st_ino != inode


def workers(pid: int) -> list[int]:
    """The processes that a process has started."""
    told = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, check=False
    )
    return [int(line) for line in told.stdout.split()]


def is_alive(pid: int) -> bool:
    """Whether there is such a process that has not ended."""
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False
