"""`make bench-peers`: builds the same knowledge base with each tool and prints what it cost."""

import argparse

from tests.bench.peers import figures
from tests.bench.peers.comparing import compare
from tests.bench.peers.figures import BARS, Size, times
from tests.bench.peers.page import write_pages

SIZES = (1_000, 2_500, 10_000)
HEAD = (
    f"{'':16} {'CPU s':>8} {'wall s':>8} {'MiB':>7} {'pages':>7} {'MB out':>8} {'HTML':>8}"
    f" {'text/page':>10} {'links':>6} {'same':>7}"
)


def main() -> None:
    """Prints a table per size; with `--keep`, renews the figures and the pages that show them."""
    asked = _asked()
    for entries in () if asked.pages else asked.sizes:
        size = compare(entries, rounds=asked.rounds, only=asked.only)
        _print(size)
        if asked.keep:
            figures.keep(figures.read().with_size(size))
    if asked.keep or asked.pages:
        write_pages(figures.read())


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.peers",
        description=__doc__,
        epilog="example: python -m tests.bench.peers 1000 --rounds 5 --keep",
    )
    parser.add_argument(
        "sizes", nargs="*", type=int, default=SIZES, help="entries; 1000 2500 10000"
    )
    parser.add_argument("--rounds", type=int, default=3, help="builds of each tool (3)")
    parser.add_argument("--only", action="append", default=[], help="one tool; ours is needed")
    parser.add_argument("--keep", action="store_true", help="renew the figures and the pages")
    parser.add_argument("--pages", action="store_true", help="make only the pages, measure nothing")
    return parser.parse_args()


def _print(size: Size) -> None:
    others = f"others took {size.others:.0%}"
    print(f"\n{size.entries:,} entries, {size.machine}, {size.cores} cores, {others}\n{HEAD}")
    for row in size.rows:
        cost = f"{row.cpu:8.1f} {row.wall:8.1f} {row.memory:7.0f} {row.pages:7,}"
        size_out = f"{row.megabytes:8.1f} {row.html:8.1f}"
        print(f"{row.tool:16} {cost} {size_out} {row.text:10,.0f} {row.links:6.1f} {row.same:7,}")
    for name in size.unended:
        print(f"{name:16} did not end in ten minutes")
    print(f"{'floor':16} {size.floor.cpu:8.1f} {size.floor.wall:8.1f}{_over_floor(size)}")
    print(", ".join(f"{name} {version}" for name, version in size.versions.items()))
    _judge(size)
    print(flush=True)


def _over_floor(size: Size) -> str:
    ours, floor = size.row("ours"), size.floor
    if ours is None:
        return ""
    cpu, wall = ours.cpu / floor.cpu, ours.wall / floor.wall
    return f"   ours ÷ floor: {cpu:.1f} in CPU, {wall:.1f} in wall"


def _judge(size: Size) -> None:
    for bar in BARS:
        reached = times(size, bar) if bar.entries == size.entries else None
        if reached is not None:
            met = "met" if reached >= bar.times else "MISSED"
            print(f"{bar.rival} takes {reached:.2f} × the wall time of {bar.ours}"
                  f" (at least {bar.times:g}: {met})")  # fmt: skip


if __name__ == "__main__":
    main()
