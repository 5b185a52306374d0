"""What a command cost: its CPU and its children's, the clock, memory of all, and who else ran."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LIMIT = 600.0
"""Seconds by the clock after which a command is ended and its cost is not known."""
_EVERY = 0.25
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What one run cost."""

    cpu: float
    """Seconds of CPU, user and system, of the process and the children it waited for."""
    wall: float
    """Seconds by the clock."""
    memory: float
    """Peak of the memory of all its processes together in MiB (PSS: shared pages count once)."""
    others: float
    """Share of the machine's CPU that other programs took meanwhile, 0 to 1."""


def run(command: list[str], *, cwd: Path, environment: Mapping[str, str]) -> Cost | None:
    """Runs a command to its end; None when it was ended at `LIMIT`.

    Raises:
        SystemExit: when the command fails; its output has been printed.
    """
    os.sync()  # what the tool before left to be written is not this one's
    before, start = _busy(), time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        watch = _Watch(process.pid)
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall, memory = time.perf_counter() - start, watch.stop()
    if watch.has_ended_it:
        return None
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{output.decode(errors='replace')[-3000:]}")
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, _busy() - before - cpu) / (wall * (os.cpu_count() or 1))
    return Cost(cpu, wall, memory, min(others, 1.0))


def _busy() -> float:
    """Seconds that all cores together have worked since the machine started."""
    counts = [int(one) for one in Path("/proc/stat").read_text().split("\n")[0].split()[1:9]]
    idle = counts[3] + counts[4]
    return (sum(counts) - idle) / _TICK


class _Watch:
    """Looks at a process and its children four times a second, and ends them at the limit."""

    def __init__(self, root: int) -> None:
        self._root, self._peak, self._since = root, 0.0, time.monotonic()
        self.has_ended_it = False
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """Ends the watch; gives the peak in MiB."""
        self._done.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._done.wait(_EVERY):
            self._peak = max(self._peak, sum(map(_memory, _family(self._root))))
            if time.monotonic() - self._since > LIMIT and not self.has_ended_it:
                self.has_ended_it = True
                os.killpg(self._root, 9)  # its own group: `start_new_session`


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:  # it has ended
        return
    for child in found:
        yield from _family(int(child))


def _memory(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended
        return 0.0
    found = (int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
    return next(found, 0.0)
