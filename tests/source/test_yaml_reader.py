"""Reading bytes strictly: what comes out, and that nothing a person types breaks the reader."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from zhiquan.source.characters import refused
from zhiquan.source.diagnostic import Diagnostic, Span
from zhiquan.source.yaml_faults import MOST_FAULTS, examine
from zhiquan.source.yaml_reader import Document, read

ROOT = Path(__file__).parents[2]
ENTRIES = sorted((ROOT / "tests/cases/knowledge").rglob("*.yaml"))


def tree(text: str) -> object:
    """The tree of a text that is clean."""
    found = read(text.encode(), name="a.yaml")
    assert isinstance(found, Document), found
    return found.tree


def plain(text: str) -> object:
    """What libyaml alone makes of a text, every scalar as text."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (makes nothing but text)


def faults(text: str | bytes) -> list[Diagnostic]:
    """The faults of a text that is not clean."""
    data = text.encode() if isinstance(text, str) else text
    found = read(data, name="a.yaml")
    assert isinstance(found, tuple)
    return list(found)


def codes(text: str | bytes) -> list[str]:
    """The codes of the faults, in the order found."""
    return [fault.code for fault in faults(text)]


@pytest.mark.parametrize(
    "written", ["no", "12:30", "2026-01-31", "0x1F", "1e3", "010", "true", "1_000", ".5", "=", "<<"]
)
def test_scalars_stay_text(written: str) -> None:
    """What YAML would guess to be a flag, a time or a number is what it looks like."""
    assert tree(f"a: {written}\nb: [{written}]\n") == {"a": written, "b": [written]}


def test_lines_may_end_as_on_windows() -> None:
    """CRLF is read as a line feed, in texts too, so that positions are the same everywhere."""
    found = read(b"a: |\r\n  one\r\n  two\r\nb: c\r\n", name="a.yaml")
    assert isinstance(found, Document)
    assert found.tree == {"a": "one\ntwo\n", "b": "c"}
    assert "\r" not in found.text


def test_a_document_knows_its_name_and_text() -> None:
    """Checks need both to say where a fault is."""
    found = read("a: 利率\n".encode(), name="docs/a.yaml")
    assert found == Document("docs/a.yaml", "a: 利率\n", {"a": "利率"})


@pytest.mark.parametrize(
    "text",
    [
        "a: it is *very* clear\n",
        "a: Q &A, R&D & more\n",
        "a: Stop! !\n",
        "a: 'null'\nb: \"~\"\n",
        "a: 24 % of it\n",
        "a: |\n  %YAML 1.2\n  *bold*\n",
        "a: {b: [], c: {}}\n",
        "---\na: b\n...\n",
        "# only a remark\na: b # and another\n",
        "a:\n- b\n- - c\n  - d\n",
    ],
)
def test_what_looks_special_and_is_not_is_read(text: str) -> None:
    """The second look decides; it does not refuse what is only unusual."""
    assert tree(text) == plain(text)


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
def test_both_looks_give_the_same_tree(path: Path) -> None:
    """The fast reading and the thorough one agree on a clean file, and with plain libyaml."""
    text = path.read_text("utf-8")
    assert examine(text, name="a.yaml") == (tree(text), ())
    assert tree(text) == plain(text)


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("a: b\na: c\n", "ZQ002", Span(2, 1, 1)),
        ("a: {利: 1, 率: 2, 利: 3}\n", "ZQ002", Span(1, 17, 1)),
        ("利: &x b\n", "ZQ003", Span(1, 4, 2)),
        ("a:\n  - *b\n", "ZQ003", Span(2, 5, 2)),
        ("a: [b, &xy c]\n", "ZQ003", Span(1, 8, 3)),
        ("&a b: c\n", "ZQ003", Span(1, 1, 2)),
        ("a: !t b\n", "ZQ004", Span(1, 4, 2)),
        ("a: [!<x> b]\n", "ZQ004", Span(1, 5, 4)),
        ("# c\n%TAG ! x:\n---\na: b\n", "ZQ004", Span(2, 1, 1)),
        ("利率: b\tc\n", "ZQ005", Span(1, 6, 1)),
        (b"a: \xff", "ZQ006", Span(1, 4, 1)),
        ("a: b\nc: 利率".encode() + b"\xe5", "ZQ006", Span(2, 6, 1)),
        ("a: b\r\nc: 利率".encode() + b"\xe5", "ZQ006", Span(2, 6, 1)),
        ("\ufeffa: b\n", "ZQ007", Span(1, 1, 1)),
        ("a: b\ufeff\n", "ZQ008", Span(1, 5, 1)),
        ("a: b\nc: d\x85\n", "ZQ008", Span(2, 5, 1)),
        ("a: b\u2028\n", "ZQ008", Span(1, 5, 1)),
        ("a: b\rc\n", "ZQ008", Span(1, 5, 1)),
        ("a: \x7fb\n", "ZQ008", Span(1, 4, 1)),
        ("a: b\u200fc\n", "ZQ009", Span(1, 5, 1)),
        ("a: b\u2066c\n", "ZQ009", Span(1, 5, 1)),
        (b"a: b\n" + b" " * 256 * 1024, "ZQ010", Span(1, 1, 1)),
        ("a: b\n---\nc: d\n", "ZQ012", Span(2, 1, 3)),
        ("", "ZQ013", Span(1, 1, 1)),
        ("# nothing\n", "ZQ013", Span(1, 1, 1)),
        ("---\n~\n", "ZQ013", Span(1, 1, 1)),
        ("\n  - b\n", "ZQ013", Span(2, 3, 1)),
        ("a:\nb: c\n", "ZQ014", Span(1, 1, 1)),
        ("a: ''\nb: c\n", "ZQ014", Span(1, 1, 1)),
        ("a: '  '\nb: c\n", "ZQ014", Span(1, 1, 1)),
        ("a: null\nb: c\n", "ZQ014", Span(1, 1, 1)),
        ("a:\n  -\n  - b\n", "ZQ014", Span(2, 3, 1)),
        ("a: [b, ~]\n", "ZQ014", Span(1, 8, 1)),
        ("a: {b, c: d}\n", "ZQ014", Span(1, 5, 1)),
        ("? [a]\n: b\n", "ZQ015", Span(1, 3, 1)),
        # A bracket that is not closed stands where it is opened, unless that is on the same line.
        ('a: {b: "x" y}\n', "ZQ001", Span(1, 12, 2)),
        ("a: [b,\n  c\nd: e\n", "ZQ001", Span(1, 4, 3)),
        ('"": b\n', "ZQ015", Span(1, 1, 2)),
    ],
)
def test_a_fault_has_a_code_and_a_place(text: str | bytes, code: str, span: Span) -> None:
    """Line and column count characters from 1, whatever their width."""
    assert [(fault.code, fault.span) for fault in faults(text)] == [(code, span)]


