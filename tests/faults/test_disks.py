"""A disk that is full, that can only be read, or that one may not write to: the old site stays."""

import resource
import subprocess
from pathlib import Path

import pytest

from tests.faults.conftest import QUICK, Project
from tests.faults.disks import ZHIQUAN, bound, mounted
from tests.faults.runs import DAY, files_of

FULL = "Error: the disk is full: make room, then run it again\n"


def told(done: subprocess.CompletedProcess[str]) -> str:
    """What a run that the machine failed says: one line and exit code 2."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def limited(
    project: Project, *command: str, largest: int | None = None
) -> subprocess.CompletedProcess[str]:
    """A run of the command as a user whom permissions bind and whose files have a largest size."""

    def limit() -> None:
        if largest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    line = [*bound(), ZHIQUAN, *command, "--lang", "en"]
    return subprocess.run(
        line,
        cwd=project.folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )


def test_a_full_disk_keeps_the_last_good_site(built: Project, tmp_path: Path) -> None:
    """Wherever in the build it fills: the site stays, nothing is left, and room mends it."""
    with mounted('mount -t tmpfs -o size=64m disk "$1"', tmp_path) as disk:
        site = ("--site-dir", str(tmp_path / "site"), "--root", str(built.folder))
        command = (ZHIQUAN, "build", *DAY, "--lang", "en", *site)
        whole = disk.run(*command, "--no-downloads")
        assert whole.returncode == 0, whole.stderr
        before = files_of(disk.seen(tmp_path))
        used = int(disk.run("du", "-sk", str(tmp_path)).stdout.split()[0])
        for share, option in ((0.1, "--no-downloads"), (0.6, "--no-pdf")):
            size = f"size={used + int(share * used)}k"
            disk.run("mount", "-o", f"remount,{size}", str(tmp_path))
            assert told(disk.run(*command, option)) == FULL
            assert files_of(disk.seen(tmp_path)) == before
            assert [path.name for path in disk.seen(tmp_path).iterdir()] == ["site"]
        disk.run("mount", "-o", "remount,size=64m", str(tmp_path))
        assert disk.run(*command, "--no-downloads").returncode == 0
        assert files_of(disk.seen(tmp_path)) == before


def test_a_disk_that_can_only_be_read(built: Project) -> None:
    """The site on it stays, and the line says what kind of disk it is."""
    script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"'
    with mounted(script, built.folder) as disk:
        before = files_of(built.folder)
        done = disk.run(ZHIQUAN, "build", *QUICK, "--lang", "en", "--root", str(built.folder))
        assert "that disk can only be read" in told(done)
        assert files_of(built.folder) == before
        checked = disk.run(ZHIQUAN, "check", *QUICK[:2], "--root", str(built.folder))
        assert checked.returncode == 0, checked.stderr


def test_a_file_that_may_grow_no_further(built: Project) -> None:
    """Where nothing can be mounted: the system refuses to write on, in the middle of a file."""
    before = files_of(built.folder)
    assert "larger than this system allows" in told(limited(built, "build", *QUICK, largest=40_000))
    assert files_of(built.folder) == before


def test_a_folder_one_may_not_write_to(built: Project, tmp_path: Path) -> None:
    """Nothing is begun there, and the folder is named; a half-written entry is not left either."""
    tmp_path.chmod(0o555)
    try:
        done = limited(built, "build", *QUICK, "--site-dir", str(tmp_path / "site"))
        assert told(done).startswith(f"Error: {tmp_path}/")
        assert "that is not permitted" in done.stderr
        assert list(tmp_path.iterdir()) == []
    finally:
        tmp_path.chmod(0o755)


def test_a_site_one_may_not_write_to_is_replaced_as_a_whole(built: Project) -> None:
    """What stands in the way of removing the old site is put out of the way."""
    for folder in (built.site, built.site / "zh"):
        folder.chmod(0o555)
    assert limited(built, "build", *QUICK).returncode == 0
    assert sorted(path.name for path in built.folder.glob(".site*")) == []
    assert files_of(built.site) in built.sites.values()


@pytest.mark.parametrize(("lang", "said"), [("en", "the disk is full"), ("zh", "磁盘已满")])
def test_what_is_said_does_not_fit_on_the_disk(built: Project, lang: str, said: str) -> None:
    """A report that goes to a full disk is told to be lost."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [ZHIQUAN, "check", *QUICK[:2], "--lang", lang, "--root", str(built.folder)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
