"""What strangers may propose: hostile files and texts, fuzzing, and how old what we rest on is.

ZHIQUAN_FUZZ_SECONDS (600 when not given) is shared by the two things that are fuzzed; what a run
finds is left in `.cache/fuzz/` and belongs into `tests/cases/hostile/`.
"""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.audit.claim import Claim, at_least, at_most, none_of
from tests.conftest import ROOT, TODAY
from tests.hostile.files import SPOILT, lay
from tests.hostile.scaling import WORTH_A_LOOK, grown
from tests.hostile.watched import BYTES, SECONDS, Watched, watch
from tests.sample import ENTRIES

FUZZED = ("yaml", "markdown")
LEFT = ROOT / ".cache/fuzz"
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-audit.lock")
OLDEST = 90
"""Days after which a lock is to be renewed."""
_BEHIND = 3
"""Direct dependencies that may be a whole version behind: their bounds hold them back."""


def claims(_site: Path) -> Iterator[Claim]:
    """Every promise of SECURITY.md that can be measured."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _files(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _baits(Path(folder))
    yield _examples()
    seconds = int(os.environ.get("ZHIQUAN_FUZZ_SECONDS", "600"))
    for target in FUZZED:
        yield from _fuzzed(target, seconds // len(FUZZED))
    yield from _ages()
    yield from _behind()


def _files(folder: Path) -> Iterator[Claim]:
    """Each hostile file alone in a small project, checked by the command."""
    runs = {name: _checked(folder / f"{number}", name) for number, name in enumerate(SPOILT)}
    longest = max(run.seconds for run in runs.values())
    largest = max(run.bytes for run in runs.values()) / 1024 / 1024
    yield at_most(f"{len(runs)} hostile files: CPU of the slowest", longest, SECONDS, unit="s")
    yield at_most("the same: memory of the largest", largest, BYTES / 1024 / 1024, unit="MB")
    loud = [name for name, run in runs.items() if run.code != 1 or "Traceback" in run.said]
    yield none_of("the same: other ends than located findings", loud)
    out = [f"{name}: {path}" for name, run in runs.items() for path in _outside(run, folder)]
    yield none_of("the same: files read or written outside the project", out)


def _checked(place: Path, name: str) -> Watched:
    root = place / "project"
    shutil.copytree(ENTRIES, root)
    (place / "secret").write_text("canary: canary\n", "utf-8")
    lay(root, SPOILT[name])
    return watch("check", "--today", TODAY.isoformat(), root=root, log=place / "log")


def _outside(run: Watched, folder: Path) -> list[Path]:
    """What was written elsewhere, and what was read beside the project."""
    read = [path for path in run.opened if path.resolve().is_relative_to(folder.resolve())]
    touched = [*run.changed, *(path for path in read if "project" not in path.resolve().parts)]
    return [path for path in touched if "project" not in path.parts]


def _baits(folder: Path) -> Iterator[Claim]:
    found = list(grown(folder))
    slowest = max(found, key=lambda one: one.seconds)
    steepest = max(found, key=lambda one: one.growth)
    told = f"{slowest.work}, '{slowest.piece}'"
    yield at_most(f"bait for patterns: CPU of the slowest ({told})", slowest.seconds, 1, unit="s")
    what = f"4 × the bait costs (from {WORTH_A_LOOK:g} s on; 16 is quadratic)"
    yield at_most(what, steepest.growth, 12, unit="×")


def _examples() -> Claim:
    """Hypothesis on entries, files and texts, with more examples than the tests take."""
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "tests/hostile/test_findings.py"],
        cwd=ROOT,
        env={**os.environ, "ZHIQUAN_EXAMPLES": "500"},
        capture_output=True,
        text=True,
        check=False,
    )
    last = (run.stdout.strip().splitlines() or [run.stderr])[-1]
    return none_of("hypothesis, 500 examples each: findings", [last] if run.returncode else [])


def _fuzzed(target: str, seconds: int) -> Iterator[Claim]:
    folder = LEFT / target
    folder.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(
        [sys.executable, "-m", "tests.hostile.fuzzing", target, str(seconds), str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    ran = re.search(r"number_of_executed_units:\s*(\d+)", run.stderr)
    found = sorted(path.name for path in folder.iterdir() if path.is_file())
    yield at_least(f"fuzzing of {target}, {seconds} s: runs", int(ran[1]) if ran else 0, 1)
    yield none_of(f"fuzzing of {target}: findings", found)


def _ages() -> Iterator[Claim]:
    """The age of each lock by its last commit: without a network, all that can be known."""
    for name in LOCKS:
        run = subprocess.run(
            ["git", "log", "-1", "--format=%cs", "--", name],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        age = (dt.datetime.now(tz=dt.UTC).date() - dt.date.fromisoformat(run.stdout.strip())).days
        yield at_most(f"{name}: days since it was renewed", max(age, 0), OLDEST)


def _behind() -> Iterator[Claim]:
    """Direct dependencies of which the registry has a whole version more than is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=\[ ]", one)[0] for one in project["dependencies"]]
    known = {name: versions for name in names if (versions := _versions(name))}
    behind = [
        f"{name} {installed} (of {newest})"
        for name, (installed, newest) in known.items()
        if installed.split(".")[0] != newest.split(".")[0]
    ]
    if not known:
        yield Claim("direct dependencies a whole version behind", "known", "no registry", True)  # noqa: FBT003
        return
    what = f"of {len(known)} direct dependencies, a whole version behind"
    told = f"{len(behind)}{': ' if behind else ''}{', '.join(behind)}"
    yield Claim(what, f"≤ {_BEHIND}", told, len(behind) <= _BEHIND)


def _versions(name: str) -> tuple[str, str] | None:
    """The version that is installed and the newest one; None where no registry answers."""
    run = subprocess.run(
        [sys.executable, "-m", "pip", "index", "versions", name, "--disable-pip-version-check"],
        capture_output=True,
        text=True,
        check=False,
    )
    newest = re.search(rf"^{re.escape(name)} \(([^)]+)\)", run.stdout, re.MULTILINE | re.IGNORECASE)
    installed = re.search(r"INSTALLED:\s*(\S+)", run.stdout)
    return (installed[1], newest[1]) if newest and installed else None
