"""The chart of the comparison: for each size and tool, milliseconds of the clock for one page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from tests.bench.peers.figures import Figures, Row, Size
from zhiquan.pages.pictures.drawing import WIDTH, mark, text

LEFT, TOP, BAR, STEP, GAP = 0, 46, 14, 38, 24
ROOM = 52
"""Units kept free to the right of the longest bar, for its number."""


@dataclass(frozen=True)
class Words:
    """What a chart says, in one language; `{}` is filled."""

    title: str
    caption: str
    size: str
    bar: str
    group: str
    """A size and its bars, which `between` keeps apart."""
    between: str
    names: Mapping[str, str]


def chart(figures: Figures, words: Words) -> str:
    """The chart as an inline figure: it takes the colours of the page, light or dark."""
    longest = max((a_page(row) for size in figures.sizes for row in size.rows), default=1.0)
    drawn, y = [text(LEFT, 14, words.title, "zq-quiet")], float(TOP)
    for size in figures.sizes:
        marks, y = _group(size, words, y, longest)
        drawn.append(marks)
    told = mark("title", escape(words.title, quote=False), id="speed-title")
    told += mark("desc", escape(" ".join(_told(figures, words)), quote=False), id="speed-desc")
    picture = mark(
        "svg",
        told + "".join(drawn),
        viewBox=f"0 0 {WIDTH} {round(y - GAP)}",
        role="img",
        aria_labelledby="speed-title speed-desc",
        xmlns="http://www.w3.org/2000/svg",
    )
    caption = f"<figcaption><p>{escape(words.caption, quote=False)}</p></figcaption>"
    return f'<figure class="zq-picture">{picture}{caption}</figure>'


def a_page(row: Row) -> float:
    """Milliseconds by the clock for one page."""
    return row.wall / row.pages * 1000


def _group(size: Size, words: Words, y: float, longest: float) -> tuple[str, float]:
    """The bars of one size, and where the next group begins."""
    drawn = [text(LEFT, y, words.size.format(f"{size.entries:,}"), "zq-title")]
    y += 22
    for row in size.rows:
        drawn.append(_bar(row, words, y, longest))
        y += STEP
    return "".join(drawn), y + GAP


def _bar(row: Row, words: Words, y: float, longest: float) -> str:
    width = max(1.0, a_page(row) / longest * (WIDTH - ROOM))
    tone, face = ("act", "solid") if row.tool.startswith("ours") else ("soft", "area")
    shape = mark("rect", x=LEFT, y=y + 5, width=width, height=BAR, class_=f"zq-{face}")
    number = text(LEFT + width + 6, y + 5 + BAR - 3, f"{a_page(row):.2f}", "zq-strong")
    return (
        text(LEFT, y, words.names[row.tool]) + mark("g", shape, class_=f"zq-tone-{tone}") + number
    )


def _told(figures: Figures, words: Words) -> Iterator[str]:
    """The chart in words."""
    for size in figures.sizes:
        bars = (words.bar.format(words.names[row.tool], f"{a_page(row):.2f}") for row in size.rows)
        yield words.group.format(words.size.format(f"{size.entries:,}"), words.between.join(bars))
