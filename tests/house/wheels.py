"""Wheels made by hand, so that something can be installed without a network."""

import base64
import hashlib
from pathlib import Path
from zipfile import ZipFile


def wheel(folder: Path, name: str, files: dict[str, str], *, script: str = "") -> Path:
    """Writes a wheel, as a build of a package gives it."""
    about = f"{name}-1.0.dist-info"
    files = files | {
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if script:
        files[f"{about}/entry_points.txt"] = f"[console_scripts]\n{name} = {script}\n"
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with ZipFile(path, "w") as archive:
        for inner, text in files.items():
            archive.writestr(inner, text)
        archive.writestr(f"{about}/RECORD", "".join(map(_record, files.items())))
    return path


def _record(file: tuple[str, str]) -> str:
    digest = hashlib.sha256(file[1].encode()).digest()
    told = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return f"{file[0]},sha256={told},{len(file[1].encode())}\n"
