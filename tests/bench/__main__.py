"""`make bench`: check and build synthetic knowledge bases, and print what it cost."""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.measuring import Cost, run, tree_size
from tests.bench.rivals import write_plain_mkdocs
from tests.bench.saving import seconds_until_visible

SIZES = (100, 1_000, 10_000)
MIDDLE, LARGE = SIZES[1:]
ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
DAY = ("--today", "2026-11-23")
HEAD = "entries  check CPU  build CPU     wall   peak MiB    pages   MB out  ms CPU/page"


@dataclass(frozen=True)
class Row:
    """What one size cost."""

    size: int
    check: Cost
    build: Cost
    pages: int
    megabytes: float

    @property
    def per_page(self) -> float:
        """Milliseconds of CPU for each page, start-up, checks, open data and all counted."""
        return self.build.cpu / self.pages * 1000

    def __str__(self) -> str:
        return (
            f"{self.size:>7,} {self.check.cpu:>9.2f}s {self.build.cpu:>9.2f}s"
            f" {self.build.wall:>7.1f}s {self.build.memory:>10.0f} {self.pages:>8,}"
            f" {self.megabytes:>8.1f} {self.per_page:>12.2f}"
        )


def main() -> None:
    """Prints one row per size, then each target beside its figure."""
    sizes = tuple(int(size) for size in sys.argv[1:]) or SIZES
    print(HEAD)
    rows = {}
    for size in sizes:
        rows[size] = measure(size)
        print(rows[size], flush=True)
    print()
    if LARGE in rows:
        _judge_large(rows[LARGE])
    if {MIDDLE, LARGE} <= rows.keys():
        growth = rows[LARGE].per_page / rows[MIDDLE].per_page
        _say(f"a page at {LARGE:,} costs", growth, f"times one at {MIDDLE:,}", at_most=1.2)
    if MIDDLE in rows:
        _compare(rows[MIDDLE].build)


def measure(size: int) -> Row:
    """Checks and builds a knowledge base of one size."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        Corpus(size).write(project, like=ROOT)
        check = run([str(BIN / "zhiquan"), "check", *DAY], cwd=project)
        build = run([str(BIN / "zhiquan"), "build", "--no-downloads", *DAY], cwd=project)
        pages, size_out = tree_size(project / "site")
    return Row(size, check, build, pages, size_out / 1e6)


def _judge_large(row: Row) -> None:
    _say(f"checking {LARGE:,} entries takes", row.check.cpu, "s of CPU", at_most=10)
    _say(f"building {LARGE:,} entries takes", row.build.cpu, "s of CPU", at_most=30)
    _say(f"building {LARGE:,} entries takes", row.build.memory / 1024, "GiB", at_most=1.2)


def _compare(ours: Cost) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write_plain_mkdocs(Corpus(MIDDLE), project)
        plain = run([str(BIN / "mkdocs"), "build", "--quiet"], cwd=project)
    print(f"plain MkDocs + Material, the same {MIDDLE:,} entries as Markdown: "
          f"{plain.cpu:.1f} s of CPU, {plain.wall:.1f} s wall")  # fmt: skip
    _say("that is", plain.cpu / ours.cpu, "times our CPU", at_least=8)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        Corpus(MIDDLE).write(project, like=ROOT)
        seconds = seconds_until_visible(str(BIN / "zhiquan"), project)
    _say(f"a saved entry of {MIDDLE:,} shows after", seconds, "s", at_most=1)


def _say(
    what: str, figure: float, unit: str, *, at_most: float | None = None, at_least: float = 0
) -> None:
    target = f"at most {at_most:g}" if at_most else f"at least {at_least:g}"
    is_met = figure >= at_least and (at_most is None or figure <= at_most)
    print(f"{what} {figure:.2f} {unit} ({target}: {'met' if is_met else 'MISSED'})", flush=True)


if __name__ == "__main__":
    main()
