"""`zhiquan pdf` as a person runs it."""

from pathlib import Path

from tests.conftest import zhiquan
from tests.sample import write_sample


def test_a_card_is_made_where_it_was_asked_for(tmp_path: Path) -> None:
    """Only the named PDF is made, and the line says where, how many pages and how large."""
    root = write_sample(tmp_path / "project")
    result = zhiquan("pdf", "--to", "made", "card-zh-a6", cwd=root)
    assert result.returncode == 0, result.stderr
    assert "card-zh-a6.pdf  1 pages, " in result.stdout
    assert [path.name for path in (root / "made").iterdir()] == ["card-zh-a6.pdf"]


def test_a_wrong_name_is_answered_with_the_right_ones(tmp_path: Path) -> None:
    """A typing mistake is wrong usage, and the message lists what there is."""
    root = write_sample(tmp_path / "project")
    result = zhiquan("pdf", "card-fr-a6", cwd=root)
    assert result.returncode == 2
    assert "card-zh-a6" in result.stderr
