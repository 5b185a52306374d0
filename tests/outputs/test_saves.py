"""One save is one piece of news, however an editor writes its files."""

from pathlib import Path
from queue import SimpleQueue

import pytest
from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from zhiquan.outputs.saves import Saved, SavedFiles, is_ordinary, saves

ROOT = Path("/project")
ENTRY = ROOT / "docs/entries/limits/contact-hours.yaml"
OTHER = ROOT / "docs/entries/limits/rate-cap.yaml"


def heard(*events: FileSystemEvent) -> list[frozenset[Path]]:
    """The saves that come of some events without a pause between them."""
    saved: Saved = SimpleQueue()
    for event in events:
        SavedFiles(ROOT, saved).dispatch(event)
    saved.put(None)
    return list(saves(saved, pause=0))


def test_the_events_of_one_save_are_one_save() -> None:
    """An editor truncates, writes twice and sets the time: the entry is read once."""
    events = [FileCreatedEvent(str(ENTRY)), *[FileModifiedEvent(str(ENTRY))] * 3]
    assert heard(*events) == [{ENTRY}]


def test_files_saved_together_are_one_save() -> None:
    """Saving all files, or changing the branch, is one piece of news."""
    events = [FileModifiedEvent(str(ENTRY)), FileDeletedEvent(str(OTHER))]
    assert heard(*events) == [{ENTRY, OTHER}]


def test_a_file_moved_over_the_entry_is_a_save() -> None:
    """Editors that write a new file and move it over the old one are heard."""
    new = ENTRY.with_name("contact-hours.yaml~new")
    assert heard(FileCreatedEvent(str(new)), FileMovedEvent(str(new), str(ENTRY))) == [{ENTRY}]


def test_a_renamed_entry_is_both_names() -> None:
    """Where an entry was is news as well as where it is."""
    assert heard(FileMovedEvent(str(ENTRY), str(OTHER))) == [{ENTRY, OTHER}]


def test_reading_is_no_save() -> None:
    """What the preview itself opens, and what happens to folders, is no news."""
    events = [
        FileOpenedEvent(str(ENTRY)),
        FileClosedNoWriteEvent(str(ENTRY)),
        DirModifiedEvent(str(ENTRY.parent)),
    ]
    assert heard(*events) == []


def test_a_pause_parts_two_saves() -> None:
    """What comes after a pause is another save."""
    saved: Saved = SimpleQueue()
    told = saves(saved, pause=0)
    saved.put(ENTRY)
    assert next(told) == {ENTRY}
    saved.put(OTHER)
    saved.put(None)
    assert list(told) == [{OTHER}]


@pytest.mark.parametrize(
    "name",
    [
        ".contact-hours.yaml.swp",  # vim
        "4913",  # vim asks whether it may write here
        "contact-hours.yaml~",  # gedit, emacs, vim
        "#contact-hours.yaml#",  # emacs
        ".#contact-hours.yaml",  # emacs
        "contact-hours.yaml___jb_tmp___",  # JetBrains
        "sedA1b2C3",  # sed -i
        ".goutputstream-X1Y2Z3",  # gedit
        "contact-hours.yaml.tmp",
        "contact-hours.yaml.bak",
        ".git/index.yaml",
    ],
)
def test_an_editors_own_files_are_no_saves(name: str) -> None:
    """Swap files, backups and probes of editors never make the preview read."""
    assert not is_ordinary(Path("docs/entries") / name)
    assert heard(FileModifiedEvent(str(ROOT / "docs/entries" / name))) == []


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "A b.yaml", "上门.yaml", "a.md", "x.html"])
def test_peoples_files_are_saves(name: str) -> None:
    """Also a file with a wrong name is news: its fault must show."""
    assert is_ordinary(Path("docs/entries/limits") / name)
