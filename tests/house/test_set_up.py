"""`make site` sets up what it needs; however that was interrupted, the next call makes it whole."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT
from tests.house.wheels import wheel

PARTS = 400
"""Modules of the package that is installed: enough to be interrupted among them."""
PATIENCE = 240.0

BACKEND = """\
import pathlib, sys
sys.path.insert(0, {tests!r})
from wheels import wheel

def build_editable(folder, settings=None, metadata=None):
    path = {{"zhiquan.pth": str(pathlib.Path(__file__).parent)}}
    return wheel(pathlib.Path(folder), "zhiquan", path, script="tool:main").name
"""
PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "zhiquan"
version = "1.0"
"""
TOOL = """\
import importlib

def main():
    print("parts", sum(importlib.import_module(f"parts.p{n}").NUMBER == n for n in range(PARTS)))
""".replace("PARTS", str(PARTS))


def write_project(folder: Path) -> Path:
    """A project with our Makefile and a package of its own, from a folder of wheels: no network."""
    (folder / "wheels").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    parts = {f"parts/p{number}.py": f"NUMBER = {number}\n" for number in range(PARTS)}
    made = wheel(folder / "wheels", "parts", {"parts/__init__.py": "", **parts})
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    (folder / "requirements.lock").write_text(f"parts==1.0 --hash=sha256:{digest}\n", "utf-8")
    (folder / "pyproject.toml").write_text(PROJECT, "utf-8")
    (folder / "tool.py").write_text(TOOL, "utf-8")
    (folder / "backend.py").write_text(BACKEND.format(tests=str(ROOT / "tests/house")), "utf-8")
    return folder


def make(project: Path, *arguments: str) -> subprocess.Popen[str]:
    """`make` under way, in a group of processes of its own."""
    wheels = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "wheels"}
    clean = {name: text for name, text in os.environ.items() if not name.startswith(("MAKE", "PY"))}
    return subprocess.Popen(
        ["make", *arguments, f"PYTHON={sys.executable}"],
        cwd=project,
        env=clean | wheels | {"PIP_CONFIG_FILE": os.devnull},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def killed(project: Path, when: Callable[[], bool]) -> None:
    """Sets up and is killed, with all it started, once something is so."""
    with make(project, "site") as setting_up:
        end = time.monotonic() + PATIENCE
        while not when():
            assert setting_up.poll() is None, "it ended before"
            assert time.monotonic() < end
            time.sleep(0.001)
        os.killpg(setting_up.pid, signal.SIGKILL)


def said(project: Path, *arguments: str) -> str:
    """What a call of make that ends well says."""
    with make(project, *arguments) as running:
        told = running.communicate()[0]
    assert running.returncode == 0, told
    return told


def test_an_interrupted_set_up_is_made_whole(tmp_path: Path) -> None:
    """Killed while the environment is made, and again among the files of a package."""
    project = write_project(tmp_path / "一个 project")
    killed(project, (project / ".venv/bin/python").exists)
    assert not (project / ".venv/.installed").exists()
    installed = f"lib/python3.{sys.version_info.minor}/site-packages/parts/p1.py"
    killed(project, (project / ".venv" / installed).exists)
    assert f"parts {PARTS}" in said(project, "site")
    assert "-m venv" not in said(project, "--dry-run", "site"), "nothing is done twice"
    changed = (project / ".venv/.installed").stat().st_mtime + 10
    os.utime(project / "requirements.lock", (changed, changed))
    assert "-m venv" in said(project, "--dry-run", "site"), "the lock was changed"
    os.utime(project / "requirements.lock", (changed - 1e5, changed - 1e5))
    moved = project.rename(tmp_path / "moved")
    assert "-m venv" in said(moved, "--dry-run", "site"), "commands name the old folder"
    moved.rename(project)
    assert "-m venv" not in said(project, "--dry-run", "site")
    (project / ".venv/bin/python").unlink()
    (project / ".venv/bin/python").symlink_to("/nowhere/python3")
    assert "-m venv" in said(project, "--dry-run", "site"), "this Python is gone"
