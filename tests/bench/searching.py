"""What the search costs: the index, the first query, later ones. `python -m tests.bench.searching`.

The synthetic entries are made of sentences of the real ones, so that there are as many different
tokens as in real text; the other benchmarks' eighteen words would flatter an index.
"""

import gzip
import random
import re
import resource
import statistics
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from rjsmin import jsmin

from tests.bench.corpus import Corpus
from tests.conftest import ROOT, TODAY
from tests.search.golden import queries
from zhiquan.knowledge.load import load
from zhiquan.outputs.search import index
from zhiquan.pages.publication import Publication

_SENTENCE = re.compile(r"(?<=[。！？.!?])\s*")
_LINK = re.compile(r"\[\[[^\]|]*\|?([^\]]*)\]\]")
_SHELL = '<!doctype html><meta charset="utf-8"><script src="../assets/search.js"></script>'
_ASK = """async ([lang, text]) => {
  const start = performance.now();
  await zqSearch.ask(lang, text, 6);
  return performance.now() - start;
}"""


class RealWords(Corpus):
    """The synthetic corpus, with sentences and titles of the real entries."""

    def __init__(self, size: int) -> None:
        """Collects the sentences of docs/entries."""
        super().__init__(size)
        kb = load(ROOT, today=TODAY).kb
        texts = [placed.text for ref, _ in kb.entries() for placed in kb.contents[ref].texts]
        self._pools = {
            lang: [
                sentence
                for text in texts
                for sentence in _SENTENCE.split(_LINK.sub(r"\1", text.get(lang) or ""))
                if sentence.strip()
            ]
            for lang in ("zh", "en")
        }
        self._choose = random.Random(11)  # noqa: S311  # a benchmark, not a secret
        self._titles = [entry.title for _, entry in kb.entries()]

    def _text(self, sentences: int) -> dict[str, Any]:
        return {
            lang: " ".join(self._choose.choices(pool, k=sentences))
            for lang, pool in self._pools.items()
        }

    def _title(self, kind: str, number: int) -> dict[str, Any]:
        title = self._choose.choice(self._titles)
        return {lang: f"{title.shown(lang)[0]} {kind} {number}" for lang in ("zh", "en")}


def main() -> None:
    """Prints one row per size and language."""
    for size in tuple(int(size) for size in sys.argv[1:]) or (1_000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


def measure(size: int, folder: Path) -> None:
    """Builds the index of a corpus and searches it in Chromium."""
    RealWords(size).write(folder / "project", like=ROOT)
    kb = load(folder / "project", today=TODAY).kb
    publication = Publication(kb, templates=ROOT / "templates")
    asked = sum(len(publication.questions(lang)) for lang in ("zh", "en"))
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    files = index.files(publication)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    total = sum(len(text.encode()) for text in files.values())
    print(
        f"{size:,} entries, {asked:,} questions: index {seconds:.1f}s CPU,"
        f" peak {memory / 1024:.0f} MiB ({before / 1024:.0f} before it),"
        f" {total / 1e6:.1f} MB in {len(files):,} files",
        flush=True,
    )
    site = folder / "site"
    for address, text in files.items():
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_text(text, encoding="utf-8")
    (site / "assets").mkdir()
    client = (ROOT / "docs/assets/search.js").read_text(encoding="utf-8")
    (site / "assets/search.js").write_text(jsmin(client), encoding="utf-8")
    (site / "zh").mkdir()
    (site / "zh/page.html").write_text(_SHELL)
    _browse(site)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """The bench prints what matters."""


def _browse(site: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for lang in ("zh", "en"):
            texts = [query.text for query in queries() if query.lang == lang]
            cold = []
            for text in texts[::4]:
                page = browser.new_page()
                loaded = _watch(page, base, site)
                page.evaluate(_ASK, [lang, text])
                cold.append((sum(loaded), len(loaded)))
                page.close()
            page = browser.new_page()
            loaded = _watch(page, base, site)
            later = []
            for text in texts:
                already = sum(loaded)
                page.evaluate(_ASK, [lang, text])
                later.append(sum(loaded) - already)
            warm = sorted(page.evaluate(_ASK, [lang, text]) for text in texts)
            kb = [size / 1024 for size, _ in cold]
            print(
                f"  {lang}: first query median {statistics.median(kb):.0f} KB, most"
                f" {max(kb):.0f} KB, requests at most {max(n for _, n in cold)}; later median"
                f" {statistics.median(later) / 1024:.0f} KB, most {max(later[1:]) / 1024:.0f} KB;"
                f" warm p95 {warm[int(len(warm) * 0.95)]:.0f} ms",
                flush=True,
            )
        browser.close()
    server.shutdown()
    server.server_close()


def _watch(page: Page, base: str, site: Path) -> list[int]:
    """Opens the page and gives the list to which each file's compressed bytes are added."""
    loaded: list[int] = []
    page.on(
        "requestfinished",
        lambda request: loaded.append(
            len(gzip.compress((site / request.url.removeprefix(base)).read_bytes(), 6))
        ),
    )
    page.goto(base + "zh/page.html")
    loaded.clear()
    loaded.append(len(gzip.compress((site / "assets/search.js").read_bytes(), 6)))
    return loaded


if __name__ == "__main__":
    main()
