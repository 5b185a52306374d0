"""Writing a file in one step, so that nobody ever finds half of it."""

import secrets
import shutil
from contextlib import suppress
from pathlib import Path

_PART = ".part"


def save(path: Path, data: bytes) -> None:
    """Writes a file, or replaces it and keeps its mode.

    Raises:
        OSError: The folder or the file cannot be written; what was there stays.
    """
    beside = path.with_name(f".{secrets.token_hex(4)}{_PART}")
    try:
        with beside.open("xb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError as fault:
        fault.filename = str(path)  # a full disk names no file, and nobody knows the one beside it
        raise
    finally:
        with suppress(OSError):  # it was renamed, or could not even be begun
            beside.unlink()


def sweep(folder: Path) -> None:
    """Removes what runs that were killed while they saved left in a folder.

    Whoever saves there at the same moment fails, so hold the folder where that must not be.
    """
    for path in folder.glob(f".*{_PART}"):
        path.unlink(missing_ok=True)
