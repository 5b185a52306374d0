"""Running a command and reading what the system says it cost."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What one process cost."""

    cpu: float
    """Seconds of CPU, user and system, of the process and the children it waited for."""
    wall: float
    """Seconds by the clock."""
    memory: float
    """Peak resident memory in MiB, of the process or its largest child."""


def run(command: list[str], *, cwd: Path) -> Cost:
    """Runs a command to its end.

    Raises:
        SystemExit: when the command fails; its output has been printed.
    """
    # As on an editor's machine: what was compiled once is not compiled at every start.
    env = {name: to for name, to in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as p:
        assert p.stdout is not None
        output = p.stdout.read()
        _, status, usage = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if p.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{output.decode()[-3000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def tree_size(folder: Path) -> tuple[int, int]:
    """Number of HTML files below a folder, and bytes of all its files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(p.stat().st_size for p in files)
