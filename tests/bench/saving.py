"""How long a saved entry takes to show in the preview."""

import re
import subprocess
import time
import urllib.request
from pathlib import Path
from statistics import median


def seconds_until_visible(zhiquan: str, project: Path, *, saves: int = 5) -> float:
    """Median seconds from saving a limit to its page showing the new title."""
    command = [zhiquan, "serve", "--port", "0", "--today", "2026-11-23"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = re.search(r"http://[\d.:]+/", server.stdout.readline())
            assert address is not None
            return median(_one_save(address[0], project, n) for n in range(saves))
        finally:
            server.terminate()


def _one_save(address: str, project: Path, number: int) -> float:
    entry = project / "docs/entries/limits/limits-0.yaml"
    mark = f"saved {number}"
    text = re.sub(r"(?m)^  en: .*$", f"  en: {mark}", entry.read_text("utf-8"), count=1)
    start = time.perf_counter()
    entry.write_text(text, encoding="utf-8")
    while mark not in _get(f"{address}en/limits/limits-0.html"):
        time.sleep(0.01)
    return time.perf_counter() - start


def _get(url: str) -> str:
    with urllib.request.urlopen(url) as answer:  # noqa: S310  (our own server)
        text: str = answer.read().decode()
    return text
