"""New entries: made from the models, so that they cannot fall behind them."""

import re

import pytest

from zhiquan.entries.entry import Entry
from zhiquan.entries.kinds import KINDS, MODELS
from zhiquan.entries.reading import parse
from zhiquan.entries.scalars import BLANK, Kind
from zhiquan.entries.skeleton.rows import Row, is_language, rows
from zhiquan.entries.skeleton.shown import NEEDED, OFFERED, OFFERED_IN_ALL
from zhiquan.entries.skeleton.writing import chinese_notes, notes, written_out
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import LANGUAGES, Language
from zhiquan.source.quoting import scalar
from zhiquan.source.yaml_reader import Document, read


def made(kind: Kind) -> tuple[Row, ...]:
    """The rows of a new entry."""
    return rows(MODELS[kind], {"order": "7", "review.on": "2026-11-23"})


def document(kind: Kind, text: str) -> Document:
    """The text as the strict reader takes it."""
    found = read(text.encode(), name=f"docs/entries/{kind}/new.yaml")
    assert isinstance(found, Document), found
    return found


def faults(kind: Kind, text: str) -> list[Diagnostic]:
    """What is wrong with an entry."""
    found = parse(document(kind, text), kind)
    return list(found) if isinstance(found, tuple) else []


def filled(row: Row) -> str:
    """Something that can stand in a blank."""
    if row.place.choices:
        return row.place.choices[0]
    for mark, value in (("law", "civil-code"), ("on", "2026-01-31"), ("from", "2026-01-31")):
        if mark == row.name:
            return value
    return '"1033"' if row.name == "article" else "words"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_entry_is_read_but_for_its_blanks(kind: Kind, lang: Language) -> None:
    """Every blank is told at its place, with what belongs there, and nothing else is."""
    found = faults(kind, written_out(made(kind), kind, lang))
    assert {fault.code for fault in found} == {"ZQ118"}
    assert all(str(fault.hint).startswith("fill this in") for fault in found)
    assert [fault.pointer for fault in found] == [row.pointer for row in made(kind) if row.is_blank]


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_whose_blanks_are_filled_is_accepted(kind: Kind) -> None:
    """Who fills in every blank has written an entry."""
    text = written_out(made(kind), kind, "en")
    for row in made(kind):
        if row.is_blank:
            text = re.sub(rf"(?<!every ){BLANK}", filled(row), text, count=1)
    assert isinstance(parse(document(kind, text), kind), Entry)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_offered_can_be_taken(kind: Kind) -> None:
    """A line whose sign of a comment is taken away is a good field, at its level."""
    text = written_out(made(kind), kind, "en")
    names = "|".join(row.name for row in made(kind) if row.is_offer)
    taken = re.sub(rf"^( *)# (?=({names}): )", r"\1", text, flags=re.MULTILINE)
    assert taken != text
    assert {fault.code for fault in faults(kind, taken)} == {"ZQ118"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_must_be_written_is_shown(kind: Kind) -> None:
    """A field that a model demands from now on is in every new entry from now on."""
    shown = {(row.of, row.name) for row in made(kind)}
    for model in {row.of for row in made(kind) if row.of}:
        demanded = {name for name, info in model.model_fields.items() if info.is_required()}
        names = {model.model_fields[name].alias or name for name in demanded}
        assert {(model, name) for name in names} <= shown


def test_what_is_shown_is_a_field() -> None:
    """The lists of fields beside the demanded ones name no field that is gone."""
    for model, names in (*NEEDED.items(), *OFFERED.items()):
        assert names <= model.model_fields.keys()
    assert Entry.model_fields.keys() >= OFFERED_IN_ALL


def test_every_field_is_explained_in_both_languages() -> None:
    """Each field of a new entry has its words in Chinese, and none stands without a field."""
    explained = set()
    for kind in KINDS:
        for row in made(kind):
            if row.of and not is_language(row):
                english, chinese = notes(row, "en")[0], notes(row, "zh")[0]
                assert re.search("[a-z]", english)
                assert re.search("[\u4e00-\u9fff]", chinese), f"{row.of.__name__}.{row.name}"
                explained.add(chinese.removeprefix("（可以不写）"))
    assert {" ".join(words.split()) for words in chinese_notes().values()} == explained


@pytest.mark.parametrize("kind", KINDS)
def test_lines_are_short_enough_to_read(kind: Kind) -> None:
    """Comments are broken into lines, in both languages."""
    for lang in LANGUAGES:
        lines = written_out(made(kind), kind, lang).splitlines()
        comments = [line for line in lines if re.match(r" *# (?!\w+: )", line)]
        assert max(map(len, comments)) <= 96


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("催收时间", "催收时间"),
        ("8 am to 10 pm", "8 am to 10 pm"),
        ("Hours: 8 to 10", '"Hours: 8 to 10"'),
        ("5, 6", '"5, 6"'),
        ('the "door"', 'the "door"'),
        ('"door" and window', '"\\"door\\" and window"'),
        ("#1", '"#1"'),
        ("- yes", '"- yes"'),
        ("a\\b: c", '"a\\\\b: c"'),
        ("[[limits/x]]", '"[[limits/x]]"'),
        ("null", '"null"'),
    ],
)
def test_an_answer_is_quoted_where_yaml_needs_it(value: str, written: str) -> None:
    """What an editor types is what the entry says, whatever signs are in it."""
    assert scalar(value) == written
    for line in (f"a: {written}\n", f"a: [{written}]\n"):
        held = document("terms", line).tree["a"]
        assert held in (value, [value])
