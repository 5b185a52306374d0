"""The projects that the peers build hold what our pages hold, and what is told of them is made."""

import re
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import markdown as python_markdown
import pytest
import yaml

from tests.bench.corpus import Corpus
from tests.bench.peers import figures
from tests.bench.peers.chart import a_page
from tests.bench.peers.costs import run
from tests.bench.peers.figures import BARS, Figures, Floor, Row, Size, times
from tests.bench.peers.floor import floor
from tests.bench.peers.markdown import markdown
from tests.bench.peers.page import NAMES, page, place
from tests.bench.peers.projects import MENU, TODAY, write_projects
from tests.bench.peers.telling import told, words
from tests.conftest import ROOT
from zhiquan.knowledge.load import load
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES, Language

SIZE = 60
LINK = re.compile(r'<a\b[^>]*href="([^"]*)"[^>]*>(?!</a>)')


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three projects of a small knowledge base."""
    folder = tmp_path_factory.mktemp("peers")
    write_projects(SIZE, folder)
    return folder


@pytest.fixture(scope="module")
def publication(projects: Path) -> Publication:
    """Our pages of the same knowledge base."""
    ours = projects / "ours"
    kb = load(ours, today=TODAY).kb
    return Publication(kb, templates=ours / "templates", pdfs=False)


def sources(project: Path) -> Iterator[tuple[str, str]]:
    """Address without ending and text of each page of a Markdown project."""
    for path in (project / "docs").rglob("*.md"):
        address = path.relative_to(project / "docs").as_posix().removesuffix(".md")
        yield address, path.read_text("utf-8").partition("\n---\n")[2]


def drawn(source: str) -> str:
    """Markdown as the peers draw it."""
    made: str = python_markdown.markdown(source, extensions=["attr_list", "def_list", "tables"])
    return made


def test_every_page_of_ours_is_a_page_of_theirs(projects: Path, publication: Publication) -> None:
    """Equal work begins with an equal number of pages: entries, indexes, questions, by hand."""
    made = {address.removesuffix(".html") for address in publication.addresses()}
    theirs = {address for address, _ in sources(projects / "markdown")}
    assert made <= theirs
    by_hand = {path.stem for path in (ROOT / "docs/zh").glob("*.md")} - {"404"}
    assert theirs - made == {f"{lang}/{name}" for lang in LANGUAGES for name in by_hand}


def test_the_markdown_says_what_our_page_says(projects: Path, publication: Publication) -> None:
    """Every word of every page, and every link in its order, arrive in the peers' pages."""
    for address, source in sources(projects / "markdown"):
        if f"{address}.html" not in publication:
            continue
        html, body = drawn(source), publication.page(f"{address}.html").body
        assert words(html) == words(body), address
        targets = [unescape(one).replace(".md", ".html") for one in LINK.findall(html)]
        assert targets == [unescape(one) for one in LINK.findall(body)], address


def test_signs_of_markdown_stay_the_text_they_are() -> None:
    """A star, a bracket or an angle in a text is no mark of Markdown."""
    body = "<p>1 * 2 * 3 &lt;b&gt; [no link](x) _no_ # `no`</p><ul><li>a | b</li></ul>"
    assert words(drawn(markdown(body))) == words(body)


def test_hugo_reads_the_entries_we_read(projects: Path) -> None:
    """Its data are our files, byte for byte; only what is written by hand comes as Markdown."""
    ours, theirs = projects / "ours/docs/entries", projects / "hugo/data/entries"
    for kind in Corpus(SIZE).counts:
        mine = {path.name: path.read_bytes() for path in (ours / kind).iterdir()}
        assert mine == {path.name: path.read_bytes() for path in (theirs / kind).iterdir()}
    by_hand = {path.stem for path in (ROOT / "docs/zh").glob("*.md")} - {"404", "index"}
    content = {path.name.split(".")[0] for path in (projects / "hugo/content").glob("*.md")}
    assert content == {"_index", "status", *by_hand}


