"""The quick reader of the usual layout: whatever it reads, libyaml reads the same."""

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from zhiquan.source.compose import composed
from zhiquan.source.usual import usual

ROOT = Path(__file__).parents[2]
ENTRIES = sorted((ROOT / "tests/cases/knowledge").rglob("*.yaml"))
DUMPED = {
    "title": {
        "zh": "没有债务人同意，严禁在夜里上门" * 4,
        "en": "No calls at night, " * 12 + "ever",
    },
    "review": {"on": "2026-11-01", "by": "bench"},
    "examples": [{"given": {"time": "09:00"}, "why": ["a", "b: c", "'d'"]}, {"x": "yes"}, "z"],
}
TYPED = "\n\n    --::#\"'[]{},>|&*!%@`?~ax1。“"
SLIPS = 150
"""Slips of the keys tried in each text."""


def agrees(text: str) -> bool:
    """Whether the text is read; fails where libyaml reads something else, or nothing."""
    tree = usual(text)
    if tree is not None:
        assert tree == composed(text), text
    return tree is not None


def slip(text: str, chance: random.Random) -> str:
    """The text with one or two small changes: a sign more or less, a line twice or moved."""
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(text))
        lines = text.splitlines(keepends=True)
        line = chance.randrange(len(lines))
        text = chance.choice((
            text[:at] + chance.choice(TYPED) + text[at:],
            text[:at] + text[at + 1 :],
            text[:at] + chance.choice(TYPED) + text[at + 1 :],
            "".join([*lines[:line], " " * chance.randint(1, 3), *lines[line:]]),
            "".join([*lines[:line], lines[line].lstrip(" "), *lines[line + 1 :]]),
            "".join([*lines[:line], *lines[line + 1 :]]),
            "".join([*lines[:line], lines[line], *lines[line:]]),
        )) or "a: b\n"  # fmt: skip
    return text


def texts() -> list[tuple[str, str]]:
    """Entries as people write them and as PyYAML does."""
    written = [(path.stem, path.read_text("utf-8")) for path in ENTRIES]
    options: tuple[dict[str, Any], ...] = (
        {},
        {"width": 40},
        {"default_flow_style": None},
        {"indent": 4},
    )
    dumped = [yaml.dump(DUMPED, allow_unicode=True, **each) for each in options]
    return [*written, *((f"dumped-{number}", text) for number, text in enumerate(dumped))]


def test_nearly_every_entry_has_the_usual_layout() -> None:
    """The quick way is the usual one, for the entries there are."""
    files = sorted((ROOT / "docs/entries").rglob("*.yaml"))
    read = [agrees(path.read_text("utf-8")) for path in files]
    assert sum(read) > 0.9 * len(read)


@pytest.mark.parametrize(("name", "text"), texts(), ids=lambda value: str(value)[:30])
def test_after_a_slip_it_reads_what_libyaml_reads_or_leaves_it(name: str, text: str) -> None:
    """No wrong key makes the quick reader see something that is not there."""
    chance = random.Random(name)  # noqa: S311 (a test, not a secret)
    for _ in range(SLIPS):
        agrees(slip(text, chance))


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "a:\n- b\n- c: d\n  e: f\ng: h\n",
        "a:\n  - b\n  -  c\n",
        "a: b\n  c\n\nd: e\n",
        "a: >-\n  b\n  c: d # e\n  - f\ng: h\n",
        "a: 'b # c: d'\n'on': \"e: f\"\n",
        "a: [b, c d]\nb: {c: [d, 'e'], f: \"g\"}\n",
        "# one\n\na:\n  # two\n  b: c\n# three\nd: e\n",
        "a: 8:00\nb: a#b\nc: “d”\n",
    ],
)
def test_what_an_editor_writes_is_read(text: str) -> None:
    """The layouts of the guide, with comments and blank lines between fields."""
    assert agrees(text) or "-  c" in text or " # " in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n",
        "a:\n",
        "a: b\na: c\n",
        "a: null\n",
        "a: ' '\n",
        "a: >-\nb: c\n",
        "a: >-\n  b\n\n  c\n",
        "a: >-\n  b\n    c\n",
        "a: b: c\n",
        "a: b\n  c: d\n",
        "a: 'b'\n  c\n",
        "a: [b, ~]\n",
        "a: [b\n",
        "a: &b c\n",
        "a: |\n  b\n",
        "a:\n    b: c\n  d: e\n",
        "a: b\n---\nc: d\n",
        "  a: b\nc: d\n",
        "- a\n",
        "a:\n" + "".join(f"{' ' * depth}b:\n" for depth in range(1, 40)) + " " * 40 + "c: d\n",
    ],
)
def test_what_is_not_usual_is_left_to_libyaml(text: str) -> None:
    """Faults and rare layouts are somebody else's: there is one place that knows each."""
    assert usual(text) is None
