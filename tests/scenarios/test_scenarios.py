"""The whole tool, one promise per file; how one is written: tests/cases/scenarios/README.md."""

import hashlib
import os
import re
import shlex
import subprocess
import sys
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.sample import lay, write_sample

CASES = sorted((ROOT / "tests/cases/scenarios").glob("*.yaml"))
FIELDS = {"why", "files", "steps"}
STEP_FIELDS = {"change", "files", "run", "exit", "says", "silent_on", "there", "gone", "holds"}
STEP_FIELDS |= {"lacks", "keeps", "same"}
NEVER = re.compile(r"Traceback|\x1b|\r|#{5}|█")


def read(case: Path) -> dict[str, Any]:
    """A scenario as written, every scalar as text."""
    tree: dict[str, Any] = yaml.load(case.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    return tree


def run(line: str, folder: Path) -> tuple[int, str]:
    """Runs a line in a folder; gives its exit code and all that it printed."""
    words = shlex.split(line)
    given = dict(word.split("=", 1) for word in takewhile(lambda word: "=" in word, words))
    program, *arguments = words[len(given) :]
    command = [str(Path(sys.executable).parent / program), *arguments]
    # Material's own notice of its end of life would stand in what MkDocs prints.
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | given
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def tree(folder: Path) -> dict[str, str]:
    """Every file of a folder with the hash of its bytes; empty where there is no folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def prepare(step: dict[str, Any], folder: Path) -> None:
    """Lays and changes the files of a step."""
    for name, text in step.get("files", {}).items():
        lay(folder / name, None if text == "null" else text)
    for name, changes in step.get("change", {}).items():
        text = (folder / name).read_text("utf-8")
        for old, new in changes.items():
            assert old in text, f"{name} has no '{old}'"
            text = text.replace(old, new)
        lay(folder / name, text)


def compare_output(step: dict[str, Any], code: int, output: str) -> None:
    """Whether a step ended and spoke as it should."""
    assert code == int(step.get("exit", 0)), output
    assert not NEVER.search(output), output
    for text in step.get("says", []):
        assert text in output, output
    for text in step.get("silent_on", []):
        assert text not in output, output


def compare_files(step: dict[str, Any], folder: Path) -> None:
    """Whether the files are what they should be after a step."""
    assert [name for name in step.get("there", []) if not (folder / name).exists()] == []
    assert [name for name in step.get("gone", []) if (folder / name).exists()] == []
    for name, texts in step.get("holds", {}).items():
        for text in texts:
            assert text in (folder / name).read_text("utf-8"), f"{name} lacks '{text}'"
    for name, texts in step.get("lacks", {}).items():
        for text in texts:
            assert text not in (folder / name).read_text("utf-8"), f"{name} holds '{text}'"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_promise_is_kept(path: Path, tmp_path: Path) -> None:
    """What the scenario says, happens."""
    case = read(path)
    project = write_sample(tmp_path / "project")
    prepare({"files": case.get("files", {})}, project)
    for step in case["steps"]:
        prepare(step, project)
        before = {name: tree(project / name) for name in step.get("keeps", [])}
        compare_output(step, *run(step["run"], project))
        compare_files(step, project)
        for name, files in before.items():
            assert files
            assert tree(project / name) == files
        if "same" in step:
            one, other = (tree(project / name) for name in step["same"])
            assert one
            assert one == other


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_scenario_is_well_formed(path: Path) -> None:
    """A scenario says why it is there and uses no field that nobody reads."""
    case = read(path)
    assert case["why"]
    assert set(case) <= FIELDS
    assert all(set(step) <= STEP_FIELDS for step in case["steps"])
