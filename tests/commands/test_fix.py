"""`zhiquan fix`: what it does to files, beside what it does to texts."""

from pathlib import Path

import pytest

from tests.conftest import zhiquan
from tests.sample import write_sample

HOURS = "docs/entries/limits/contact-hours.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sample project."""
    return write_sample(tmp_path / "project")


def test_lines_end_as_the_others_do(project: Path) -> None:
    """A file saved by an editor of another system gets line feeds, and keeps its mode."""
    path = project / HOURS
    good = path.read_bytes()
    path.write_bytes(good.replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    done = zhiquan("fix", HOURS, cwd=project)
    assert done.stdout.startswith(f"{HOURS}: line ends\n")
    assert path.read_bytes() == good
    assert path.stat().st_mode & 0o777 == 0o640
    assert zhiquan("fix", HOURS, cwd=project).stdout == "0 of 1 files mended\n"


def test_nothing_is_left_beside_the_entries(project: Path) -> None:
    """A file is replaced in one step, and nothing else stays in its folder."""
    path = project / HOURS
    before = sorted(path.parent.iterdir())
    path.write_text(path.read_text("utf-8").replace("subject: calls", "subject: 'calls'"), "utf-8")
    assert zhiquan("fix", HOURS, cwd=project).returncode == 0
    assert sorted(path.parent.iterdir()) == before


def test_a_fault_of_bytes_is_left_to_the_check(project: Path) -> None:
    """What is no UTF-8 is not touched."""
    path = project / HOURS
    data = path.read_text("utf-8").encode("gb18030")
    path.write_bytes(data)
    done = zhiquan("fix", HOURS, cwd=project)
    assert "1 cannot be read" in done.stdout
    assert path.read_bytes() == data
