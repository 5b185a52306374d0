"""How long a saved entry takes to show in the preview."""

import json
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

PATIENCE = 60.0
"""Seconds after which a save counts as lost."""


@contextmanager
def serving(zhiquan: str, project: Path) -> Iterator[str]:
    """The address of a preview of a project while it runs."""
    command = [zhiquan, "serve", "--port", "0", "--today", "2026-11-23"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = re.search(r"http://[\d.:]+/", server.stdout.readline())
            assert address is not None
            yield address[0]
        finally:
            server.send_signal(signal.SIGINT)


def seconds_until_visible(zhiquan: str, project: Path) -> float:
    """Median seconds, of five saves, from saving a limit to its page showing the new title."""
    with serving(zhiquan, project) as address:
        return median(_one_save(address, project, letter) for letter in "abcde")


def _one_save(address: str, project: Path, letter: str) -> float:
    entry = project / "docs/entries/limits/limits-0.yaml"
    # The number stays: both languages of a title hold the same.
    mark = f"Saved {letter} No. 0"
    text = re.sub(r"(?m)^  en: .*$", f"  en: {mark}", entry.read_text("utf-8"), count=1)
    told = news(address, -1)
    start = time.perf_counter()
    entry.write_text(text, encoding="utf-8")
    # As a browser does: it waits to be told, then asks for the page.
    while mark not in _get(f"{address}en/limits/limits-0.html"):
        if time.perf_counter() - start > PATIENCE:
            sys.exit("the saved entry does not show:\n" + _get(f"{address}__preview/state"))
        told = news(address, told)
    return time.perf_counter() - start


def news(address: str, after: int) -> int:
    """The number of the newest piece of news, once there is a newer one than `after`."""
    state = json.loads(_get(f"{address}__preview/state?after={after}"))
    return int(state["told"])


def _get(url: str) -> str:
    with urllib.request.urlopen(url) as answer:  # noqa: S310  (our own server)
        text: str = answer.read().decode()
    return text
