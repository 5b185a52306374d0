"""What an editor, a workflow and a program get to read."""

import json
from functools import partial

import pytest

from zhiquan.source.diagnostic import Diagnostic, Span
from zhiquan.source.excerpt import cells
from zhiquan.source.message import Message, message
from zhiquan.source.report import render as render_in

render = partial(render_in, lang="en")

X = message("unknown field '{name}'", name="x")
TEXT = "title: {zh: 上门催收, en: Home visits}\nversions:\n  - from: 2025-01-01\n"


def texts(path: str) -> str:
    """The file `a.yaml`; no other can be read."""
    if path != "a.yaml":
        raise FileNotFoundError(path)
    return TEXT


def words(text: str) -> Message:
    """A message that says just this."""
    return message("{text}", text=text)


def fault(span: Span | None = None, **more: object) -> Diagnostic:
    """A diagnostic with a message that does not matter."""
    fields: dict[str, object] = {"code": "ZQ102", "message": X, "path": "a.yaml"}
    return Diagnostic(span=span, **(fields | more))  # type: ignore[arg-type]


def caret_lines(line: str, span: Span, hint: str | None = None) -> list[str]:
    """The report's lines of source, caret and hint for a file of one line."""
    said = words(hint) if hint else None
    report = render([fault(span, hint=said)], texts=lambda _: line)
    return [shown[8:] for shown in report.split("\n")[1:-3]]


def test_the_house_form() -> None:
    """Place, weight, code and message; source line; carets with the hint; help; sum."""
    found = fault(pointer=("versions", 0, "from"), on_key=True, hint=words("did you mean 'form'?"))
    assert render([found], texts=texts) == (
        "a.yaml:3:5: error[ZQ102]: unknown field 'x'\n"
        "    3 |   - from: 2025-01-01\n"
        "      |     ^^^^ did you mean 'form'?\n"
        "   help: zhiquan explain ZQ102\n"
        "1 error in 1 file\n"
    )


@pytest.mark.parametrize(
    "line", ["abc 上门催收 def", "上门：abc", "🚪🚪 abc", "e\u0301e\u0301 abc", "a\tabc"]
)
def test_carets_stand_under_their_characters(line: str) -> None:
    """A Chinese character is two columns wide, an accent none; both lines agree everywhere."""
    for column, character in enumerate(line, 1):
        source, carets = caret_lines(line, Span(1, column, 1))
        before = source[: column - 1]
        assert carets == " " * cells(before) + "^" * max(cells(character.replace("\t", "→")), 1)


def test_carets_cover_wide_characters_whole() -> None:
    """Four Chinese characters have eight carets."""
    assert caret_lines("zh: 上门催收", Span(1, 5, 4))[1] == "    ^^^^^^^^"


def test_carets_end_with_the_line() -> None:
    """A length beyond the line does not draw beyond it."""
    assert caret_lines("zh: 上门", Span(1, 5, 99))[1] == "    ^^^^"
    assert caret_lines("zh: 上门", Span(1, 7, 1))[1] == "        ^"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("上门", 4),
        ("：", 2),
        ("e\u0301", 1),
        ("🚪", 2),
        ("…", 1),
        ("a\u200bb", 2),
        ("", 0),
    ],
)
def test_columns_of_a_terminal(text: str, columns: int) -> None:
    """Wide characters take two, marks that join the one before none."""
    assert cells(text) == columns


def test_the_house_form_in_chinese() -> None:
    """The head of the line keeps the word that programs look for; the rest is Chinese."""
    found = [fault(Span(1, 1, 1)), fault(Span(2, 1, 1), path="gone", severity="warning", hint=X)]
    said = render_in(found, texts=texts, lang="zh").split("\n")
    assert said[0] == "a.yaml:1:1: error[ZQ102]: unknown field 'x'"
    assert said[3] == "   说明：zhiquan explain ZQ102"
    assert said[4].startswith("gone:2:1: warning[ZQ102]: ")
    assert said[5] == "   建议：unknown field 'x'"
    assert said[-2] == "2 个文件中共有 1 个错误、1 个警告"


