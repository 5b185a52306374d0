"""One run at a time in a folder."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Waiting = Callable[[], None]
"""Called once, where somebody has to wait."""


@contextmanager
def held(folder: Path, *, waiting: Waiting = lambda: None) -> Iterator[bool]:
    """Holds a folder; who comes second waits until the first has ended, however it ended.

    The system gives the folder free when the process is gone, and no file is left of it.

    Args:
        folder: is there.
        waiting: called where another run holds it.

    Yields:
        False where the file system knows no locks, as some network shares; then nobody waits.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield _is_locked(handle, waiting)
    finally:
        os.close(handle)


def _is_locked(handle: int, waiting: Waiting) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return False
    return True
