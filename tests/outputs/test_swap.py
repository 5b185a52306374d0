"""A finished site takes the place of the old one, or the old one stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from zhiquan.outputs.swap import MARK, exchange, is_replaceable, scratch_folder, swap_in

KILLED_BUILD = """\
import os, signal, sys
from pathlib import Path
from zhiquan.outputs.swap import scratch_folder
with scratch_folder(Path(sys.argv[1])) as folder:
    (folder / "index.html").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def folder_with(path: Path, text: str) -> Path:
    """A folder with one page."""
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def cannot(_one: Path, _other: Path) -> bool:
    """The exchange of a system that has none."""
    return False


def test_folders_change_places_in_one_step(tmp_path: Path) -> None:
    """On Linux both names lead to a whole folder at every moment."""
    one, other = folder_with(tmp_path / "one", "1"), folder_with(tmp_path / "other", "2")
    assert exchange(one, other)
    assert (one / "index.html").read_text() == "2"
    assert (other / "index.html").read_text() == "1"


def test_an_exchange_that_cannot_be_changes_nothing(tmp_path: Path) -> None:
    """Where a name leads nowhere the exchange says so."""
    one = folder_with(tmp_path / "one", "1")
    assert not exchange(one, tmp_path / "none")
    assert (one / "index.html").read_text() == "1"


@pytest.mark.parametrize("how", [exchange, cannot])
def test_the_new_site_takes_the_place(tmp_path: Path, how: Callable[[Path, Path], bool]) -> None:
    """With or without an exchange, the new site is in place and nothing else is left."""
    target = folder_with(tmp_path / "site", "old")
    swap_in(folder_with(tmp_path / "new", "new"), target, exchange=how)
    assert (target / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_site_needs_no_old_one(tmp_path: Path) -> None:
    """Where there is no site yet the new one is put there."""
    swap_in(folder_with(tmp_path / "new", "new"), tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "new"


def test_when_the_new_site_cannot_move_the_old_one_comes_back(tmp_path: Path) -> None:
    """Without an exchange, a failure between the two renames undoes the first."""
    target = folder_with(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        swap_in(tmp_path / "lost", target, exchange=cannot)
    assert (target / "index.html").read_text() == "old"


def test_a_failed_build_leaves_nothing_behind(tmp_path: Path) -> None:
    """The folder of a build that fails is removed; the target is as it was."""
    target = folder_with(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError), scratch_folder(target) as folder:
        folder.joinpath("no/such/folder/index.html").write_text("half")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (target / "index.html").read_text() == "old"


def test_a_killed_build_leaves_the_old_site(tmp_path: Path) -> None:
    """A build that is killed without a word has not touched the site."""
    target = folder_with(tmp_path / "site", "old")
    command = [sys.executable, "-c", KILLED_BUILD, str(target)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert (target / "index.html").read_text() == "old"


def test_a_new_folder_can_be_read_by_the_web_server(tmp_path: Path) -> None:
    """The site has the usual permissions, not those of a private temporary folder."""
    with scratch_folder(tmp_path / "deep/site") as folder:
        assert folder.parent == tmp_path / "deep"
        assert os.stat(folder).st_mode & 0o777 == 0o755  # noqa: PTH116


def test_only_a_site_of_ours_is_replaced(tmp_path: Path) -> None:
    """A folder of anything else, or a file, is never taken for an old site."""
    ours = tmp_path / "ours"
    (ours / MARK).parent.mkdir(parents=True)
    (ours / MARK).touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    assert is_replaceable(ours)
    assert is_replaceable(tmp_path / "empty")
    assert is_replaceable(tmp_path / "none")
    assert not is_replaceable(tmp_path / "file")
    assert not is_replaceable(tmp_path)