@pytest.mark.parametrize("filler", ["a", "门"])
@pytest.mark.parametrize("before", [0, 10, 45, 100, 3000])
@pytest.mark.parametrize("after", [0, 10, 3000])
def test_long_lines_are_cut_around_the_carets(filler: str, before: int, after: int) -> None:
    """At most 102 columns are shown, and the carets are still under their word."""
    line = filler * before + "错WRONG" + filler * after
    source, carets = caret_lines(line, Span(1, before + 1, 6))
    assert cells(source) <= 102
    start = source.index("错")
    assert carets == " " * cells(source[:start]) + "^" * 7
    left, right = source.startswith("…"), source.endswith("…")
    assert source.strip("…") in line
    assert left == (len(source.strip("…").partition("错")[0]) < before)
    assert right == (len(source.strip("…").partition("G")[2]) < after)


def test_a_line_that_just_fits_is_not_cut() -> None:
    """A hundred columns are shown whole; with one more, the line ends in dots."""
    assert caret_lines("x" * 100, Span(1, 1, 1))[0] == "x" * 100
    assert caret_lines("x" * 101, Span(1, 1, 1))[0] == "x" * 100 + "…"
    assert caret_lines("x" * 101, Span(1, 101, 1))[0] == "…" + "x" * 41
    assert caret_lines("门" * 50, Span(1, 1, 1))[0] == "门" * 50


def test_a_hint_stands_beside_the_carets_where_it_fits() -> None:
    """Ninety-eight columns of hint fit beside one caret; a longer one stands below."""
    assert caret_lines("x", Span(1, 1, 1), "h" * 98)[1] == "^ " + "h" * 98
    assert caret_lines("x", Span(1, 1, 1), "h" * 99)[1:] == ["^", "h" * 99]


def test_a_cut_line_keeps_what_stands_before_the_carets() -> None:
    """Forty columns of context, then the fault."""
    source, _ = caret_lines("x" * 200 + "!" + "y" * 200, Span(1, 201, 1))
    assert source == "…" + "x" * 40 + "!" + "y" * 59 + "…"


def test_what_cannot_be_seen_is_shown() -> None:
    """No character of a file can turn the report around, colour it or move the carets."""
    source, carets = caret_lines("a: \u202e\x1b[31m\u200b\x00\x85b\tc", Span(1, 13, 1))
    assert source == "a: �[31m���b→c".replace("�[", "��[")
    assert carets == " " * 12 + "^"


def test_a_long_hint_is_wrapped_and_bounded() -> None:
    """The report of one fault has at most eight lines."""
    named = ", ".join(f"third-person-{number}" for number in range(100))
    report = render([fault(Span(1, 1, 1), hint=words(named))], texts=texts)
    lines = report.split("\n")[:-2]
    assert len(lines) == 8
    assert lines[6].endswith(" …")
    assert max(map(len, lines)) <= 108
    assert not any(line.endswith("-") for line in lines)


def test_a_chinese_hint_is_wrapped_by_columns() -> None:
    """It has no blanks to break at; a line has at most 100 columns and begins with no comma."""
    report = render([fault(Span(1, 1, 1), hint=words("把这段话写短，" * 40))], texts=texts)
    lines = [line[8:] for line in report.split("\n")[3:7]]
    assert max(map(cells, lines)) in {99, 100}
    assert not any(line.startswith("，") for line in lines)
    assert lines[3].endswith(" …")


def test_a_chinese_hint_that_fits_in_lines_is_whole() -> None:
    """Wrapping loses no character, nor tears a Latin word apart."""
    hint = "请写成 kind/id，例如 limits/contact-hours；" * 6
    report = render([fault(Span(1, 1, 1), hint=words(hint))], texts=texts)
    lines = [line[8:] for line in report.split("\n")[3:-3]]
    assert "".join(lines).replace(" ", "") == hint.replace(" ", "")
    assert "contact-hours" in "".join(line for line in lines if "contact" in line)
    assert all(line.count("contact-") == line.count("contact-hours") for line in lines)


def test_a_message_stays_on_one_line() -> None:
    """A value with line feeds in it cannot break the form."""
    report = render([fault(Span(1, 1, 1), message=words("a\n  b"))], texts=texts)
    assert report.startswith("a.yaml:1:1: error[ZQ102]: a b\n")


