"""Commands are imported when they are called, and only what they need."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from zhiquan.cli import main

HEAVY = ("mkdocs", "material", "jinja2", "markdown_it", "opencc", "pypinyin", "watchdog")
CALL = """
import sys
from zhiquan.cli import main
try:
    main({arguments!r})
except SystemExit as end:
    assert end.code == 0
print(*sorted({heavy!r} & sys.modules.keys()), file=sys.stderr)
"""
KNOWLEDGE = str(ROOT / "tests/cases/knowledge")
CALLS = (
    ["explain", "ZQ102"],
    ["explain", "--help"],
    ["check", "--root", KNOWLEDGE, "--today", "2026-11-23"],
)


@pytest.mark.parametrize("name", main.commands)
def test_a_command_is_found_under_its_name(name: str) -> None:
    """What `zhiquan --help` lists can be called, and is called what it is listed as."""
    assert main.commands[name].name == name


@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_what_draws_pages_is_left_alone(arguments: list[str]) -> None:
    """Who asks for a word of explanation, or checks, does not wait for what draws pages."""
    call = CALL.format(arguments=arguments, heavy=set(HEAVY))
    command = [sys.executable, "-c", call]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr.split() == []
