"""The files and folders of the knowledge base that somebody names."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zhiquan.knowledge.folder import ENTRIES


class NotAnEntryError(Exception):
    """A path leads out of the folder of entries; `path` is as it was given."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True)
class Selection:
    """Files and folders below the folder of entries, or all of it."""

    names: tuple[str, ...]
    """Relative to the project root, with forward slashes; `docs/entries` alone is everything."""

    @property
    def is_whole(self) -> bool:
        """True where every entry is meant."""
        return ENTRIES in self.names

    def covers(self, name: str) -> bool:
        """Whether a file is one of these, or lies in one of them."""
        return any(name == own or name.startswith(f"{own}/") for own in self.names)

    def refs(self, files: Iterable[str]) -> frozenset[str]:
        """The refs of these files: of those that are there, and of those that may have been.

        Args:
            files: The names of all files that are there.
        """
        there = [name for name in files if self.covers(name)]
        named = [name for name in self.names if name.endswith(".yaml")]
        return frozenset(ref_of(name) for name in (*there, *named))


def selection(root: Path, paths: Iterable[Path]) -> Selection:
    """What paths mean in a project; no paths mean everything.

    Args:
        root: The project's root.
        paths: As somebody typed them, so relative to the working directory.

    Raises:
        NotAnEntryError: One of them is neither in the folder of entries nor around it.
    """
    folder = (root / ENTRIES).resolve()
    names = tuple(dict.fromkeys(_name(path, folder) for path in paths))
    return Selection(names or (ENTRIES,))


def _name(path: Path, folder: Path) -> str:
    whole = path.resolve()
    if whole == folder or whole in folder.parents:
        return ENTRIES
    if folder not in whole.parents:
        raise NotAnEntryError(path)
    return f"{ENTRIES}/{whole.relative_to(folder).as_posix()}"


def ref_of(name: str) -> str:
    """The ref that a file of this name has."""
    return name.removeprefix(f"{ENTRIES}/").removesuffix(".yaml")
