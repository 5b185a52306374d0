"""Putting a finished folder in the place of the old one, so that readers see one or the other."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap_in(finished: Path, target: Path) -> None:
    """Puts `finished` where `target` is and removes what was there.

    On Linux the two folders change places in one step (renameat2 with RENAME_EXCHANGE), so there
    is no moment without a site; elsewhere two renames come as close as the system allows.

    Args:
        finished: the new folder, on the same file system as `target`.
        target: the folder in use; may not exist yet.
    """
    if not target.exists():
        finished.rename(target)
        return
    if not _exchange(finished, target):
        old = finished.with_name(finished.name + "-old")
        target.rename(old)
        finished.rename(target)
        finished = old
    shutil.rmtree(finished)


def _exchange(one: Path, other: Path) -> bool:
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    result = renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    return bool(result == 0)


@contextmanager
def scratch_folder(target: Path) -> Iterator[Path]:
    """A new empty folder beside `target`, gone at the end unless it was swapped in.

    It lies beside the target so that both are on one file system, which a rename needs.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
