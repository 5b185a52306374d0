"""The figures of a comparison as data: written by the bench, read by the page and the audit."""

from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

FILE = Path(__file__).with_name("figures.json")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Row(_Frozen):
    """What one tool did and what it cost; medians of its runs."""

    tool: str
    cpu: float
    """Seconds of CPU, children included."""
    wall: float
    """Seconds by the clock."""
    memory: float
    """MiB of all its processes together, at the most."""
    pages: int
    """Pages of entries, indexes and questions."""
    megabytes: float
    """Of all files written, in millions of bytes."""
    html: float
    """Of these, of HTML."""
    text: float
    """Bytes of visible text in the article of a page, on average, without white space."""
    links: float
    """Links in the article of a page, on average."""
    same: int
    """Pages whose text is ours to the letter."""


class Floor(_Frozen):
    """Libyaml reads the entries and the finished bytes are written, with nothing between."""

    cpu: float
    wall: float


class Size(_Frozen):
    """The comparison at one size."""

    entries: int
    on: str
    """The day of the run, YYYY-MM-DD."""
    machine: str
    cores: int
    others: float
    """Share of the machine that other programs took meanwhile: median of all runs, 0 to 1."""
    rounds: int
    versions: dict[str, str]
    rows: tuple[Row, ...]
    unended: tuple[str, ...]
    """Tools that did not end in ten minutes."""
    floor: Floor

    def row(self, tool: str) -> Row | None:
        """What a tool did; None where it did not end or did not run."""
        return next((row for row in self.rows if row.tool == tool), None)


class Figures(_Frozen):
    """All sizes, the smallest first."""

    sizes: tuple[Size, ...] = ()

    def with_size(self, new: Size) -> "Figures":
        """These figures with one size measured anew."""
        kept = {size.entries: size for size in self.sizes} | {new.entries: new}
        return Figures(sizes=tuple(kept[entries] for entries in sorted(kept)))

    def size(self, entries: int) -> Size | None:
        """The comparison at one size, where there is one."""
        return next((size for size in self.sizes if size.entries == entries), None)


class Bar(NamedTuple):
    """How much faster than a rival we want to be, by the clock."""

    entries: int
    rival: str
    ours: str
    """Which of our builds is held against it: the one that makes what the rival makes."""
    times: float


BARS = (
    Bar(1_000, "mkdocs", "ours", 8),
    Bar(1_000, "zensical", "ours", 3),
    Bar(2_500, "mkdocs", "ours", 15),
    Bar(2_500, "zensical", "ours", 8),
    Bar(10_000, "hugo", "ours-unsearched", 1),
)


def times(size: Size, bar: Bar) -> float | None:
    """How many times our wall time the rival took; None where one of the two is not known."""
    rival, ours = size.row(bar.rival), size.row(bar.ours)
    return rival.wall / ours.wall if rival and ours else None


def read() -> Figures:
    """The figures as they were last kept; none where nothing was."""
    return Figures.model_validate_json(FILE.read_bytes()) if FILE.exists() else Figures()


def keep(figures: Figures) -> None:
    """Writes the figures to where `read` finds them."""
    FILE.write_text(figures.model_dump_json(indent=1) + "\n", encoding="utf-8")
