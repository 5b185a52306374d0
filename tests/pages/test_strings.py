"""Interface strings: the same keys in both languages, one for every value an entry can have."""

import datetime as dt
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.pages.conftest import TEMPLATES
from zhiquan.entries.channel import Channel, Timer
from zhiquan.entries.entry import Verdict
from zhiquan.entries.law import InstrumentType
from zhiquan.entries.lender import Claim, Lender, RecordItem
from zhiquan.entries.limit import Limit, Party, Subject
from zhiquan.entries.practice import Case, Stage
from zhiquan.entries.provenance import Authority, Confidence, Level, Source
from zhiquan.entries.rule import Outcome
from zhiquan.entries.scalars import Kind
from zhiquan.pages.law_model import State
from zhiquan.pages.strings import MissingStringError, Strings
from zhiquan.source.message import LANGUAGES, Language


def _load(lang: Language) -> Strings:
    return Strings.load(TEMPLATES / "strings", lang)


def _values(model: type[Any], field: str) -> tuple[str, ...]:
    return get_args(model.model_fields[field].annotation)


GROUPS: dict[str, tuple[str, ...]] = {
    "verdict": get_args(Verdict),
    "level": get_args(Level),
    "level-why": get_args(Level),
    "faq.level": get_args(Level),
    "confidence": get_args(Confidence),
    "authority": get_args(Authority),
    "authority-why": get_args(Authority),
    "kind": get_args(Kind),
    "index": (*get_args(Kind), "faq"),
    "index-lead": (*get_args(Kind), "faq"),
    "coverage.names": get_args(Kind),
    "site.sections": (*get_args(Kind), "faq"),
    "stage": get_args(Stage),
    "subject": get_args(Subject),
    "party": get_args(Party),
    "strength": _values(Limit, "strength"),
    "status": _values(Case, "status"),
    "status-why": _values(RecordItem, "status"),
    "case-status": _values(Case, "status"),
    "case-status-why": _values(Case, "status"),
    "reported-status": _values(RecordItem, "status"),
    "outcome": get_args(Outcome),
    "law-type": get_args(InstrumentType),
    "law-state": get_args(State),
    "lender-type": _values(Lender, "type"),
    "channel-step": _values(Channel, "step"),
    "claim-about": _values(Claim, "about"),
    "claim-status": _values(Claim, "status"),
    "mark": (
        *get_args(Verdict),
        *get_args(Level),
        *get_args(Outcome),
        *get_args(State),
        *_values(Claim, "status"),
    ),
}


def test_both_languages_have_the_same_strings() -> None:
    """A word of the interface is never missing in one language only."""
    zh, en = (_load(lang) for lang in LANGUAGES)
    assert zh.keys() == en.keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_of_an_entry_has_a_name(lang: Language) -> None:
    """A new stage, subject or status cannot be published without its words."""
    wanted = {f"{group}.{value}" for group, values in GROUPS.items() for value in values}
    units = {f"unit.{unit}.{form}" for unit in _values(Timer, "unit") for form in ("one", "other")}
    cited = {f"cite.unit.{unit}.one" for unit in _values(Source, "unit")}
    assert wanted | units | cited <= _load(lang).keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_fill_the_same_names(lang: Language) -> None:
    """`{names}` in a string are what the templates give it, in either language."""
    strings, other = _load(lang), _load("en" if lang == "zh" else "zh")
    months = {f"date.month.{month}" for month in range(1, 13)}
    for key in strings.keys() - months:
        assert _names(strings[key]) == _names(other[key]), key


def _names(string: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", string))


def test_every_string_that_templates_name_exists() -> None:
    """Keys written out in a template are known before any page is rendered."""
    keys = _load("zh").keys()
    for file in _templates():
        text = file.read_text(encoding="utf-8")
        named = set(re.findall(r"\bt[(\[]['\"]([\w.-]+)['\"](?! ~)", text))
        assert named <= keys, (file.name, named - keys)
        pieces = set(re.findall(r"\bh2\['([\w-]+)'\]", text))
        assert {f"heading.{piece}" for piece in pieces} <= keys, file.name


def _templates() -> list[Path]:
    return [*TEMPLATES.glob("pages/*.html"), *TEMPLATES.glob("faq/*.yaml")]


def test_a_missing_string_is_named() -> None:
    """The error says which key which file lacks."""
    strings = Strings({"a.b": "c"}, "en")
    with pytest.raises(MissingStringError, match=r"templates/strings/en\.yaml has no 'a\.c'"):
        strings("a.c")


def test_numbers_and_dates_follow_the_language() -> None:
    """One day, two days; dates as people write them."""
    zh, en = (_load(lang) for lang in LANGUAGES)
    assert [en.count("unit.days", n) for n in (1, 2)] == ["1 day", "2 days"]
    assert zh.count("unit.working-days", 7) == "7个工作日"
    day = dt.date(2026, 1, 9)
    assert (zh.date(day), en.date(day)) == ("2026年1月9日", "9 January 2026")
