"""Zip files whose bytes depend on their contents and day alone; checksums of files to keep."""

import datetime as dt
import hashlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from zhiquan.source.saving import save

CHECKSUMS = "SHA256SUMS"
"""A file beside the files to keep, which `sha256sum --check` reads."""

_BLOCK = 1 << 20
_FILE = 0o100644 << 16
_UNIX = 3
_COMPRESSED = (".epub", ".jpg", ".pdf", ".png", ".woff2", ".zip")
"""Files that are compressed already: doing it again costs time and saves nothing."""


def member(name: str, day: dt.date, *, stored: bool = False) -> ZipInfo:
    """The header of one file in an archive: fixed time, fixed permissions.

    Args:
        name: Its path in the archive, with forward slashes.
        day: Its date; a zip knows none before 1980.
        stored: True leaves it uncompressed, as are files that are compressed already.
    """
    info = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    info.create_system, info.external_attr = _UNIX, _FILE
    is_stored = stored or name.endswith(_COMPRESSED)
    info.compress_type = ZIP_STORED if is_stored else ZIP_DEFLATED
    return info


def checksum(path: Path) -> str:
    """SHA-256 of a file in hexadecimal, read in blocks."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def write_checksums(folder: Path) -> None:
    """Writes the checksums of all other files of a folder, by name, in one step."""
    names = sorted(path.name for path in folder.iterdir() if path.name != CHECKSUMS)
    lines = [f"{checksum(folder / name)}  {name}\n" for name in names if name[0] != "."]
    save(folder / CHECKSUMS, "".join(lines).encode())
