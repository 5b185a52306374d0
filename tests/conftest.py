"""What every room's tests share."""

import datetime as dt
import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 11, 23)


def zhiquan(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs the command line as an editor would."""
    command = [str(Path(sys.executable).parent / "zhiquan"), *arguments]
    spoken_in = {**os.environ, "LC_ALL": "C.UTF-8"}  # the language is that of the terminal
    return subprocess.run(
        command,
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env=spoken_in,
        stdin=subprocess.DEVNULL,
    )


def pytest_configure() -> None:
    """Lets Ctrl+C reach the previews that tests start.

    A shell that runs the tests in the background has it ignored, and children inherit that.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-cases` writes what the cases report instead of comparing it."""
    parser.addoption("--write-cases", action="store_true", help="renew tests/cases; then read it")


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one run of the tests see (pytest-xdist starts several)."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once with the command that readers of README type; read only.

    The first process that wants it builds it, the others wait for it.
    """
    folder = shared_folder(tmp_path_factory) / "built/site"
    folder.parent.mkdir(exist_ok=True)
    with folder.with_name("lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            made = zhiquan(
                "build", "--today", TODAY.isoformat(), "--no-pdf", "--site-dir", str(folder)
            )
            assert made.returncode == 0, made.stdout + made.stderr
    return folder
