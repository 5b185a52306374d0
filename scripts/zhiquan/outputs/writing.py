"""Writing the files of a site; one whose bytes did not change is taken over from the last site."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class NewSite:
    """The folder of a site that is being written."""

    folder: Path
    last: Path | None = None
    """The folder of the site before it, on the same file system; may be missing or incomplete."""

    def make_folders(self, names: set[str]) -> None:
        """Makes the folders that files will stand in."""
        for name in names:
            (self.folder / name).mkdir(parents=True, exist_ok=True)

    def write(self, address: str, data: bytes) -> None:
        """Writes a new file, or links the same file of the last site.

        A link costs less than a file and keeps its time, by which a host tells browsers and copies
        of the site what is new. Nothing may write into such a file afterwards: `replace` does not.
        """
        path = f"{self.folder}/{address}"
        if not (self.last and _linked(f"{self.last}/{address}", path, data)):
            _write(path, data)


def replace(path: Path, text: str) -> None:
    """Puts a new file in the place of one that the last site may share."""
    path.unlink()
    path.write_text(text, "utf-8")


def _linked(old: str, new: str, data: bytes) -> bool:
    try:
        there = Path(old)
        if there.stat().st_size != len(data) or there.read_bytes() != data:
            return False
        Path(new).hardlink_to(there)
    except OSError:  # there is no such file, or no links on this file system
        return False
    return True


def _write(path: str, data: bytes) -> None:
    """Python's own file objects would cost as much again as the system."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        while data:
            data = data[os.write(handle, data) :]
    finally:
        os.close(handle)
