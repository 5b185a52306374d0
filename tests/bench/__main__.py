"""`make bench`: check and build synthetic knowledge bases, and print what it cost."""

import sys
import tempfile
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.measuring import Cost, run, tree_size
from tests.bench.rivals import write_plain_mkdocs
from tests.bench.saving import seconds_until_visible

SIZES = (100, 1_000, 10_000)
ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
DAY = ("--today", "2026-11-23")


def main() -> None:
    """Prints one row per size, then the comparison and the preview."""
    sizes = tuple(int(size) for size in sys.argv[1:]) or SIZES
    print(f"{'entries':>8} {'check CPU':>10} {'build CPU':>10} {'wall':>7} {'MiB':>6} "
          f"{'pages':>7} {'MB out':>7} {'ms/page':>8}")  # fmt: skip
    builds = {size: _row(size) for size in sizes}
    if 1_000 in builds:  # noqa: PLR2004
        _compare(builds[1_000])


def _row(size: int) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        Corpus(size).write(project, like=ROOT)
        check = run([str(BIN / "zhiquan"), "check", *DAY], cwd=project)
        build = run([str(BIN / "zhiquan"), "build", *DAY], cwd=project)
        pages, size_out = tree_size(project / "site")
    print(f"{size:>8,} {check.cpu:>9.2f}s {build.cpu:>9.2f}s {build.wall:>6.1f}s "
          f"{build.memory:>6.0f} {pages:>7,} {size_out / 1e6:>7.1f} "
          f"{build.cpu / pages * 1000:>8.2f}", flush=True)  # fmt: skip
    return build


def _compare(ours: Cost) -> None:
    corpus = Corpus(1_000)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write_plain_mkdocs(corpus, project)
        plain = run([str(BIN / "mkdocs"), "build", "--quiet"], cwd=project)
    print(f"\nplain MkDocs + Material, the same 1,000 entries: {plain.cpu:.1f}s CPU, "
          f"{plain.wall:.1f}s wall; ours is {plain.cpu / ours.cpu:.1f} times faster in CPU, "
          f"{plain.wall / ours.wall:.1f} in wall time")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        Corpus(1_000).write(project, like=ROOT)
        seconds = seconds_until_visible(str(BIN / "zhiquan"), project)
    print(f"a saved entry shows in the preview after {seconds:.2f}s at 1,000 entries")


if __name__ == "__main__":
    main()
