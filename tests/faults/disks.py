"""Disks of a size and of a kind, mounted in a name space of their own and gone with it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ZHIQUAN = str(Path(sys.executable).parent / "zhiquan")


@dataclass(frozen=True)
class Mounts:
    """A name space with mounts that nobody else sees."""

    pid: int
    """Of the process that holds it."""

    def seen(self, folder: Path) -> Path:
        """A folder as it is in there; never to be resolved."""
        return Path(f"/proc/{self.pid}/root{folder}")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Runs a command in there."""
        enter = ["nsenter", f"--target={self.pid}", "--user", "--mount", "--preserve-credentials"]
        return subprocess.run([*enter, *command], capture_output=True, text=True, check=False)


@contextmanager
def mounted(script: str, folder: Path) -> Iterator[Mounts]:
    """Runs a script of mounts for a folder, `$1`, in a new name space.

    Where no mounts are permitted (as in most containers) the test is skipped and says so; each has
    a sister that needs none.
    """
    line = f"{script} && echo ready && exec sleep 600"
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", line, "sh", str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as holder:
        assert holder.stdout is not None
        said = holder.stdout.readline()
        if said != "ready\n":
            holder.wait()
            pytest.skip(f"nothing can be mounted here: {said}")
        try:
            yield Mounts(holder.pid)
        finally:
            holder.kill()


def bound() -> list[str]:
    """What to begin a command with so that permissions bind it, which they do not for root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
