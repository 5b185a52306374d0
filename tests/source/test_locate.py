"""From a pointer to a place in the text."""

import pytest

from zhiquan.source.diagnostic import Pointer, Span, written
from zhiquan.source.locate import locate

TEXT = """\
# remark
title: {zh: 利率, en: "Rate"}
versions:
  - from: 2025-01-01
    rule:
      zh: |-
        每天最多3次。
        不得在22:00以后。
      en: >-
        At most 3 a day, and
        not after 22:00.
  - from: 2026-01-01
topics: [a, b]
empty: []
"""


@pytest.mark.parametrize(
    ("pointer", "on_key", "span"),
    [
        (("title", "zh"), False, Span(2, 13, 2)),
        (("title", "en"), False, Span(2, 21, 6)),
        (("title", "en"), True, Span(2, 17, 2)),
        (("versions", 0, "from"), False, Span(4, 11, 10)),
        (("versions", 0, "from"), True, Span(4, 5, 4)),
        (("versions", 1, "from"), False, Span(12, 11, 10)),
        (("topics", 1), False, Span(13, 13, 1)),
        # A text in a block stands at its sign.
        (("versions", 0, "rule", "zh"), False, Span(6, 11, 2)),
        # A mapping or list stands at its key, or at its own first word where it has none.
        (("versions",), False, Span(3, 1, 8)),
        (("versions", 0, "rule"), False, Span(5, 5, 4)),
        (("versions", 1), False, Span(12, 5, 4)),
        (("empty",), False, Span(14, 1, 5)),
        ((), False, Span(2, 1, 5)),
        # What is missing stands at the last step that exists.
        (("summary",), False, Span(2, 1, 5)),
        (("versions", 1, "rule"), False, Span(12, 5, 4)),
        (("versions", 1, "rule", "zh"), False, Span(12, 5, 4)),
        (("versions", 0, "rule", "fr"), False, Span(5, 5, 4)),
        (("versions", 7), False, Span(3, 1, 8)),
        (("versions", 2), False, Span(3, 1, 8)),
        (("topics", "zh"), False, Span(13, 1, 6)),
        (("title", "zh", "x"), False, Span(2, 9, 2)),
    ],
)
def test_a_pointer_has_a_place(pointer: Pointer, on_key: bool, span: Span) -> None:  # noqa: FBT001
    """Lines and columns count from 1, in characters, quotes included."""
    assert locate(TEXT, pointer, on_key=on_key) == span


@pytest.mark.parametrize(
    ("pointer", "part", "span"),
    [
        (("title", "zh"), "率", Span(2, 14, 1)),
        (("title", "en"), "Rate", Span(2, 22, 4)),
        (("versions", 0, "rule", "zh"), "22:00", Span(8, 12, 5)),
        (("versions", 0, "rule", "en"), "22:00", Span(11, 19, 5)),
        # Only the value is searched, not what stands before or behind it.
        (("versions", 1, "from"), "2025", Span(12, 11, 10)),
        (("versions", 0, "from"), "2026", Span(4, 11, 10)),
        # Where the source breaks the piece over two lines, the value itself is the place.
        (("versions", 0, "rule", "en"), "and not", Span(9, 11, 2)),
        (("versions", 1, "rule"), "2026", Span(12, 5, 4)),
    ],
)
def test_a_part_of_a_value_has_a_place(pointer: Pointer, part: str, span: Span) -> None:
    """The caret can stand under the very word that is wrong."""
    assert locate(TEXT, pointer, part=part) == span


def test_what_cannot_be_read_has_its_first_character() -> None:
    """A place is always given, so that a report never fails."""
    assert locate("", ("a",)) == Span(1, 1, 1)
    assert locate("a: [", ("a",)) == Span(1, 1, 1)


def test_a_list_item_that_is_a_flow_mapping_stands_at_its_brace() -> None:
    """There is no word before the brace."""
    assert locate("a:\n  - {b: c}\n", ("a", 0)) == Span(2, 5, 1)
    assert locate("a:\n  - [b, c]\n", ("a", 0)) == Span(2, 5, 1)
    assert locate("a:\n  - []\n", ("a", 0)) == Span(2, 5, 1)


def test_a_text_may_be_one_line_without_an_end() -> None:
    """The last line of a file need not end."""
    assert locate("a: bcd", ("a",)) == Span(1, 4, 3)
    assert locate("a: bcd", ("a",), part="cd") == Span(1, 5, 2)
    assert locate("a: b\nc: |-", ("c",)) == Span(2, 4, 2)


def test_a_pointer_is_written_as_editors_read_it() -> None:
    """The form of the messages."""
    assert written(("versions", 0, "sources", 12, "article")) == "versions[0].sources[12].article"
    assert written(()) == ""
