"""Every message is said somewhere in the cases and scenarios, in both languages."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from string import Formatter

import pytest

from tests.conftest import ROOT
from tests.source.test_messages import templates
from zhiquan.source.message import LANGUAGES, Language, chinese

WHERE = (
    "tests/cases/faults/*.yaml",
    "tests/cases/reports/*.txt",
    "tests/cases/scenarios/*.yaml",
    "docs/images/*.svg",
    "docs/reference/commands*.md",
    "tests/*/test_*.py",
    "tests/book/*.py",
)
"""What the cases expect, what scenarios look for, and what is made by tests or held to them."""

UNSAID = ROOT / "tests/cases/unsaid.txt"
"""What no case prints yet: the language and the template. It may only become shorter."""

_LONGEST = 300
"""Characters that fill a slot, blanks left out."""


@cache
def told() -> str:
    """All of it; line breaks are left out, since a long hint is told in several lines."""
    files = sorted(path for pattern in WHERE for path in ROOT.glob(pattern))
    return bare(unescape("\n".join(path.read_text("utf-8") for path in files)))


def bare(text: str) -> str:
    """A text without blanks, margins and the marks that a string of Python or YAML may need."""
    return re.sub(r"[\s|\\'\"]+", "", text)


def pieces(template: str) -> Iterator[str]:
    """What stands between the slots."""
    for text, *_ in Formatter().parse(template):
        yield bare(text)


def is_told(template: str) -> bool:
    """Whether the template with something in its slots stands in it."""
    text, parts = told(), [piece for piece in pieces(template) if piece]
    if not parts:
        return True
    first, *others = parts
    at = text.find(first)
    while at >= 0:
        end = at + len(first)
        for part in others:
            found = text.find(part, end, end + _LONGEST)
            if found < 0:
                break
            end = found + len(part)
        else:
            return True
        at = text.find(first, at + 1)
    return False


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_is_said_in_a_case_or_a_scenario(
    lang: Language, pytestconfig: pytest.Config
) -> None:
    """Whoever writes a message lets a case print it; whoever writes the case strikes its line."""
    every = dict.fromkeys(templates())
    missing = {one for one in every if not is_told(chinese()[one] if lang == "zh" else one)}
    lines = UNSAID.read_text("utf-8").splitlines()
    listed = {ast.literal_eval(line[3:]) for line in lines if line.startswith(f"{lang} ")}
    if pytestconfig.getoption("--write-cases"):
        kept = [line for line in lines if ast.literal_eval(line[3:]) in missing or line[:2] != lang]
        UNSAID.write_text("\n".join([*kept, ""]), "utf-8")
        listed &= missing
    assert missing - listed == set(), "let a case print these"
    assert listed - missing == set(), "a case prints these now: pytest --write-cases strikes them"
