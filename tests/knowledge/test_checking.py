"""All checks together: they never raise for what an editor wrote, and always say the same."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.knowledge.samples import TODAY
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import Reuse, load
from zhiquan.source.codes import CODES

BASE = Path(__file__).parents[1] / "cases" / "knowledge"
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml"))
ODD = ("", "x", "0", "2026-02-30", "[[", "<b>", "9999-12-31", "24:00")


def leaves(tree: Any, pointer: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where the tree holds a piece of text."""
    if isinstance(tree, str):
        yield pointer
        return
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, part in pairs:
        yield from leaves(part, (*pointer, key))


def with_value(tree: Any, pointer: tuple[str | int, ...], value: str | None) -> Any:
    """The tree with another value in one place; None takes the place out."""
    if not pointer:
        return value
    key, rest = pointer[0], pointer[1:]
    pairs = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    changed = [(k, with_value(v, rest, value) if k == key else v) for k, v in pairs]
    if value is None and not rest:
        changed = [(k, v) for k, v in changed if k != key]
    return dict(changed) if isinstance(tree, dict) else [v for _, v in changed]


@pytest.mark.parametrize("name", FILES)
def test_nothing_an_editor_writes_raises(name: str, tmp_path: Path) -> None:
    """Each value in turn is taken out, or replaced by something odd; faults come, no traceback."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    tree = yaml.load((BASE / name).read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    reuse = Reuse()
    for number, pointer in enumerate(leaves(tree)):
        for value in (None, ODD[number % len(ODD)]):
            changed = yaml.safe_dump(with_value(tree, pointer, value), allow_unicode=True)
            (tmp_path / name).write_text(changed, "utf-8")
            found = check(load(tmp_path, today=TODAY, reuse=reuse))
            assert {fault.code for fault in found} <= set(CODES)


def test_the_same_files_give_the_same_faults_in_the_same_order(tmp_path: Path) -> None:
    """Faults are sorted by file and place, and none is said twice."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for path in tmp_path.rglob("*.yaml"):
        text = path.read_text("utf-8").replace("2026-11-23", "2027-11-23")
        path.write_text(text.replace("contact-hours]", "contact-hour]"), "utf-8")
    first, second = (check(load(tmp_path, today=TODAY)) for _ in range(2))
    assert first == second
    assert len(first) > 10
    assert [fault.path for fault in first] == sorted(fault.path for fault in first)
    assert len(set(first)) == len(first)


def test_only_what_the_calendar_did_changes_with_strict_dates(tmp_path: Path) -> None:
    """A year and a day later every review is overdue: warnings, and errors with strict dates."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    loaded = load(tmp_path, today=TODAY.replace(year=2027, day=24))
    entries = len(list(loaded.kb.entries()))
    lenient, strict = check(loaded), check(loaded, strict_dates=True)
    assert [fault.code for fault in lenient] == ["ZQ324"] * entries
    assert {fault.severity for fault in lenient} == {None}
    assert {fault.severity for fault in strict} == {"error"}