def test_thirty_two_levels_are_read_and_one_more_is_not() -> None:
    """The bound is exact, for brackets as for indentation."""
    nested = ["a", *("- " * depth + "b" for depth in (31, 32))]
    assert tree(f"{nested[0]}:\n  {nested[1]}\n")
    assert codes(f"{nested[0]}:\n  {nested[2]}\n") == ["ZQ011"]
    assert tree("a: " + "[" * 31 + "b" + "]" * 31)
    assert codes("a: " + "[" * 32 + "b" + "]" * 32) == ["ZQ011"]


@pytest.mark.parametrize("piece", ["- ", "? ", "[", "{a: ", "- ? ", "a:\n- "])
def test_bottomless_nesting_is_refused(piece: str) -> None:
    """The composer of libyaml would overflow the stack and end the process."""
    assert codes((piece * 130_000)[: 250 * 1024])


def test_a_file_of_many_brackets_is_read() -> None:
    """Many lists side by side are not deep."""
    text = "".join(f"a{number}: [b]\n" for number in range(1000))
    assert tree(text) == {f"a{number}": ["b"] for number in range(1000)}


def test_a_file_of_the_greatest_size_is_read() -> None:
    """256 KiB is the last size that is read."""
    assert tree("a: b\n" + "#" * (256 * 1024 - 5)) == {"a": "b"}


def test_the_same_character_is_reported_once_with_its_lines() -> None:
    """A file indented by tabs has one fault of that kind, not a hundred."""
    found = faults("a: b\tc\n" * 8)
    assert [str(fault.message) for fault in found] == ["a tab, also on lines 2, 3, 4, 5 and 3 more"]


def test_a_character_on_one_other_line_is_said_in_the_singular() -> None:
    """The words fit the number, and five lines are the first that are not all named."""
    assert [str(fault.message) for fault in faults("a: b\tc\n" * 2)] == ["a tab, also on line 2"]
    found = faults("a: b\tc\n" * 5)
    assert [str(fault.message) for fault in found] == ["a tab, also on lines 2, 3, 4, 5"]


def test_lines_indented_by_tabs_are_not_looked_at_further() -> None:
    """How they nest cannot be told; a tab inside a text hides nothing."""
    assert codes("a:\n\tb: c\nf: g\nf: h\n") == ["ZQ005"]
    assert codes("a:\n  -\tb: c\n    d: e\nf: g\nf: h\n") == ["ZQ005"]
    assert codes("a: b\tc\nf: g\nf: h\n") == ["ZQ005", "ZQ002"]


