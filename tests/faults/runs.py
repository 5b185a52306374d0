"""Runs of the command that can be ended at any moment, and what is compared after them."""

import hashlib
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.conftest import TODAY

DAY = ("--today", TODAY.isoformat())
PATIENCE = 60.0
"""Seconds after which a test gives up; a loaded machine needs some."""

_SERVER = multiprocessing.get_context("forkserver")


def begun(*arguments: str, said: Path) -> BaseProcess:
    """A run under way.

    It is forked from a process that has imported the command already, which is most of what a
    short run costs.

    Args:
        arguments: what a person would type after `zhiquan`.
        said: a file for what it says.
    """
    _SERVER.set_forkserver_preload(["zhiquan.cli", "zhiquan.commands.build"])
    process = _SERVER.Process(target=_run, args=(arguments, said))
    process.start()
    return process


def _run(arguments: tuple[str, ...], said: Path) -> None:
    from zhiquan.cli import run  # noqa: PLC0415  (the command changes the process it runs in)

    log = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    sys.argv = ["zhiquan", *arguments]
    run()


def ended(process: BaseProcess) -> int:
    """The exit code of a run, once it is over."""
    process.join(PATIENCE)
    assert process.exitcode is not None, "it did not end"
    return process.exitcode


def wait_for(condition: Callable[[], bool]) -> None:
    """Waits until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.001)


def files_of(folder: Path) -> dict[str, str]:
    """Every file of a folder with the hash of its bytes; empty where there is no folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def beside(project: Path) -> list[Path]:
    """The folders that builds work in, and whatever else they left beside a project's site."""
    return sorted(project.glob(".site*"))


def builds_beside(project: Path) -> set[str]:
    """The builds that they are of: each has several, whose names begin alike."""
    return {path.name[: len(".site-build-") + 8] for path in beside(project)}


def is_as_far(project: Path, count: int, build: BaseProcess) -> bool:
    """Whether a build has written so many files; True once it is over."""
    return not build.is_alive() or any(
        sum(len(names) for _, _, names in os.walk(folder)) >= count for folder in beside(project)
    )
