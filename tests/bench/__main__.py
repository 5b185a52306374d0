"""`make bench`: check and build synthetic knowledge bases, and print what it cost."""

import subprocess
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
TO_SHOW = {MIDDLE: 1.0, LARGE: 2.0}
"""By number of entries: seconds that a saved one may take to show in the preview."""
HEAD = "entries  check CPU  build CPU  its index     wall   peak MiB    pages   MB out  ms CPU/page"


@dataclass(frozen=True)
class Row:
    """What one size cost."""

    size: int
    check: Cost
    build: Cost
    index: float
    """Seconds of CPU of the build that the search index took."""
    pages: int
    megabytes: float

    @property
    def per_page(self) -> float:
        """Milliseconds of CPU for each page, start-up, checks and all counted but the index."""
        return self.without_index / self.pages * 1000

    @property
    def without_index(self) -> float:
        """Seconds of CPU of the build but for the search index."""
        return self.build.cpu - self.index

    def __str__(self) -> str:
        return (
            f"{self.size:>7,} {self.check.cpu:>9.2f}s {self.build.cpu:>9.2f}s"
            f" {self.index:>9.2f}s {self.build.wall:>7.1f}s {self.build.memory:>10.0f}"
            f" {self.pages:>8,} {self.megabytes:>8.1f} {self.per_page:>12.2f}"
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
    for size in sorted(TO_SHOW.keys() & rows.keys()):
        what = f"a saved entry of {size:,} shows after"
        _say(what, seconds_to_show(size), "s", at_most=TO_SHOW[size])


def measure(size: int) -> Row:
    """Checks and builds a knowledge base of one size."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        Corpus(size).write(project, like=ROOT)
        check = run([str(BIN / "zhiquan"), "check", *DAY], cwd=project)
        build = run([str(BIN / "zhiquan"), "build", "--no-downloads", *DAY], cwd=project)
        indexing = [sys.executable, "-m", "tests.bench.indexing", folder]
        index = subprocess.run(indexing, cwd=ROOT, capture_output=True, text=True, check=True)
        pages, size_out = tree_size(project / "site")
    return Row(size, check, build, float(index.stdout), pages, size_out / 1e6)


def _judge_large(row: Row) -> None:
    _say(f"checking {LARGE:,} entries takes", row.check.cpu, "s of CPU", at_most=10)
    built = f"building {LARGE:,} entries without the search index takes"
    _say(built, row.without_index, "s of CPU", at_most=30)
    _say(f"building {LARGE:,} entries takes", row.build.memory / 1024, "GiB", at_most=1.2)


def _compare(ours: Cost) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write_plain_mkdocs(Corpus(MIDDLE), project)
        plain = run([str(BIN / "mkdocs"), "build", "--quiet"], cwd=project)
    print(f"plain MkDocs + Material, the same {MIDDLE:,} entries as Markdown: "
          f"{plain.cpu:.1f} s of CPU, {plain.wall:.1f} s wall")  # fmt: skip
    _say("that is", plain.cpu / ours.cpu, "times our CPU", at_least=8)


def seconds_to_show(size: int) -> float:
    """Seconds by the clock from a save, at a number of entries, until the preview shows it."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        Corpus(size).write(project, like=ROOT)
        return seconds_until_visible(str(BIN / "zhiquan"), project)


def _say(
    what: str, figure: float, unit: str, *, at_most: float | None = None, at_least: float = 0
) -> None:
    target = f"at most {at_most:g}" if at_most else f"at least {at_least:g}"
    is_met = figure >= at_least and (at_most is None or figure <= at_most)
    print(f"{what} {figure:.2f} {unit} ({target}: {'met' if is_met else 'MISSED'})", flush=True)


if __name__ == "__main__":
    main()
