"""`make bench`: what the PDFs of the real entries cost, whole and after a save in the preview."""

import shutil
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median

from tests.bench.measuring import Cost, run
from tests.bench.saving import news, serving
from zhiquan.outputs.book.pdf_file import page_count

ROOT = Path(__file__).parents[2]
ZHIQUAN = str(Path(sys.executable).parent / "zhiquan")
LANGUAGES = ("zh", "en")
HANDBOOK = "handbook-someone-at-the-door-zh"
RULE = "docs/entries/limits/contact-hours.yaml"
HEAD = "volume            CPU     wall   peak MiB    pages       KB  KB a page"


def main() -> None:
    """Prints a line for each book and card, then how soon a changed handbook is there again."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("docs", "templates"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copy(ROOT / "mkdocs.yml", project)
        print(HEAD)
        for name in (f"zhiquan-{lang}" for lang in LANGUAGES):
            _told(project, name)
        for name in (f"card-{lang}-{size}" for lang in LANGUAGES for size in ("a6", "a4")):
            _told(project, name)
        with serving(ZHIQUAN, project) as address:
            seconds = [_asked(address)]
            seconds += [_saved(address, project, letter) for letter in "abc"]
        print(f"\n{HANDBOOK} in the preview, first asked for: there after {seconds[0]:.1f} s")
        print(f"after a save of an entry in it: {median(seconds[1:]):.1f} s (at most 3)")


def _told(project: Path, name: str) -> None:
    """Makes one volume with nothing kept from before, and prints its line."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    made = project / "made"
    cost: Cost = run(
        [ZHIQUAN, "pdf", "--today", "2026-11-23", "--to", str(made), name], cwd=project
    )
    pdf = (made / f"{name}.pdf").read_bytes()
    size, pages = len(pdf) / 1000, page_count(pdf)
    print(
        f"{name:<13} {cost.cpu:>6.1f}s {cost.wall:>7.1f}s {cost.memory:>10.0f} {pages:>8}"
        f" {size:>8.0f} {size / pages:>10.1f}",
        flush=True,
    )


def _asked(address: str) -> float:
    """Seconds until the handbook is there, asked for as a browser does."""
    start = time.perf_counter()
    status = 0
    while status != 200:
        with urllib.request.urlopen(f"{address}downloads/{HANDBOOK}.pdf") as answer:  # noqa: S310
            answer.read()
            status = answer.status
    return time.perf_counter() - start


def _saved(address: str, project: Path, letter: str) -> float:
    """Seconds from a save to the handbook with the new text."""
    rule = project / RULE
    text = rule.read_text("utf-8")
    told = news(address, -1)
    start = time.perf_counter()
    rule.write_text(text.replace("zh: ", f"zh: {letter}", 1), "utf-8")
    news(address, told)
    _asked(address)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
