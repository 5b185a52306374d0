"""Another machine: another folder, user, clock zone, locale, order of files; the same input."""

import os
import subprocess
from pathlib import Path

from tests.faults.disks import ZHIQUAN

SHUFFLES = '''\
"""Lists every folder in another order each time; Python imports this before all else."""

import os
import random

_list, _scan = os.listdir, os.scandir
_order = random.Random(5)


class _Shuffled(list):
    def __enter__(self):
        return iter(self)

    def __exit__(self, *_):
        pass

    def __next__(self):
        if not self:
            raise StopIteration
        return self.pop()

    def close(self):
        self.clear()


def listdir(*where):
    names = sorted(_list(*where))
    _order.shuffle(names)
    return names


def scandir(*where):
    with _scan(*where) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    _order.shuffle(entries)
    return _Shuffled(entries)


os.listdir, os.scandir = listdir, scandir
'''
"""A file system owes nobody an order; this one keeps none."""

LATER = 2_240_000_000
"""Seconds: the year 2040, as files have it from before a clock was set back."""


def environment(shuffles: Path) -> dict[str, str]:
    """What another person's shell says: no git, no home, a locale that knows no Chinese.

    Args:
        shuffles: a folder to keep the shuffling in.
    """
    (shuffles / "sitecustomize.py").write_text(SHUFFLES, "utf-8")
    ours = os.environ.get("PYTHONPATH")
    return {
        "PATH": "/nowhere",
        "HOME": "/nowhere",
        "USER": "somebody",
        "LOGNAME": "somebody",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "PYTHONPATH": os.pathsep.join([str(shuffles), *([ours] if ours else [])]),
    }


def age(folder: Path, seconds: int = LATER) -> None:
    """Gives every file of a folder one time."""
    for path in folder.rglob("*"):
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def built_elsewhere(
    project: Path, shuffles: Path, *options: str
) -> subprocess.CompletedProcess[bytes]:
    """Builds a project as another person on another machine would."""
    return subprocess.run(
        [ZHIQUAN, "build", *options, "--root", str(project)],
        cwd=shuffles,
        env=environment(shuffles),
        capture_output=True,
        umask=0o077,
        check=False,
    )
