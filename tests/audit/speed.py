"""How fast: against the peers in a run of its own at 1,000 entries, and the bars of `make bench`.

The larger comparisons take half an hour, so their kept figures are read (`make bench-peers`).
"""

from collections.abc import Iterator
from pathlib import Path

from tests.audit.claim import Claim, at_least, at_most
from tests.bench.__main__ import LARGE, MIDDLE, TO_SHOW, Row, measure, seconds_to_show
from tests.bench.peers import figures
from tests.bench.peers.comparing import compare
from tests.bench.peers.figures import BARS, Bar, Size, times


def claims(site: Path) -> Iterator[Claim]:  # noqa: ARG001  # it builds sites of its own
    """Builds 1,000 entries with every tool, then 1,000 and 10,000 with ours alone."""
    yield from _peers()
    yield from _ours(measure(MIDDLE), measure(LARGE))
    for size, bar in TO_SHOW.items():
        yield at_most(
            f"a saved entry of {size:,} shows after", seconds_to_show(size), bar, unit="s"
        )


def _peers() -> Iterator[Claim]:
    smallest = min(bar.entries for bar in BARS)
    now = compare(smallest, rounds=1)
    for row in now.rows:
        same = row.same / row.pages * 100
        yield at_least(f"{row.tool}: pages whose text is ours to the letter", same, 99, unit="%")
    for bar in BARS:
        size = now if bar.entries == smallest else figures.read().size(bar.entries)
        yield _faster(bar, size)


def _faster(bar: Bar, size: Size | None) -> Claim:
    what = f"{bar.entries:,} entries: wall time of {bar.rival} ÷ ours"
    reached = times(size, bar) if size else None
    if reached is not None:
        return at_least(what, reached, bar.times)
    took = "over ten minutes" if size and bar.rival in size.unended else "not measured"
    return Claim(what, f"≥ {bar.times:g}", took, is_met=took != "not measured")


def _ours(middle: Row, large: Row) -> Iterator[Claim]:
    yield at_most(f"checking {LARGE:,} entries", large.check.cpu, 10, unit="s of CPU")
    bare = f"building {LARGE:,} entries, search index not counted"
    yield at_most(bare, large.without_index, 30, unit="s of CPU")
    memory = large.build.memory / 1024
    yield at_most(f"building {LARGE:,} entries, largest process", memory, 1.2, unit="GiB")
    growth = large.per_page / middle.per_page
    yield at_most(f"a page of {LARGE:,} entries ÷ one of {MIDDLE:,}, CPU", growth, 1.2)
