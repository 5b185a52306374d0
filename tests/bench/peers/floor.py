"""The floor under any build: libyaml alone reads the entries, the finished bytes are written."""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from yaml._yaml import CParser

T = TypeVar("T")


class Clock:
    """Adds up what its calls cost; what stands between them is not counted."""

    def __init__(self) -> None:
        self.cpu = self.wall = 0.0

    def __call__(self, work: Callable[[], T]) -> T:
        """Does the work on the clock."""
        cpu, wall = time.process_time(), time.perf_counter()
        done = work()
        self.cpu += time.process_time() - cpu
        self.wall += time.perf_counter() - wall
        return done


def floor(entries: Path, site: Path, new: Path) -> Clock:
    """Reads the YAML files below `entries` and writes the files of `site` again into `new`."""
    clock = Clock()
    for path in sorted(entries.rglob("*.yaml")):
        clock(CParser(path.read_bytes()).raw_parse)
    for path in sorted(site.rglob("*")):
        if path.is_file():
            target = new / path.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            clock(partial(target.write_bytes, path.read_bytes()))
    return clock


def main() -> None:
    """Prints seconds of CPU and of wall: `python -m tests.bench.peers.floor ENTRIES SITE NEW`."""
    entries, site, new = map(Path, sys.argv[1:4])
    clock = floor(entries, site, new)
    print(clock.cpu, clock.wall)


if __name__ == "__main__":
    main()
