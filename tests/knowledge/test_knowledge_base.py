"""Looking entries up, and what links to what, on the real entries of this project."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from zhiquan.entries.kinds import KINDS
from zhiquan.knowledge.anatomy import contents_of
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import load

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 23)


@cache
def real() -> KnowledgeBase:
    """The knowledge base of this project."""
    return load(ROOT, today=TODAY).kb


@cache
def tree_of(ref: str) -> Any:
    """What stands in the file of an entry."""
    return yaml.load((ROOT / real().file(ref)).read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506


def texts_of(tree: Any, pointer: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    """Where a tree holds a text in two languages: a mapping of zh and en to words."""
    if isinstance(tree, list):
        pairs = list(enumerate(tree))
    elif isinstance(tree, dict):
        if set(tree) <= {"zh", "en"} and all(isinstance(text, str) for text in tree.values()):
            return {pointer}
        pairs = list(tree.items())
    else:
        return set()
    return {found for key, part in pairs for found in texts_of(part, (*pointer, key))}


@pytest.mark.parametrize("kind", KINDS)
def test_the_walk_finds_every_text_at_its_place_in_the_file(kind: str) -> None:
    """Planned from annotations alone, it misses no field of any kind."""
    kb = real()
    for name, entry in kb.of(kind).items():  # type: ignore[arg-type]
        found = {text.pointer for text in contents_of(entry).texts}
        assert found == texts_of(tree_of(f"{kind}/{name}")), name


def test_every_reference_stands_where_its_pointer_says() -> None:
    """A pointer leads through the file to the id that was written there."""
    kb = real()
    for ref, _ in kb.entries():
        for reference in kb.contents[ref].references:
            part = tree_of(ref)
            for step in reference.pointer:
                part = part[step]
            assert part == reference.written


def test_what_an_entry_names_knows_it() -> None:
    """Backlinks are exactly the references and links, turned round, without the entry itself."""
    kb = real()
    pairs = {
        (target, ref)
        for ref, _ in kb.entries()
        for target in kb.contents[ref].targets()
        if target != ref
    }
    targets = {target for target, _ in pairs}
    found = {(target, ref) for target in targets for ref in kb.linked_from(target)}
    assert found == pairs
    assert all(list(kb.linked_from(target)) == sorted(kb.linked_from(target)) for target in targets)


def test_a_link_in_a_text_counts_as_a_link() -> None:
    """`[[kind/id]]` leads somewhere like any field that names an entry."""
    kb = real()
    links = [link for ref, _ in kb.entries() for link in kb.contents[ref].links]
    assert links
    assert all(kb.linked_from(link.target) for link in links)


def test_a_ref_is_found_or_not() -> None:
    """Facts and tables have a standing but are no entries."""
    kb = real()
    assert kb.find("limits/contact-hours") is kb.limits["contact-hours"]
    assert kb.find("limits/no-such-thing") is None
    assert kb.find("nonsense") is None
    assert kb.standing("facts/contact-time") == "there"
    assert kb.standing("tables/lpr-1y") == "there"
    assert kb.standing("tables/lpr-9y") == "unknown"
    assert kb.standing("nonsense/x") == "unknown"
