"""One knowledge base as a project of each tool, with the same pages, words and links."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.peers.markdown import markdown
from zhiquan.entries.kinds import KINDS
from zhiquan.knowledge.load import load
from zhiquan.pages.addresses import FAQ
from zhiquan.pages.grouping import ANSWERS_A_PAGE, ENTRIES_A_PAGE, QUESTIONS_A_PAGE
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES

ROOT = Path(__file__).parents[3]
HUGO_THEME = Path(__file__).with_name("hugo")
TODAY = dt.date(2026, 11, 23)
BY_HAND = ("offline", "how-to-use", "how-we-verify", "about", "disclaimer")
MENU = (*(f"{section}/index" for section in (*KINDS, FAQ)), *BY_HAND)
"""What the navigation holds on every page of every tool: thirteen links, as our header does."""

_MKDOCS = """\
site_name: 知权 · Know Your Rights
site_url: https://zhiquan.example/
use_directory_urls: false
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
markdown_extensions:
  - attr_list
  - def_list
  - tables
  - toc:
      toc_depth: 2
validation:
  omitted_files: ignore
  links:
    not_found: ignore
    anchors: ignore
    unrecognized_links: ignore
nav:
"""


@dataclass(frozen=True)
class Told:
    """One page in Markdown."""

    address: str
    """From the root of the site, without its ending: `zh/limits/limits-1`."""
    text: str


def write_projects(size: int, folder: Path) -> None:
    """Makes `ours`, `hugo` and `markdown` in a folder from one seeded knowledge base.

    The Markdown is made from the bodies of our own pages: what a page is put together of (titles of
    links, what rests on what, questions and answers) is done for its readers beforehand and is not
    counted against them.

    Args:
        size: number of entries; each is a page in two languages.
        folder: where the three projects go.
    """
    ours = folder / "ours"
    Corpus(size).write(ours, like=ROOT)
    publication = Publication(load(ours, today=TODAY).kb, templates=ours / "templates", pdfs=False)
    pages = [*_hand_written(ours, publication), *_generated(publication)]
    write_markdown(pages, folder / "markdown")
    write_hugo(ours, pages, folder / "hugo")


def write_markdown(pages: list[Told], project: Path) -> None:
    """A project for MkDocs, which Zensical reads as well."""
    for page in pages:
        _write(project / "docs" / f"{page.address}.md", page.text)
    menu = "".join(f"  - zh/{name}.md\n" for name in MENU)
    _write(project / "mkdocs.yml", _MKDOCS + menu)


def write_hugo(ours: Path, pages: list[Told], project: Path) -> None:
    """A project for Hugo: the entries as they are, and what is written by hand in Markdown."""
    shutil.copytree(HUGO_THEME, project)
    entries = project / "data/entries"
    others = shutil.ignore_patterns("tables", "*.lock")
    shutil.copytree(ours / "docs/entries", entries, ignore=others)
    (entries / "facts.yaml").rename(project / "data/facts.yaml")
    shutil.copytree(ours / "docs/assets", project / "static/assets")
    sizes = f"entries: {ENTRIES_A_PAGE}\nquestions: {QUESTIONS_A_PAGE}\nanswers: {ANSWERS_A_PAGE}\n"
    _write(project / "data/sizes.yaml", sizes)
    for lang in LANGUAGES:
        strings = project / f"data/strings/{lang}.yaml"
        strings.parent.mkdir(exist_ok=True)
        shutil.copy(ours / f"templates/strings/{lang}.yaml", strings)
    for page in pages:
        of, _, name = page.address.partition("/")
        if "/" not in name:
            name = "_index" if name == "index" else name
            _write(project / f"content/{name}.{of}.md", page.text.replace(".md)", ".html)"))


def _generated(publication: Publication) -> Iterator[Told]:
    """The pages of entries, the indexes, the questions, and the page for editors."""
    for address in publication.addresses():
        page = publication.page(address)
        head = f"---\ntitle: >-\n  {page.title}\ndescription: >-\n  {page.description}\n---\n\n"
        yield Told(address.removesuffix(".html"), head + markdown(page.body))


def _hand_written(ours: Path, publication: Publication) -> Iterator[Told]:
    for lang in LANGUAGES:
        for path in sorted((ours / "docs" / lang).glob("*.md")):
            text = path.read_text("utf-8")
            if path.stem == "index":
                text += f"\n{markdown(publication.home(lang))}"
            if path.stem != "404":
                yield Told(f"{lang}/{path.stem}", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
