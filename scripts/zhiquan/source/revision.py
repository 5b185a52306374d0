"""Files as they stood in a revision, read from git without touching the checkout."""

import io
import os
import subprocess
import tarfile
from pathlib import Path

from zhiquan.source.message import Message, message, spoken


class RevisionError(Exception):
    """The revision cannot be read; `said` says why to an editor."""

    def __init__(self, said: Message) -> None:
        super().__init__(spoken(said, "en"))
        self.said = said


def unpack(root: Path, revision: str, part: str, folder: Path) -> None:
    """Writes a part of the project as it stood in a revision into another folder.

    A file that is the same now gets the same time of change, so that what was read of it can be
    used again (`knowledge.load.Reuse`); every other gets one that no file of the project has.

    Args:
        root: The project's folder, which is in a git checkout.
        revision: What git calls a revision, e.g. HEAD~3, main or a hash.
        part: Path from the project's folder, e.g. `docs/entries`.
        folder: An empty folder.

    Raises:
        RevisionError: There is no git, no checkout, no such revision, or no such part in it.
    """
    if _git(root, "rev-parse", "--git-dir").returncode:
        raise RevisionError(message("'{root}' is not in a git checkout", root=root))
    named = f"{revision}^{{commit}}"
    if _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", named).returncode:
        raise RevisionError(message("there is no revision '{revision}'", revision=revision))
    packed = _git(root, "archive", "--format=tar", named, part)
    if packed.returncode:
        said = message("revision '{revision}' has no {part}", revision=revision, part=part)
        raise RevisionError(said)
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as tar:
        tar.extractall(folder, filter=_without_links)  # noqa: S202  # it is tarfile's "data"
    for path in folder.rglob("*"):
        if path.is_file():
            _stamp(path, root / path.relative_to(folder))


def _without_links(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Files and folders; a link could lead anywhere, and no entry is one."""
    return tarfile.data_filter(member, folder) if member.isfile() or member.isdir() else None


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  # the revision was verified to be one
            ["git", "-C", str(root), *arguments],  # noqa: S607  # the editor's own git
            capture_output=True,
            check=False,
        )
    except OSError:
        raise RevisionError(message("git cannot be started: install it")) from None


def _stamp(then: Path, now: Path) -> None:
    same = now.is_file() and now.read_bytes() == then.read_bytes()
    time = now.stat().st_mtime_ns if same else 0
    os.utime(then, ns=(time, time))
