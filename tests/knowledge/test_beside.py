"""Two tasks at the same time."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from zhiquan.knowledge.beside import beside


def test_both_results_come_back() -> None:
    """Each task sees what was made before; the second runs in another process."""
    made = ["before"]
    here, there = beside(lambda: (os.getpid(), made), lambda: (os.getpid(), made))
    assert here == (os.getpid(), ["before"])
    assert there[1] == ["before"]
    assert (there[0] != os.getpid()) is (len(os.sched_getaffinity(0)) > 1)


def test_beside_another_thread_nothing_is_forked() -> None:
    """A fork has but the thread that made it: what the other one holds would stay locked."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert beside(os.getpid, os.getpid) == (os.getpid(), os.getpid())
    finally:
        done.set()
        thread.join()


def test_without_a_fork_one_follows_the_other() -> None:
    """A task too small for a fork is done by this process."""
    assert beside(os.getpid, os.getpid, forks=False) == (os.getpid(), os.getpid())


def test_what_the_second_task_raises_is_raised_here() -> None:
    """A fault keeps its type and its words."""

    def fail() -> None:
        raise KeyError("topics/none")

    with pytest.raises(KeyError, match="topics/none"):
        beside(lambda: 1, fail)


def test_a_process_that_is_killed_is_told() -> None:
    """Nothing waits for a process that is gone."""
    own = os.getpid()

    def fall() -> None:
        if os.getpid() == own:  # one processor: nothing is forked
            raise ChildProcessError
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError):
        beside(lambda: 1, fall)


def test_the_second_task_ends_when_the_first_fails(tmp_path: Path) -> None:
    """What is left of a failed run does not go on writing."""
    mark, own = tmp_path / "pid", os.getpid()

    def wait() -> None:
        mark.write_text(str(os.getpid()))
        if os.getpid() != own:
            time.sleep(60)

    def fail() -> None:
        while not mark.exists() and len(os.sched_getaffinity(0)) > 1:
            time.sleep(0.01)
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  (it says nothing)
        beside(fail, wait)
    if mark.exists():
        with pytest.raises(ProcessLookupError):
            os.kill(int(mark.read_text()), 0)
