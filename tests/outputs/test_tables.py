"""Tables of what editors are told, in a terminal and in Markdown."""

from zhiquan.outputs.tables import Cell, Table, in_markdown, in_text
from zhiquan.source.message import message


def table(*rows: tuple[Cell, ...], left_out: int = 0) -> Table:
    """A table of kinds and their entries."""
    head = (message("kind"), message("entries"))
    return Table(title=message("Reviews that are due"), head=head, rows=rows, left_out=left_out)


def test_columns_line_up_by_the_width_of_the_characters() -> None:
    """A Chinese character takes two columns of a terminal; numbers stand at the right."""
    assert in_text([table((message("laws"), 7), ("abc", 120))], "zh") == (
        "到期要复核的条目\n──────────\n类别  条目\n法规     7\nabc    120\n"
    )


def test_nothing_in_a_cell_breaks_a_row() -> None:
    """A line feed, a bar or a tag in an editor's words stays in its cell."""
    drawn = in_markdown([table(("a|b\n<c>", 1))], "en")
    assert drawn.splitlines()[-1] == "| a\\|b &lt;c> | 1 |"
    assert "a|b <c>" in in_text([table(("a|b\n<c>", 1))], "en")


def test_rows_that_are_left_out_are_counted() -> None:
    """A cut list says so in every form."""
    for draw in (in_text, in_markdown):
        assert "… and 9 more" in draw([table(("a", 1), left_out=9)], "en")
