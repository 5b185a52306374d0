"""Putting a finished folder in the place of the old one, so that readers see one or the other."""

import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from zhiquan.source.holding import Waiting, held

MARK = "api/v1/index.json"
"""A file by which a folder is known to be a site made here."""

_OLD = "-old"
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
    if exchange(finished, target):
        _remove(finished)
    elif not target.exists():
        finished.rename(target)
    else:
        old = _aside(finished)
        target.rename(old)
        try:
            finished.rename(target)
        except OSError:
            old.rename(target)
            raise
        _remove(old)


def _aside(finished: Path) -> Path:
    """Where the old site is for a moment; a name by which the next build knows it."""
    return finished.with_name(finished.name + _OLD)


def _remove(folder: Path) -> None:
    """Removes a folder; what cannot be removed now is left for the next build."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():  # a folder that may not be written to keeps what it holds
        for inner, _, _ in os.walk(folder):
            Path(inner).chmod(0o700)
        shutil.rmtree(folder, ignore_errors=True)


def require(folder: Path, files: Iterable[str]) -> None:
    """Makes sure that a folder holds what was written into it.

    Args:
        folder: the folder.
        files: their addresses.

    Raises:
        FileNotFoundError: somebody removed one.
    """
    left = len(str(folder)) + 1
    there = {f"{at}/{name}"[left:] for at, _, names in os.walk(folder) for name in names}
    if gone := sorted(set(files) - there):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder / gone[0]))


def is_replaceable(folder: Path) -> bool:
    """Whether nothing but a site of ours would be lost if a new one took the folder's place."""
    if not folder.exists():
        return True
    return folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))


@contextmanager
def scratch_folder(target: Path, *, waiting: Waiting = lambda: None) -> Iterator[Path]:
    """A new empty folder beside `target`, gone at the end unless it was swapped in.

    It lies beside the target so that both are on one file system, which a rename needs. One build
    at a time works there; what builds that were killed left is put right first.

    Args:
        target: the folder in use; may not exist yet.
        waiting: called where another build is at work.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with held(target.parent, waiting=waiting) as alone:
        if alone:
            _put_right(target)
        folder = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            _remove(folder)


def _prefix(target: Path) -> str:
    return f".{target.name}-build-"


def _put_right(target: Path) -> None:
    """Brings back a site that a killed build had put aside, and removes what it left."""
    left = [path for path in target.parent.iterdir() if path.name.startswith(_prefix(target))]
    for path in left:
        if path.name.endswith(_OLD) and not target.exists():
            path.rename(target)
        else:
            _remove(path)