def test_faults_are_sorted_by_place_and_said_once() -> None:
    """File, line, column, code; a fault found twice is one fault."""
    places = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 2), ("a", 1, 2), ("a", 10, 1)]
    found = [fault(Span(line, column, 1), path=path) for path, line, column in places]
    report = render(found, texts=texts)
    heads = [line.split(": ")[0] for line in report.split("\n") if "error[" in line]
    assert heads == ["a:1:2", "a:1:9", "a:2:1", "a:10:1", "b:1:1"]


@pytest.mark.parametrize(
    ("weights", "total"),
    [
        (["error"], "1 error in 1 file"),
        (["warning"], "1 warning in 1 file"),
        (["error", "error", "warning"], "2 errors, 1 warning in 3 files"),
    ],
)
def test_the_sum_counts_by_weight(weights: list[str], total: str) -> None:
    """The last line tells how much is left to do."""
    found = [fault(path=f"{number}", severity=weight) for number, weight in enumerate(weights)]
    assert render(found, texts=texts).split("\n")[-2] == total


def test_nothing_to_say_is_nothing() -> None:
    """Silence means all is well; a program still gets its form."""
    assert render([], texts=texts) == ""
    assert render([], texts=texts, form="github") == ""
    assert json.loads(render([], texts=texts, form="json")) == {
        "diagnostics": [],
        "errors": 0,
        "warnings": 0,
    }


def test_a_file_that_cannot_be_read_has_no_source_line() -> None:
    """A folder in the wrong place, a file that is gone: the fault is still reported."""
    report = render([fault(Span(1, 1, 1), path="gone", hint=words("delete it"))], texts=texts)
    assert report.split("\n")[:3] == [
        "gone:1:1: error[ZQ102]: unknown field 'x'",
        "   hint: delete it",
        "   help: zhiquan explain ZQ102",
    ]


def test_colour_marks_weight_and_place() -> None:
    """Red for errors, yellow for warnings, bold for the place; the words stay the same."""
    error = render([fault(Span(1, 1, 1))], texts=texts, colour=True)
    warning = render([fault(Span(1, 1, 1), severity="warning")], texts=texts, colour=True)
    assert "\x1b[1ma.yaml:1:1:\x1b[0m \x1b[31merror[ZQ102]\x1b[0m: unknown" in error
    assert "\x1b[33mwarning[ZQ102]\x1b[0m" in warning


def test_github_gets_annotations() -> None:
    """One per fault, with the characters escaped that would end a property or a line."""
    found = fault(
        Span(1, 13, 4), message=words("100%: a, b"), hint=words("so\nor so"), path="a,b:c.yaml"
    )
    assert render(
        [found, fault(Span(1, 1, 1), severity="warning")], texts=texts, form="github"
    ) == (
        "::error file=a%2Cb%3Ac.yaml,line=1,col=13,endColumn=17,title=ZQ102::"
        "100%25: a, b: so or so\n"
        "::warning file=a.yaml,line=1,col=1,endColumn=2,title=ZQ102::unknown field 'x'\n"
        "1 error, 1 warning in 2 files\n"
    )


def test_a_program_gets_every_field() -> None:
    """JSON holds the place, the pointer, the words and the sums; Chinese is not escaped."""
    found = fault(
        pointer=("title", "zh"), message=words("上门"), severity="warning", hint=words("b")
    )
    more = [fault(Span(number, 1, 1), path="b.yaml") for number in (1, 2)]
    report = render([found, *more], texts=texts, form="json")
    assert "上门" in report
    data = json.loads(report)
    assert (data["errors"], data["warnings"], len(data["diagnostics"])) == (2, 1, 3)
    assert data["diagnostics"][0] == {
        "path": "a.yaml",
        "line": 1,
        "column": 13,
        "length": 4,
        "pointer": "title.zh",
        "severity": "warning",
        "code": "ZQ102",
        "message": "上门",
        "hint": "b",
    }


def test_places_are_right_in_files_with_windows_line_ends() -> None:
    """The carriage return is neither counted nor shown."""
    found = fault(pointer=("b",))
    report = render([found], texts=lambda _: "a: c\r\nb: 利\r\n")
    assert report.split("\n")[:3] == [
        "a.yaml:2:4: error[ZQ102]: unknown field 'x'",
        "    2 | b: 利",
        "      |    ^^",
    ]
