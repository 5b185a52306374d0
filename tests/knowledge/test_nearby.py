"""A check of a few files: as a check of everything would have it, and never by a stale memory."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases.test_faults import BASE, CASES, lay_out, read_case
from tests.conftest import ROOT, TODAY
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.folder import EntryFile, walk
from zhiquan.knowledge.load import load
from zhiquan.knowledge.nearby.cache import FILE, read_cache
from zhiquan.knowledge.nearby.concern import Nearby, Relations, check_nearby
from zhiquan.knowledge.nearby.selection import NotAnEntryError, ref_of, selection
from zhiquan.knowledge.nearby.survey import survey
from zhiquan.knowledge.parse import parse_file

HOURS = "docs/entries/limits/contact-hours.yaml"
VISIT = "docs/entries/practices/home-visit.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small knowledge base of the fault cases."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def near(root: Path, *names: str) -> Nearby:
    """The findings in some files and in what they concern."""
    chosen = selection(root, [root / name for name in names])
    return check_nearby(root, survey(root), chosen, today=TODAY)


def codes(found: Nearby) -> list[tuple[str, str]]:
    """File and code of each finding."""
    return [(fault.path, fault.code) for fault in found.findings]


def mend(path: Path, old: str, new: str) -> None:
    """Changes a file and lets its size and time be what they were: only the bytes tell."""
    status = path.stat()
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_part_is_checked_as_the_whole_is(path: Path, tmp_path: Path) -> None:
    """For every fault there is: what stands in the files looked at is told, the same, and alone."""
    case = read_case(path)
    lay_out(case, tmp_path)
    today, strict = case.get("today", TODAY), case.get("strict_dates", False)
    loaded = load(tmp_path, today=today)
    everything = check(loaded, strict_dates=strict)
    seen = survey(tmp_path)
    for name in case.get("files", {}) or [HOURS]:
        chosen = selection(tmp_path, [tmp_path / name])
        found = check_nearby(tmp_path, seen, chosen, today=today, strict_dates=strict)
        files = {loaded.kb.file(ref) for ref in found.named | found.concerned}
        there = [fault for fault in everything if fault.path in files or chosen.covers(fault.path)]
        assert list(found.findings) == there


def test_everything_that_names_an_entry_is_looked_at() -> None:
    """In the real entries: who links to an entry, or rests on it, is concerned by it."""
    seen = survey(ROOT)
    relations = Relations(seen.outlines())
    kb = load(ROOT, today=TODAY).kb
    for ref, _ in kb.entries():
        assert relations.concerned({ref}) >= {ref, *kb.linked_from(ref)}
        assert relations.links({ref}) == {ref: kb.linked_from(ref)}


def test_what_the_cache_holds_is_what_the_files_hold() -> None:
    """Every real entry comes out of the cache as it is read from its file."""
    survey(ROOT)
    warm = survey(ROOT)
    for file in walk(ROOT):
        assert isinstance(file, EntryFile)
        assert warm.parsed(file.ref) == parse_file(file)


def test_a_fault_caused_elsewhere_is_told(project: Path) -> None:
    """Who removes an entry, or the check of a limit, is told whose links and examples break."""
    (project / HOURS).unlink()
    assert (VISIT, "ZQ201") in codes(near(project, HOURS))


def test_what_is_left_of_an_entry_is_no_link(project: Path) -> None:
    """An entry that only a removed one leads to is out of reach, here as in the whole check."""
    cap = project / "docs/entries/limits/rate-cap.yaml"
    alone = cap.rename(cap.with_name("lonely.yaml"))
    lines = alone.read_text("utf-8").splitlines(keepends=True)
    alone.write_text("".join(line for line in lines if not line.startswith("topics:")), "utf-8")
    gone = project / "docs/entries/limits/gone.yaml"
    gone.write_text(
        "title: {zh: 旧, en: Old}\nremoved: {on: 2026-01-01, why: {zh: 并入, en: Merged},"
        " redirect: limits/lonely}\n",
        "utf-8",
    )
    name = alone.relative_to(project).as_posix()
    assert (name, "ZQ210") in codes(near(project, name))


def test_what_is_no_concern_is_left_out(project: Path) -> None:
    """A fault in an entry that has nothing to do with the named one is not told."""
    mend(project / "docs/entries/terms/lpr.yaml", "title:", "titel:")
    assert codes(near(project, HOURS)) == []
    assert codes(near(project, "docs/entries/terms")) != []


def test_a_title_that_is_taken_is_told_to_whoever_takes_it(project: Path) -> None:
    """The report stands at the second of two entries, whichever of them is named."""
    cap = project / "docs/entries/limits/rate-cap.yaml"
    title = "zh: 催收联系时间"
    assert title in (project / HOURS).read_text("utf-8")
    text = cap.read_text("utf-8")
    start = text.index("zh: ")
    cap.write_text(text[:start] + title + text[text.index(",", start) :], "utf-8")
    found = (cap.relative_to(project).as_posix(), "ZQ211")
    assert found in codes(near(project, HOURS))
    assert found in codes(near(project, found[0]))


def test_the_bytes_decide_not_the_clock(project: Path) -> None:
    """A change that leaves size and time as they were is seen."""
    assert codes(near(project, HOURS)) == []
    mend(project / HOURS, "subject: calls", "subject: cells")
    assert codes(near(project, HOURS)) == [(HOURS, "ZQ104")]
    mend(project / HOURS, "subject: cells", "subject: calls")
    assert codes(near(project, HOURS)) == []


def test_a_file_that_moved_is_another_entry(project: Path) -> None:
    """The same bytes in another folder are an entry of another kind."""
    near(project, HOURS)
    moved = project / "docs/entries/terms/contact-hours.yaml"
    (project / HOURS).rename(moved)
    assert (moved.relative_to(project).as_posix(), "ZQ102") in codes(near(project, str(moved)))


@pytest.mark.parametrize(
    "harm",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"calls", b"cells"),
        lambda data: data.replace(b"zhiquan ", b"zhiquan 0", 1),
        lambda _: b"\x80\x04 not ours at all",
    ],
    ids=["empty", "cut short", "changed by hand", "of other code", "foreign"],
)
def test_a_bad_cache_is_no_cache(project: Path, harm: Callable[[bytes], bytes]) -> None:
    """Whatever became of the cache, it is passed over and made anew."""
    near(project, HOURS)
    good = (project / FILE).read_bytes()
    (project / FILE).write_bytes(harm(good))
    assert read_cache(project) == {}
    assert codes(near(project, HOURS)) == []
    assert (project / FILE).read_bytes() == good


def test_a_cache_that_cannot_be_written_is_done_without(project: Path) -> None:
    """A project that may only be read is checked all the same."""
    (project / ".cache").write_text("in the way", "utf-8")
    mend(project / HOURS, "subject: calls", "subject: cells")
    assert codes(near(project, HOURS)) == [(HOURS, "ZQ104")]


def test_the_cache_leaves_nothing_else_behind(project: Path) -> None:
    """It is one file, replaced in one step."""
    near(project, HOURS)
    mend(project / HOURS, "subject: calls", "subject: cells")
    near(project, HOURS)
    assert [path.name for path in (project / FILE).parent.iterdir()] == [Path(FILE).name]


def test_paths_are_files_folders_or_everything(project: Path) -> None:
    """A folder is all in it, the project is everything, and elsewhere is refused."""
    names = [file.name for file in walk(project) if isinstance(file, EntryFile)]
    folder = selection(project, [project / "docs/entries/limits"])
    assert folder.refs(names) == {ref_of(name) for name in names if "/limits/" in name}
    assert selection(project, [project / "docs"]).is_whole
    assert selection(project, []).is_whole
    with pytest.raises(NotAnEntryError):
        selection(project, [project / "mkdocs.yml"])


def test_a_name_that_is_nowhere_is_noticed(project: Path) -> None:
    """A misspelt path is not taken for a file without faults."""
    assert near(project, "docs/entries/limits/contact-hour.yaml").unknown
    assert near(project, HOURS).unknown == ()
