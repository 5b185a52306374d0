"""From documents to models: what is accepted, and the words for what is not."""

import datetime as dt
from decimal import Decimal
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from zhiquan.entries.entry import Tombstone
from zhiquan.entries.faults.slots import FORMS, Slot, example, slot, slot_at
from zhiquan.entries.kinds import MODELS
from zhiquan.entries.reading import parse, parse_facts, parse_table
from zhiquan.entries.rule import Fact, Table
from zhiquan.entries.term import Term
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.yaml_faults import MOST_FAULTS
from zhiquan.source.yaml_reader import Document, read

TERM = """\
title: {zh: 利率, en: Rate}
definition: {zh: 借钱的价格, en: The price of money}
review: {on: 2026-11-23, by: editors}
"""
TOPS: dict[str, Any] = {str(kind): model for kind, model in MODELS.items()}
TOPS |= {"tombstone": Tombstone, "table": Table, "facts": dict[str, Fact]}


def document(text: str) -> Document:
    """A document that the strict reader accepts."""
    found = read(text.encode(), name="docs/entries/terms/rate.yaml")
    assert isinstance(found, Document), found
    return found


def faults(text: str) -> list[Diagnostic]:
    """What is wrong with a term."""
    found = parse(document(text), "terms")
    assert isinstance(found, tuple)
    return list(found)


def hints(text: str) -> list[str]:
    """What to write instead."""
    return [str(fault.hint) for fault in faults(text)]


def test_an_entry_is_typed() -> None:
    """Text becomes dates and flags where the model says so, and stays text elsewhere."""
    entry = parse(document(TERM + "ask: true\n"), "terms")
    assert isinstance(entry, Term)
    assert entry.ask is True
    assert entry.review.on == dt.date(2026, 11, 23)
    assert entry.title.zh == "利率"


def test_what_is_left_of_a_removed_entry_is_a_tombstone() -> None:
    """A file with `removed` holds nothing else that an entry holds."""
    text = "title: {en: Rate}\nremoved: {on: 2026-01-01, why: {en: old}, redirect: terms/lpr}\n"
    found = parse(document(text), "terms")
    assert isinstance(found, Tombstone)
    assert found.removed.redirect == "terms/lpr"
    broken = parse(document(text + "summary: {en: x}\n"), "terms")
    assert isinstance(broken, tuple)
    assert [str(fault.hint) for fault in broken] == ["fields here: title, removed"]


def test_facts_are_read_by_id() -> None:
    """`facts.yaml` is one mapping of ids to facts."""
    text = "apr: {type: rate, name: {en: rate}, question: {en: What rate?}}\n"
    facts = parse_facts(document(text))
    assert isinstance(facts, dict)
    assert facts["apr"].type == "rate"
    broken = parse_facts(document("Apr: {type: speed}\n"))
    assert isinstance(broken, tuple)
    assert [(fault.code, fault.pointer, fault.on_key) for fault in broken] == [
        ("ZQ109", ("Apr",), True),
        ("ZQ104", ("Apr", "type"), False),
        ("ZQ101", ("Apr", "name"), False),
        ("ZQ101", ("Apr", "question"), False),
    ]


def test_a_table_is_read() -> None:
    """Values are exact decimals, never floating point."""
    text = (
        "title: {en: LPR}\nunit: {en: '%'}\nsource: {en: bank}\nknown_until: 2026-12-20\n"
        "points:\n  - {on: 2025-05-20, value: 3.10}\n"
    )
    table = parse_table(document(text))
    assert isinstance(table, Table)
    assert table.points[0].value == Decimal("3.10")
    broken = parse_table(document(text.replace("3.10", "about 3")))
    assert isinstance(broken, tuple)
    assert [(fault.code, fault.pointer) for fault in broken] == [("ZQ106", ("points", 0, "value"))]


def test_a_diagnostic_names_its_file() -> None:
    """The path comes from the document."""
    assert [fault.path for fault in faults(TERM + "x: y\n")] == ["docs/entries/terms/rate.yaml"]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("sumary: {en: x}", "did you mean 'summary'?"),
        ("Summary: {en: x}", "did you mean 'summary'?"),
        ("summary: {EN: x}", "did you mean 'en'?"),
        ("see: [limits/a]\nseee: b", "did you mean 'see'?"),
        ("waivers:\n  - {code: ZQ1, why: a, by: b, expires: 2026-01-01, ask: true}",
         "'ask' belongs to the first level: check the indentation"),
        ("questions:\n  - {id: a, question: {en: b, answer: {en: c}}}",
         "'answer' belongs to questions[0]: check the indentation"),
    ],
)  # fmt: skip
def test_an_unknown_field_is_told_where_it_belongs(line: str, hint: str) -> None:
    """A near name, or the level at which the field exists."""
    assert hint in hints(TERM + line + "\n")


