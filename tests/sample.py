"""A small, valid and whole project: the entries of the fault cases with the real templates."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.conftest import ROOT, TODAY
from zhiquan.outputs.project import Project

ENTRIES = ROOT / "tests/cases/knowledge"


def write_sample(folder: Path, files: Mapping[str, str | None] | None = None) -> Path:
    """Writes the sample project.

    Args:
        folder: the project's folder; may exist.
        files: laid over it, by path from the project's root; None removes one.

    Returns:
        The folder.
    """
    for name in ("templates", "docs/zh", "docs/en", "docs/assets", "docs/schema"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    for name in ("mkdocs.yml", "docs/index.md"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ENTRIES, folder, dirs_exist_ok=True)
    for name, text in (files or {}).items():
        lay(folder / name, text)
    return folder


def case_files(name: str) -> dict[str, str | None]:
    """The files that a fault case lays over the sample."""
    case = yaml.safe_load((ROOT / f"tests/cases/faults/{name}.yaml").read_text("utf-8"))
    files: dict[str, str | None] = case["files"]
    return files


def lay(path: Path, text: str | None) -> None:
    """Writes one file, or removes it."""
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def ready(folder: Path) -> Project:
    """The project of a folder with its entries read and found good."""
    project = Project(folder, today=TODAY)
    project.refresh()
    return project
