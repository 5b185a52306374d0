"""Opening a file of the project: an ordinary file of bounded size, never a link or a device.

What a stranger proposes is read on machines that are not theirs. A link could lead out of the
project, and a pipe or a device would never end.
"""

import os
import stat
from pathlib import Path


class NoOrdinaryFileError(OSError):
    """What stands at the path is a link, a folder, a pipe, a socket or a device."""


class TooLargeError(OSError):
    """The file is larger than what is read."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


def contents(path: str | Path, *, most: int) -> bytes:
    """The bytes of an ordinary file.

    Args:
        path: Of the file; where its last step is a link, it is not followed.
        most: The greatest number of bytes that are read.

    Raises:
        NoOrdinaryFileError: It is something else than a file.
        TooLargeError: It is larger.
        OSError: The system does not give it.
    """
    if not stat.S_ISREG(os.lstat(path).st_mode):
        raise NoOrdinaryFileError
    # What was a file a moment ago may be a link or a pipe now.
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb", buffering=0) as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise NoOrdinaryFileError
        if status.st_size > most:
            raise TooLargeError(status.st_size)
        return file.read(status.st_size)
