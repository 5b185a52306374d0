"""Three strikes before an alarm, kept from run to run."""

import datetime as dt
from pathlib import Path

import pytest

from tests.conftest import TODAY
from zhiquan.outputs.outgoing.asking import Reply, Standing
from zhiquan.outputs.outgoing.strikes import StateError, Strikes, counted, read, write
from zhiquan.source.message import message

DAY = dt.timedelta(days=1)
A, B = "https://a.example/", "https://b.example/"


def reply(standing: Standing, *, answered: bool = True) -> Reply:
    """A reply of a kind."""
    return Reply(standing=standing, what=message("no connection"), answered=answered)


def test_each_day_of_failure_is_one_strike() -> None:
    """Running it twice on one day is no second strike."""
    strikes = counted({}, {A: reply("failed")}, TODAY)
    strikes = counted(strikes, {A: reply("failed")}, TODAY)
    assert strikes[A] == Strikes(count=1, first=TODAY, last=TODAY)
    strikes = counted(strikes, {A: reply("failed")}, TODAY + DAY)
    assert strikes[A] == Strikes(count=2, first=TODAY, last=TODAY + DAY)


def test_an_answer_wipes_the_strikes_out_and_silence_keeps_them() -> None:
    """A site that shuts out programs has neither recovered nor failed once more."""
    before = {A: Strikes(count=2, first=TODAY, last=TODAY)}
    assert counted(before, {A: reply("fine")}, TODAY + DAY) == {}
    assert counted(before, {A: reply("untold")}, TODAY + DAY) == before
    assert counted(before, {B: reply("fine")}, TODAY + DAY) == {}


def test_without_a_network_nobody_is_struck() -> None:
    """Where no host at all can be reached the fault is here; one that answers proves otherwise."""
    gone = reply("failed", answered=False)
    assert counted({}, {A: gone, B: gone}, TODAY) == {}
    assert set(counted({}, {A: gone, B: reply("failed")}, TODAY)) == {A, B}


def test_strikes_are_kept_in_a_file(tmp_path: Path) -> None:
    """The folder is made, what is written is read again, and no half file stays beside it."""
    path = tmp_path / "cache/links.json"
    strikes = {B: Strikes(count=1, first=TODAY, last=TODAY)}
    assert read(path) == {}
    write(path, strikes)
    assert read(path) == strikes
    assert [one.name for one in path.parent.iterdir()] == ["links.json"]


@pytest.mark.parametrize("text", ["", "[]", '{"https://a.example/": 3}', "\xff"])
def test_another_file_is_not_taken_for_one_of_strikes(tmp_path: Path, text: str) -> None:
    """Nothing is guessed, and nothing overwritten."""
    path = tmp_path / "links.json"
    path.write_text(text, "latin-1")
    with pytest.raises(StateError):
        read(path)
