"""`make bench`: what an editor waits for at 1,000 entries."""

import tempfile
from pathlib import Path

from tests.bench.__main__ import BIN, DAY, ROOT
from tests.bench.corpus import Corpus
from tests.bench.measuring import Cost, run

SIZE = 1_000
RUNS = 5
"""The best of so many runs counts: the rest of the machine is no part of the figure."""
FILES = {
    "a limit": "limits/limits-3.yaml",
    "a practice": "practices/practices-3.yaml",
    "a law that many rest on": "laws/laws-3.yaml",
    "a topic that many name": "topics/topics-3.yaml",
}


def main() -> None:
    """Prints what a check of one file costs, warm and after an edit, then `new` and `fix`."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        Corpus(SIZE).write(project, like=ROOT)
        first = _check(project, FILES["a limit"])
        print(f"first check of one file of {SIZE:,}, no cache: {_told(first)}")
        for what, name in FILES.items():
            warm = _best([_check(project, name) for _ in range(RUNS)])
            edited = _best([_edited(project, name, number) for number in range(RUNS)])
            verdict = "met" if edited.wall <= 0.5 else "MISSED"
            print(f"check {what}: warm {_told(warm)}; just edited {_told(edited)}"
                  f" (at most 0.5 s wall: {verdict})", flush=True)  # fmt: skip
        for command in (["new", "limits", "bench-entry"], ["fix", "docs/entries/limits"], ["fix"]):
            cost = run([str(BIN / "zhiquan"), *command], cwd=project)
            print(f"{' '.join(command)}: {_told(cost)}", flush=True)


def _check(project: Path, name: str) -> Cost:
    return run([str(BIN / "zhiquan"), "check", *DAY, f"docs/entries/{name}"], cwd=project)


def _edited(project: Path, name: str, number: int) -> Cost:
    path = project / "docs/entries" / name
    path.write_text(f"{path.read_text('utf-8')}# edit {number}\n", "utf-8")
    return _check(project, name)


def _best(costs: list[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.wall)


def _told(cost: Cost) -> str:
    return f"{cost.wall:.2f} s wall, {cost.cpu:.2f} s of CPU"


if __name__ == "__main__":
    main()
