"""Two tasks at the same time, each on a processor of its own."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

_Here = TypeVar("_Here")
_There = TypeVar("_There")


@dataclass(frozen=True)
class _Failed:
    """What the second task raised."""

    error: BaseException


def beside(
    here: Callable[[], _Here], there: Callable[[], _There], *, forks: bool = True
) -> tuple[_Here, _There]:
    """Does two tasks and gives both results.

    The second task runs in a fork of this process: it sees everything that was made so far and
    what it makes itself is lost but for its result, which is pickled. Where there is one processor
    only, no fork (Windows) or another thread, one task follows the other.

    Args:
        here: runs in this process.
        there: runs beside it.
        forks: False makes one task follow the other; a small one is done before a fork is.

    Raises:
        ChildProcessError: the process of the second task was ended from outside, by somebody or
            for want of memory.
        Exception: whatever one of the tasks raises.
    """
    if not (forks and _can_fork()):
        return here(), there()
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    alive, parent = context.Pipe(duplex=False)
    worker = context.Process(target=_serve, args=(there, sender, alive, parent), daemon=True)
    worker.start()
    sender.close()
    try:
        return here(), _received(receiver)
    finally:
        parent.close()  # a worker that is not done yet, because `here` failed, ends by this
        worker.join()


def end_with_parent() -> None:
    """Ends this process once the one that started it is gone; what a worker of a pool does first.

    A pool's workers would wait for ever for the next task of a process that was killed.
    """
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _can_fork() -> bool:
    """A fork has but the thread that made it: what another one holds would stay locked in it."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    is_alone = threading.active_count() == 1
    return processors > 1 and is_alone and "fork" in get_all_start_methods()


def _received(receiver: Connection) -> Any:
    try:
        result = receiver.recv()
    except EOFError:
        raise ChildProcessError("a process of ours was ended from outside") from None
    if isinstance(result, _Failed):
        raise result.error
    return result


def _serve(
    task: Callable[[], object], sender: Connection, alive: Connection, parent: Connection
) -> None:
    parent.close()
    threading.Thread(target=_end_with_parent, args=(alive,), daemon=True).start()
    try:
        sender.send(task())
    except BaseException as error:  # noqa: BLE001  (raised again where it can be told)
        sender.send(_Failed(error))


def _end_with_parent(alive: Connection) -> None:
    """Nothing is left running, or writing, when the first process is ended."""
    try:
        alive.recv_bytes()
    except EOFError:
        os._exit(1)
