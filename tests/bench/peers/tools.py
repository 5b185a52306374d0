"""The tools that are compared: where their project is, how they build it, which version it is."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from tests.bench.peers.projects import ROOT, TODAY

BIN = Path(sys.executable).parent
PEERS = ROOT / ".venv-peers/bin"
_OURS = ("build", "--no-downloads", "--today", TODAY.isoformat())
_HERE = {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'scripts'}"}
_NAMES = ("hugo", "zensical", "mkdocs", "mkdocs-material")
_ASK = f"import importlib.metadata as m; print(*(m.version(n) for n in {_NAMES!r}))"


@dataclass(frozen=True)
class Tool:
    """One line of the comparison."""

    name: str
    """Its key in the figures."""
    project: str
    """The folder of its project among those of a size."""
    output: str
    """Where it writes, in its project."""
    command: tuple[str, ...]
    caches: tuple[str, ...] = ()
    """What else it leaves in its project and might use again."""
    environment: Mapping[str, str] = field(default_factory=dict)


def tools() -> tuple[Tool, ...]:
    """The tools in the order in which they run."""
    return (
        Tool("ours", "ours", "site", (str(BIN / "zhiquan"), *_OURS), (".cache",), _HERE),
        Tool("ours-unsearched", "ours", "site", _unsearched(), (".cache",), _HERE),
        Tool("hugo", "hugo", "public", (str(_hugo()), "build", "--quiet"), ("resources",)),
        Tool("zensical", "markdown", "site", (str(PEERS / "zensical"), "build"), (".cache",)),
        Tool(
            "mkdocs",
            "markdown",
            "site",
            (str(PEERS / "mkdocs"), "build", "--quiet"),
            environment={"NO_MKDOCS_2_WARNING": "1"},
        ),
    )


def versions() -> dict[str, str]:
    """Version by name of package, ours among them, and of Python."""
    asked = subprocess.run(
        [str(PEERS / "python"), "-c", _ASK], capture_output=True, text=True, check=True
    )
    theirs = dict(zip(_NAMES, asked.stdout.split(), strict=True))
    python = ".".join(map(str, sys.version_info[:3]))
    return {"zhiquan": version("zhiquan"), **theirs, "python": python}


def _unsearched() -> tuple[str, ...]:
    return (str(BIN / "python"), "-m", "tests.bench.peers.unsearched", *_OURS)


def _hugo() -> Path:
    """The program itself: the command of its package starts Python first."""
    return next(PEERS.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
