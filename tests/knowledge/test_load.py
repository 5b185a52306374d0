"""Loading the folder: broken files hide nothing, unchanged ones are not read again."""

import shutil
from pathlib import Path

import pytest

from tests.knowledge.samples import TODAY
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import Loaded, Reuse, load

BASE = Path(__file__).parents[1] / "cases" / "knowledge"
ENTRIES = Path("docs/entries")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small valid knowledge base."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace words in one file."""
    path = root / ENTRIES / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def codes(loaded: Loaded) -> list[str]:
    """The codes of everything that is wrong, in order of place."""
    return [fault.code for fault in check(loaded)]


def test_entries_are_sorted_by_id_and_know_their_file(root: Path) -> None:
    """Every mapping is in the order of ids, whatever the file system says."""
    kb = load(root, today=TODAY).kb
    assert list(kb.limits) == ["contact-hours", "rate-cap"]
    assert list(kb.facts) == ["apr", "contact-time", "contract-date"]
    assert kb.file("limits/rate-cap") == "docs/entries/limits/rate-cap.yaml"
    assert kb.file("facts/apr") == "docs/entries/facts.yaml"


def test_a_broken_entry_is_left_out_and_hides_no_other_fault(root: Path) -> None:
    """Its own faults are there, those of others are there, and naming it is no error."""
    edit(root, "limits/contact-hours.yaml", "subject: calls", "subjct: calls")
    edit(root, "limits/rate-cap.yaml", 'article: "680"', "article_unread: false")
    loaded = load(root, today=TODAY)
    assert "contact-hours" not in loaded.kb.limits
    assert loaded.kb.standing("limits/contact-hours") == "broken"
    assert set(codes(loaded)) == {"ZQ102", "ZQ304"}


def test_a_file_that_is_no_yaml_hides_no_other_fault(root: Path) -> None:
    """Text that cannot be decoded is a fault of that file alone."""
    (root / ENTRIES / "facts.yaml").write_bytes(b"\xff\xfe")
    edit(root, "limits/rate-cap.yaml", "result: exceeded", "result: within")
    edit(root, "topics/someone-at-the-door.yaml", "[home-visit]", "[home-visits]")
    assert codes(load(root, today=TODAY)) == ["ZQ006", "ZQ320", "ZQ201"]


def test_a_removed_entry_is_a_tombstone(root: Path) -> None:
    """It is found under tombstones only, and its file stays known."""
    (root / ENTRIES / "terms/apr.yaml").write_text(
        "title: {zh: 年利率, en: APR}\n"
        "removed: {on: 2026-10-01, why: {zh: 合并, en: Merged}, redirect: terms/lpr}\n",
        "utf-8",
    )
    kb = load(root, today=TODAY).kb
    assert kb.find("terms/apr") is None
    assert kb.standing("terms/apr") == "removed"
    assert kb.tombstones["terms/apr"].removed.redirect == "terms/lpr"
    assert kb.linked_from("terms/lpr") == ()


def test_hidden_files_are_passed_over(root: Path) -> None:
    """What an editor or a file browser leaves behind is not an entry."""
    (root / ENTRIES / ".DS_Store").write_bytes(b"\0")
    (root / ENTRIES / "limits" / ".contact-hours.yaml.swp").write_bytes(b"\0")
    assert codes(load(root, today=TODAY)) == []


def test_no_entries_at_all_is_an_empty_knowledge_base(tmp_path: Path) -> None:
    """A project without the folder loads; it simply holds nothing."""
    loaded = load(tmp_path, today=TODAY)
    assert list(loaded.kb.entries()) == []
    assert check(loaded) == ()


def test_a_link_to_nowhere_in_the_file_system_is_a_fault(root: Path) -> None:
    """A dangling symbolic link is reported like any file that cannot be used."""
    (root / ENTRIES / "limits" / "gone.yaml").symlink_to(root / "nowhere.yaml")
    for reuse in (None, Reuse()):
        assert codes(load(root, today=TODAY, reuse=reuse)) == ["ZQ207"]


def test_unchanged_files_are_not_read_again(root: Path) -> None:
    """With the same `Reuse` an unchanged entry is the same object; a changed one is new."""
    reuse = Reuse()
    first = load(root, today=TODAY, reuse=reuse).kb
    edit(root, "limits/rate-cap.yaml", "Ceiling of the rate", "The ceiling of the rate")
    second = load(root, today=TODAY, reuse=reuse).kb
    assert second.limits["contact-hours"] is first.limits["contact-hours"]
    assert second.limits["rate-cap"].title.en == "The ceiling of the rate"


def test_a_file_that_goes_away_is_gone_from_the_next_load(root: Path) -> None:
    """Reuse keeps what was read, not what is there."""
    reuse = Reuse()
    load(root, today=TODAY, reuse=reuse)
    (root / ENTRIES / "terms/lpr.yaml").unlink()
    assert "lpr" not in load(root, today=TODAY, reuse=reuse).kb.terms


def test_faults_of_an_unchanged_file_are_reported_again(root: Path) -> None:
    """A saved file that is broken stays broken on the next look."""
    reuse = Reuse()
    edit(root, "limits/contact-hours.yaml", "subject: calls", "subjct: calls")
    first = codes(load(root, today=TODAY, reuse=reuse))
    assert codes(load(root, today=TODAY, reuse=reuse)) == first != []


def test_progress_counts_every_file(root: Path) -> None:
    """The callback hears how many files are done, up to all of them."""
    heard: list[tuple[int, int]] = []
    load(root, today=TODAY, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(done, 10) for done in range(1, 11)]


def test_the_text_of_a_file_is_given_as_far_as_it_is_text(root: Path) -> None:
    """A report can print any file it names, even one that is not UTF-8, or a folder."""
    (root / ENTRIES / "facts.yaml").write_bytes(b"apr: \xff")
    texts = load(root, today=TODAY).texts
    assert texts("docs/entries/facts.yaml") == "apr: �"
    assert texts("docs/entries/limits") == ""
