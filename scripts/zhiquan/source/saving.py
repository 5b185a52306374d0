"""Writing a file in one step, so that nobody ever finds half of it."""

import shutil
import tempfile
from pathlib import Path


def save(path: Path, data: bytes) -> None:
    """Writes a file, or replaces it and keeps its mode.

    Raises:
        OSError: The folder or the file cannot be written; what was there stays.
    """
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as beside:
        beside.write(data)
    try:
        if path.exists():
            shutil.copymode(path, beside.name)
        Path(beside.name).replace(path)
    except OSError:
        Path(beside.name).unlink(missing_ok=True)
        raise