def test_the_menu_names_pages_that_are_there(projects: Path) -> None:
    """The navigation of the peers has as many links as our header, and all lead somewhere."""
    settings = yaml.safe_load((projects / "markdown/mkdocs.yml").read_text("utf-8"))
    assert len(settings["nav"]) == len(MENU) == 13
    assert all((projects / "markdown/docs" / name).is_file() for name in settings["nav"])


def test_a_page_that_says_something_else_is_counted(tmp_path: Path) -> None:
    """Text, links and sameness are told of articles in sections, without anchors and scripts."""
    for site, text in (("ours", "two words"), ("theirs", "two  <b>words</b>"), ("less", "two")):
        place = tmp_path / site / "en/limits"
        place.mkdir(parents=True)
        article = f"<article>{text}<script>no</script><a href='x'>go</a><a href='#y'></a></article>"
        (place / "a.html").write_text(f"<nav>menu</nav>{article}", "utf-8")
    ours, theirs, less = (
        told(tmp_path / site)["en/limits/a.html"] for site in ("ours", "theirs", "less")
    )
    assert (theirs.text, theirs.links) == (10, 1)
    assert theirs == ours != less


def test_the_floor_writes_the_same_bytes(projects: Path, tmp_path: Path) -> None:
    """What it measures is the reading of all entries and the writing of all files, no less."""
    entries, site = projects / "ours/docs/entries", projects / "ours/templates"
    clock = floor(entries, site, tmp_path / "new")
    files = [path for path in site.rglob("*") if path.is_file()]
    assert all(
        path.read_bytes() == (tmp_path / "new" / path.relative_to(site)).read_bytes()
        for path in files
    )
    assert clock.wall > 0


def test_the_cost_of_children_is_counted(tmp_path: Path) -> None:
    """A tool that hands its work to another process pays for it."""
    work = "sum(range(8_000_000))"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
    alone = run([sys.executable, "-c", "pass"], cwd=tmp_path, environment={})
    both = run([sys.executable, "-c", child], cwd=tmp_path, environment={})
    assert alone
    assert both
    assert both.cpu > alone.cpu + 0.02


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_made_from_the_kept_figures(lang: Language) -> None:
    """No figure of the page "How fast" is typed by hand."""
    assert place(lang).read_text("utf-8") == page(figures.read(), lang), "run bench-peers --pages"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chart_is_told_in_words(lang: Language) -> None:
    """Who cannot see it hears every bar: the tool and its number."""
    told_by = page(Figures(sizes=(example(),)), lang)
    words_of_it = re.search(r"<desc[^>]*>(.*?)</desc>", told_by)
    assert words_of_it
    for row in example().rows:
        assert f"{NAMES[lang][row.tool]}" in words_of_it[1]
        assert f"{a_page(row):.2f}" in words_of_it[1]


def test_a_size_measured_anew_takes_the_place_of_the_old() -> None:
    """Sizes stand in order, each once."""
    small, large = example(), example(entries=10_000)
    kept = Figures().with_size(large).with_size(small).with_size(small)
    assert [size.entries for size in kept.sizes] == [small.entries, 10_000]


def test_a_bar_is_judged_by_the_clock() -> None:
    """How many times our wall time the rival took; nothing is told of a tool that did not end."""
    slow, quick = BARS[0], BARS[1]
    assert times(example(), slow) == pytest.approx(9.0)
    assert times(example(), quick._replace(rival="none")) is None


def example(entries: int = 1_000) -> Size:
    """A comparison with two rows."""
    row = Row(
        tool="ours", cpu=3, wall=2, memory=100, pages=2_000, megabytes=50, html=40, text=3_000,
        links=40, same=2_000,
    )  # fmt: skip
    return Size(
        entries=entries,
        on="2026-11-23",
        machine="a processor",
        cores=2,
        others=0.1,
        rounds=3,
        versions={"hugo": "1"},
        rows=(row, row.model_copy(update={"tool": "mkdocs", "wall": 18.0})),
        unended=(),
        floor=Floor(cpu=0.5, wall=0.6),
    )