def test_a_clean_file_is_read_fast() -> None:
    """Faster than PyYAML's plainest loader, which also runs on libyaml: there is no second look."""
    text = (ROOT / "tests/cases/knowledge/docs/entries/limits/contact-hours.yaml").read_text()
    data = text.encode()

    def seconds(work: Callable[[], object]) -> float:
        start = time.process_time()
        for _ in range(20):
            work()
        return time.process_time() - start

    ours = min(seconds(lambda: read(data, name="a.yaml")) for _ in range(5))
    assert ours < 0.9 * min(seconds(lambda: plain(text)) for _ in range(5))


def test_a_refused_character_does_not_hide_faults_on_other_lines() -> None:
    """Faults of the same line wait: they are most often the character's own."""
    assert codes("a: \u200b\nb:\nc: d\n") == ["ZQ008", "ZQ014"]
    assert codes("\ufeffa: b\nb:\nc: d\n") == ["ZQ007", "ZQ014"]


def test_a_syntax_error_does_not_hide_faults_of_other_blocks() -> None:
    """Each block of the first level that cannot be read is left out, and the rest is read again."""
    text = "a: b: c\nd: [e\nf: g\nf: h\ni: @j\nk:\n"
    assert sorted(codes(text)) == ["ZQ001", "ZQ001", "ZQ001", "ZQ002", "ZQ014"]


@pytest.mark.parametrize("before", [0, 1, 2, 3])
@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_exactly_the_block_with_the_error_is_left_out(before: int, after: int) -> None:
    """Its neighbours, right before and right behind, are looked at."""
    block = "b:\n" + "  x: y\n" * before + "  d: e: f\n" + "  z: y\n" * after
    found = [(fault.code, fault.span and fault.span.line) for fault in faults(f"a:\n{block}c:\n")]
    assert {("ZQ014", 1), ("ZQ001", 3 + before), ("ZQ014", 4 + before + after)} <= set(found)


def test_what_is_left_of_a_broken_file_is_not_called_empty() -> None:
    """A file is called empty or one text only if that is all that is wrong with it."""
    assert codes("a: b: c\n") == ["ZQ001"]
    assert codes("a:b\nc: d\n") == ["ZQ001"]


def test_an_anchor_behind_a_tag_stands_where_it_is_written() -> None:
    """On the next line, if need be."""
    found = faults("a: !t\n  &x b\nc: !t &xy d\n")
    assert sorted(((fault.code, fault.span) for fault in found), key=str) == [
        ("ZQ003", Span(2, 3, 2)),
        ("ZQ003", Span(3, 7, 3)),
        ("ZQ004", Span(1, 4, 2)),
        ("ZQ004", Span(3, 4, 2)),
    ]


def test_faults_without_end_are_not_listed() -> None:
    """What has so many faults is no entry."""
    assert len(faults("a: [" + "~," * 1000 + "b]\n")) == MOST_FAULTS


def test_an_unquoted_name_of_emptiness_is_nothing() -> None:
    """`null` and `~` stand for nothing only where they are not quoted."""
    assert tree("a: 'null'\n") == {"a": "null"}
    assert codes("a: null\n") == ["ZQ014"]


def test_no_text_breaks_the_reader() -> None:
    """Whatever is typed gives a document or located faults, and both looks agree (seeded)."""
    chance = random.Random(20261123)  # noqa: S311 (a test needs the same texts each time)
    clean = (ROOT / "tests/cases/knowledge/docs/entries/limits/contact-hours.yaml").read_text()
    for _ in range(600):
        at = chance.randrange(len(clean))
        cut = chance.randrange(4)
        typed = "".join(chance.choices(list("&*!%@`'\"{}[],:#|>-? \n\t~利：\u200b"), k=3))
        text = clean[:at] + typed + clean[at + cut :]
        found = read(text.encode(), name="a.yaml")
        if isinstance(found, Document):
            assert found.tree == plain(text)
            assert not examine(text, name="a.yaml")[1]
        else:
            assert found
            assert all(is_inside(fault.span, text) for fault in found)


def is_inside(span: Span | None, text: str) -> bool:
    """True for a place that can be shown."""
    lines = text.split("\n")
    assert span
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1


def test_the_quick_look_for_refused_characters_misses_none() -> None:
    """Beside a rare character, which needs the long look, each is judged as it is alone."""
    for code in range(0x10000):
        alone, beside = chr(code), f"{chr(code)}\u0ca0"
        assert refused(alone, name="a.yaml") == refused(beside, name="a.yaml"), hex(code)
