"""What a browser keeps when a reader presses "keep for offline", as a list per language."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from zhiquan.outputs.search.index import ROOT as SEARCH
from zhiquan.outputs.writing import replace
from zhiquan.pages.addresses import entry_address
from zhiquan.pages.publication import Publication
from zhiquan.pages.relations import Relations
from zhiquan.source.message import LANGUAGES, Language

SEARCH_MOST = 4_000_000
"""Bytes up to which one language's whole search index is kept; of a larger one, what was used.

The index of this project has 2.2 MB in Chinese, of which 1 MB goes over the network."""

FILES = ("sw.js", *(f"offline/{lang}.json" for lang in LANGUAGES))
"""What is written here, by address."""

_PAGES = ("index.html", "offline.html", "search.html", "topics/*.html", "channels/*.html")
_WITH_TOPIC = ("practices/", "limits/")
_ASSET = re.compile(r'(?:href|src)="\.\./(assets/[^"]+)"')
_SIZE = 'data-zq-keep=""'
_VERSION = "@@version@@"


def write(site: Path, publication: Publication, *, search_most: int = SEARCH_MOST) -> None:
    """Writes the service worker, the lists, and how much is kept on the pages that offer it.

    Args:
        site: The folder of the site, with every page and the search index in it.
        publication: The entries that the site was made of.
        search_most: Bytes up to which a language's search index is kept as a whole.
    """
    lists = {lang: tuple(_files(site, publication, lang, search_most)) for lang in LANGUAGES}
    for lang, files in lists.items():
        _offer(site, lang, _size(site, files))
    version = _digest(site, sorted(set().union(*lists.values())))
    (site / "offline").mkdir(exist_ok=True)
    for lang, files in lists.items():
        said = {"version": version, "bytes": _size(site, files), "files": files}
        (site / f"offline/{lang}.json").write_text(json.dumps(said) + "\n", "utf-8")
    worker = Path(__file__).with_name("worker.js").read_text("utf-8")
    (site / "sw.js").write_text(worker.replace(_VERSION, version), "utf-8")


def _files(site: Path, publication: Publication, lang: Language, search_most: int) -> Iterator[str]:
    """The start page, the pages to keep, what they are drawn with, and the search."""
    pages = [path for name in _PAGES for path in (site / lang).glob(name)]
    urgent = publication.urgent()
    if urgent:
        belonging = Relations(publication.kb).about(f"topics/{urgent}")
        first_aid = [ref for ref in belonging if ref.startswith(_WITH_TOPIC)]
        pages += [site / entry_address(ref, lang) for ref in first_aid]
    shards = list((site / SEARCH).glob(f"*/{lang}-*.js"))
    if sum(path.stat().st_size for path in shards) > search_most:
        shards = []
    found = {*pages, *shards, site / "index.html", site / SEARCH / "start.js"}
    yield from sorted(path.relative_to(site).as_posix() for path in found if path.is_file())
    yield from _assets(site, lang)


def _assets(site: Path, lang: Language) -> Sequence[str]:
    """Styles, scripts and pictures that the home page is drawn with, which are those of all."""
    home = site / lang / "index.html"
    return sorted(set(_ASSET.findall(home.read_text("utf-8")))) if home.is_file() else []


def _offer(site: Path, lang: Language, size: int) -> None:
    """States the size where keeping is offered; without it, the offer stays hidden."""
    for name in ("index.html", "offline.html"):
        path = site / lang / name
        if path.is_file():
            text = path.read_text("utf-8").replace(
                _SIZE, f'data-zq-keep="{size / 1e6:.1f}&nbsp;MB"'
            )
            replace(path, text)


def _size(site: Path, files: Sequence[str]) -> int:
    return sum((site / name).stat().st_size for name in files)


def _digest(site: Path, files: Sequence[str]) -> str:
    total = hashlib.sha256()
    for name in files:
        total.update(name.encode())
        total.update((site / name).read_bytes())
    return total.hexdigest()[:12]
