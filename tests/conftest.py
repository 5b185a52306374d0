"""What every room's tests share."""

import datetime as dt
import os
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


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-cases` writes what the cases report instead of comparing it."""
    parser.addoption("--write-cases", action="store_true", help="renew tests/cases; then read it")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once with the command that readers of README type."""
    folder = tmp_path_factory.mktemp("built") / "site"
    result = zhiquan("build", "--today", TODAY.isoformat(), "--site-dir", str(folder))
    assert result.returncode == 0, result.stdout + result.stderr
    return folder
