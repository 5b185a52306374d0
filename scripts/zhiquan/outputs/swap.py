"""Putting a finished folder in the place of the old one, so that readers see one or the other."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

MARK = "api/v1/index.json"
"""A file by which a folder is known to be a site made here."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def exchange(one: Path, other: Path) -> bool:
    """Lets two folders change places in one step (Linux: renameat2 with RENAME_EXCHANGE).

    Returns:
        False where the system cannot do it; nothing has changed then.
    """
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    result = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(result == 0)


def swap_in(
    finished: Path, target: Path, *, exchange: Callable[[Path, Path], bool] = exchange
) -> None:
    """Puts `finished` where `target` is and removes what was there.

    Args:
        finished: the new folder, on the same file system as `target`.
        target: the folder in use; may not exist yet.
        exchange: lets two folders change places, so that there is no moment without a site;
            where it cannot, two renames come as close as the system allows.
    """
    if not target.exists():
        finished.rename(target)
    elif exchange(finished, target):
        shutil.rmtree(finished)
    else:
        old = finished.with_name(finished.name + "-old")
        target.rename(old)
        try:
            finished.rename(target)
        except OSError:
            old.rename(target)
            raise
        shutil.rmtree(old)


def is_replaceable(folder: Path) -> bool:
    """Whether nothing but a site of ours would be lost if a new one took the folder's place."""
    if not folder.exists():
        return True
    return folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))


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