def test_a_misspelt_field_is_not_called_missing_too() -> None:
    """One slip is one fault; a field that is really missing is still missed."""
    text = TERM.replace("definition", "definitoin").replace("review", "zzz")
    assert [(fault.code, fault.pointer) for fault in faults(text)] == [
        ("ZQ101", ("review",)),
        ("ZQ102", ("definitoin",)),
        ("ZQ102", ("zzz",)),
    ]


def test_a_list_of_faulty_items_is_not_called_empty() -> None:
    """Pydantic counts good items only; an editor counts what is written."""
    text = "title: {en: a}\nremoved: {}\n"
    assert "ZQ112" not in {fault.code for fault in faults(text)}
    table = parse_table(document("points:\n  - {on: x, value: y}\n"))
    assert isinstance(table, tuple)
    assert "ZQ112" not in {fault.code for fault in table}


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("summary: 利率是价格", "write summary: {zh: 利率是价格, en: …}"),
        ("summary: a price", "write summary: {zh: …, en: a price}"),
        ("summary: 'a: b, {c}'", "write summary: {zh: …, en: …}"),
        ("topics: cannot-pay", "write topics: [cannot-pay]"),
        ("topics: 'a, b'", "write topics: [someone-at-the-door]"),
        ("topics: {a: b}", "begin each item of the list with '- '"),
        ("topics: [[a]]", "write - someone-at-the-door"),
        ("colloquial: {zh: x}", "write zh: [x]"),
        ("also: LPR", "write also: {zh: […], en: […]}"),
        ("volatility: [a]", "write volatility: a"),
    ],
)
def test_a_wrong_shape_is_shown_the_right_one(line: str, hint: str) -> None:
    """The hint can be copied into the file."""
    assert hints(TERM + line + "\n") == [hint]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("yes", "write true"),
        ("是", "write true"),
        ("No", "write false"),
        ("maybe", "write true or false"),
    ],
)
def test_a_flag_in_words_is_shown_its_value(word: str, hint: str) -> None:
    """Yes and no are understood, and still not accepted."""
    assert hints(f"{TERM}ask: {word}\n") == [hint]


def test_a_long_value_is_cut() -> None:
    """A message fits its line."""
    found = faults(f"{TERM}volatility: {'很' * 41}\n")
    assert str(found[0].message) == f"'{'很' * 40}…' is not accepted for 'volatility'"
    found = faults(f"{TERM}volatility: {'很' * 40}\n")
    assert str(found[0].message) == f"'{'很' * 40}' is not accepted for 'volatility'"


def test_a_file_of_faults_is_not_listed_without_end() -> None:
    """What has so many faults is no entry."""
    assert len(faults(f"{TERM}topics: [{', '.join(['A'] * 1000)}]\n")) == MOST_FAULTS


@pytest.mark.parametrize(
    "digits", ["２４", "٣", "1e3", "0x10", "1_000", "+1", "1.", ".5", "inf", "nan"]
)
def test_a_number_is_written_in_one_way(digits: str) -> None:
    """What Python would also take for a number is refused."""
    table = parse_table(document(f"points:\n  - {{on: 2026-01-01, value: '{digits}'}}\n"))
    assert isinstance(table, tuple)
    assert "ZQ106" in {fault.code for fault in table}


def slots(place: Slot, depth: int = 0) -> list[Slot]:
    """A slot and everything inside it."""
    inner = [*place.fields().values()]
    if get_origin(place.type) in {tuple, dict}:
        inner.append(place.inner(0))
    return [place, *(found for each in inner for found in slots(each, depth + 1))]


@pytest.mark.parametrize("name", TOPS)
def test_every_pattern_has_words(name: str) -> None:
    """A pattern is for machines; an editor reads what to write."""
    patterns = {place.pattern for place in slots(slot(TOPS[name])) if place.pattern}
    assert patterns <= set(FORMS)


@pytest.mark.parametrize("name", TOPS)
def test_the_examples_in_hints_are_accepted(name: str) -> None:
    """What a hint says to write is read without a fault, for each model that can be missing."""
    models = {place.type for place in slots(slot(TOPS[name])) if place.is_model}
    for model in models:
        found = read(f"a: {example(slot(model))}\n".encode(), name="a.yaml")
        assert isinstance(found, Document)
        assert isinstance(model, type)
        assert issubclass(model, BaseModel)
        assert model.model_validate(found.tree["a"])


def test_a_slot_knows_what_narrows_it() -> None:
    """The type without `| None`, the choices, the length and the pattern."""
    place = slot_at(Term, ("sources", 0, "article"))
    assert place.type is str
    assert place.max_length == 60
    assert slot_at(Term, ("volatility",)).choices == ("a", "b", "c")
    assert slot_at(Term, ("nothing", 0, "here")).type is Any
    assert get_args(slot_at(MODELS["limits"], ("versions", 0, "check", "within")).type)
