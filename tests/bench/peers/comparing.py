"""One size: every tool in turn, round after round, and the medians of what it cost."""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import mean, median

from tests.bench.peers.costs import Cost, run
from tests.bench.peers.figures import Floor, Row, Size
from tests.bench.peers.projects import ROOT, write_projects
from tests.bench.peers.telling import Article, told
from tests.bench.peers.tools import Tool, tools, versions

LONG = 300.0
"""Seconds of the clock from which one round is enough."""


def compare(entries: int, *, rounds: int, only: Iterable[str] = ()) -> Size:
    """Builds one knowledge base with every tool, so many times in turn.

    Args:
        entries: its size; each entry is a page in two languages.
        rounds: how often each tool builds.
        only: names of tools; all when empty.
    """
    asked = frozenset(only)
    taken = [tool for tool in tools() if not asked or tool.name in asked]
    with tempfile.TemporaryDirectory(prefix="peers-") as named:
        folder = Path(named)
        write_projects(entries, folder)
        sites = {tool.name: folder / "sites" / tool.name for tool in taken}
        costs = _rounds(taken, folder, sites, rounds)
        ours = told(sites["ours"])
        rows = tuple(_row(name, some, sites[name], ours) for name, some in costs.items() if some)
        floor = _floor(folder, sites["ours"])
    everyone = [cost.others for some in costs.values() for cost in some]
    return Size(
        entries=entries,
        on=dt.datetime.now(tz=dt.UTC).date().isoformat(),
        machine=_machine(),
        cores=os.cpu_count() or 1,
        others=round(median(everyone), 2),
        rounds=rounds,
        versions=versions(),
        rows=rows,
        unended=tuple(name for name, some in costs.items() if not some),
        floor=floor,
    )


def _rounds(
    taken: list[Tool], folder: Path, sites: Mapping[str, Path], rounds: int
) -> dict[str, list[Cost]]:
    """What each tool cost in each round; what takes over `LONG` runs only once."""
    costs: dict[str, list[Cost]] = {tool.name: [] for tool in taken}
    once: set[str] = set()
    for number in range(1, rounds + 1):
        for tool in taken:
            if tool.name in once:
                continue
            cost = _build(tool, folder, sites[tool.name])
            print(f"  {number}/{rounds} {tool.name:16} {_said(cost)}", flush=True)
            costs[tool.name] += [cost] if cost else []
            once |= {tool.name} if cost is None or cost.wall > LONG else set()
    return costs


def _build(tool: Tool, folder: Path, kept: Path) -> Cost | None:
    """One build from nothing; the finished site is moved to `kept`."""
    project = folder / tool.project
    for left in (tool.output, *tool.caches):
        shutil.rmtree(project / left, ignore_errors=True)
    cost = run(list(tool.command), cwd=project, environment=tool.environment)
    shutil.rmtree(kept, ignore_errors=True)
    if cost:
        kept.parent.mkdir(exist_ok=True)
        (project / tool.output).rename(kept)
    return cost


def _said(cost: Cost | None) -> str:
    if cost is None:
        return "did not end in ten minutes"
    return (
        f"{cost.cpu:7.1f} s of CPU {cost.wall:7.1f} s wall {cost.memory:7.0f} MiB, "
        f"others took {cost.others:.0%}"
    )


def _row(name: str, costs: list[Cost], site: Path, ours: Mapping[str, Article]) -> Row:
    found = told(site)
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    return Row(
        tool=name,
        cpu=round(median(one.cpu for one in costs), 2),
        wall=round(median(one.wall for one in costs), 2),
        memory=round(median(one.memory for one in costs)),
        pages=len(found),
        megabytes=round(sum(sizes.values()) / 1e6, 1),
        html=round(sum(n for path, n in sizes.items() if path.suffix == ".html") / 1e6, 1),
        text=round(mean(one.text for one in found.values())),
        links=round(mean(one.links for one in found.values()), 1),
        same=sum(one == ours.get(address) for address, one in found.items()),
    )


def _floor(folder: Path, site: Path) -> Floor:
    command = ["-m", "tests.bench.peers.floor", str(folder / "ours/docs/entries"), str(site)]
    made = subprocess.run(
        [sys.executable, *command, str(folder / "floor")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    cpu, wall = map(float, made.stdout.split())
    return Floor(cpu=round(cpu, 2), wall=round(wall, 2))


def _machine() -> str:
    """What the processor calls itself."""
    found = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found[1].strip() if found else "unknown"
