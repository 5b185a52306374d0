"""What is kept from run to run: damaged, cut short, of another time, it never shows."""

import random
from pathlib import Path

import pytest

from tests.conftest import zhiquan
from tests.faults.conftest import Project
from tests.faults.runs import DAY
from zhiquan.knowledge.nearby.cache import FILE, read_cache
from zhiquan.outputs.book.kept import KeptPdfs
from zhiquan.source.saving import save, sweep

ENTRY = "docs/entries/limits/contact-hours.yaml"
PDF = b"%PDF-1.7 one\n" * 40
SEED = 3


def damaged(data: bytes) -> list[bytes]:
    """What becomes of a file on a bad day: empty, cut, one bit wrong, something else, longer."""
    at = random.Random(SEED).randrange(len(data))  # noqa: S311  (a place, not a secret)
    wrong = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    return [b"", data[: len(data) // 2], wrong, bytes(len(data)), data + data[-9:]]


def test_a_damaged_pdf_is_not_given_away(tmp_path: Path) -> None:
    """It is not found, so it is set again; then only the good one is kept."""
    kept = KeptPdfs(tmp_path / "pdf")
    assert kept.find("of-this") is None
    kept.keep("of-this", PDF)
    (path,) = kept.folder.iterdir()
    for bad in damaged(PDF):
        path.write_bytes(bad)
        assert kept.find("of-this") is None
        kept.keep("of-this", PDF)
        assert kept.find("of-this") == PDF
        assert list(kept.folder.iterdir()) == [path]
    assert kept.find("of-that") is None


def test_a_damaged_cache_of_entries_is_not_read(built: Project) -> None:
    """The report of a file is the same with a good, a bad and no cache, and a good one follows."""
    cache = built.folder / FILE
    cache.unlink(missing_ok=True)
    said = zhiquan("check", ENTRY, *DAY, cwd=built.folder)
    good = cache.read_bytes()
    assert read_cache(built.folder)
    for bad in damaged(good):
        cache.write_bytes(bad)
        assert not read_cache(built.folder)
    again = zhiquan("check", ENTRY, *DAY, cwd=built.folder)
    assert (again.stdout, again.stderr, again.returncode) == (said.stdout, said.stderr, 0)
    assert cache.read_bytes() == good


def test_a_file_is_saved_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    """What cannot be put in place leaves what was there, and nothing beside it."""
    path = tmp_path / "kept"
    save(path, b"old")
    path.chmod(0o640)
    save(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    (tmp_path / "folder/full").mkdir(parents=True)
    with pytest.raises(OSError, match="folder") as fault:
        save(tmp_path / "folder", b"new")
    assert fault.value.filename == str(tmp_path / "folder")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "kept"]


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    """Files that were never put in place go; others stay."""
    for name in (".1a2b3c4d.part", "kept", ".hidden", "a.part"):
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".hidden", "a.part", "kept"]
