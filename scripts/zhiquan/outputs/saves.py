"""Saved files: the many events that one save makes become one piece of news."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import (
    FileClosedNoWriteEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)

Saved = SimpleQueue[Path | None]
"""Paths of saved files as they come; None ends it."""

_ONLY_READ = (FileOpenedEvent, FileClosedNoWriteEvent)

# Editors write beside the file first: .x.yaml.swp, x.yaml~, #x.yaml#, 4913, sedA1b2C3, x.tmp.
_ORDINARY = re.compile(r"\w.*\.(?!tmp$|bak$|swp$|orig$|part$)[a-z0-9]{1,5}", re.IGNORECASE)


class SavedFiles(FileSystemEventHandler):
    """Passes on the paths of files that were written, moved or deleted by somebody."""

    def __init__(self, root: Path, saved: Saved) -> None:
        """Listens below one folder.

        Args:
            root: files in hidden folders below it are passed over.
            saved: takes the paths.
        """
        self._root = root
        self._saved = saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Takes a path, or both where a file was moved: editors move a new file over the old."""
        if event.is_directory or isinstance(event, _ONLY_READ):
            return
        for path in (event.src_path, event.dest_path):
            if path and is_ordinary(Path(str(path)).relative_to(self._root)):
                self._saved.put(Path(str(path)))


def is_ordinary(path: Path) -> bool:
    """Whether a file is somebody's work and not an editor's own: neither hidden nor a copy."""
    is_hidden = any(part.startswith(".") for part in path.parts)
    return not is_hidden and _ORDINARY.fullmatch(path.name) is not None


def saves(saved: Saved, *, pause: float) -> Iterator[frozenset[Path]]:
    """Each save with all its files, once it has been quiet for a while; waits for the next.

    Args:
        saved: gives the paths; None ends it.
        pause: seconds of quiet that end a save.
    """
    while (path := saved.get()) is not None:
        files = {path}
        with suppress(Empty):
            while (path := saved.get(timeout=pause)) is not None:
                files.add(path)
        yield frozenset(files)
        if path is None:
            return
