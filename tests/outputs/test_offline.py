"""What a browser keeps: the lists, their size, and a version that follows the content."""

import json
import re
from pathlib import Path

import pytest

from zhiquan.outputs.offline import keeping
from zhiquan.outputs.project import Project

PANEL = '<section data-zq-keep=""></section>'
LOOKS = '<link href="../assets/zhiquan.css"><script src="../assets/a.js"></script>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with little in it, as it stands before the lists are made."""
    for lang in ("zh", "en"):
        files = {
            "index.html": PANEL + LOOKS,
            "offline.html": PANEL,
            "search.html": "search",
            "topics/index.html": "topics",
            "topics/someone-at-the-door.html": "door",
            "channels/police-110.html": "110",
            "practices/home-visit.html": "visit",
            "limits/contact-hours.html": "hours",
            "terms/mediation.html": "mediation",
            "laws/civil-code.html": "law",
        }
        for name, text in files.items():
            lay(tmp_path / lang / name, text)
    for name in ("index.html", "assets/zhiquan.css", "assets/a.js", "assets/unused.js"):
        lay(tmp_path / name, name)
    for name in ("start.js", "abc/zh-0.js", "abc/zh-t0.js", "abc/en-0.js", "abc/sounds.js"):
        lay(tmp_path / "search" / name, name)
    return tmp_path


def lay(path: Path, text: str) -> None:
    """Writes one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def listed(site: Path, lang: str) -> dict[str, object]:
    """The list of a language."""
    found: dict[str, object] = json.loads((site / f"offline/{lang}.json").read_text("utf-8"))
    return found


def test_what_matters_most_is_kept(site: Path, project: Project) -> None:
    """Home, situations, channels, first aid, search and looks; not the rest of the entries."""
    keeping.write(site, project.publication)
    files = listed(site, "zh")["files"]
    assert files == [
        "index.html",
        "search/abc/sounds.js",
        "search/abc/zh-0.js",
        "search/abc/zh-t0.js",
        "search/start.js",
        "zh/channels/police-110.html",
        "zh/index.html",
        "zh/limits/contact-hours.html",
        "zh/offline.html",
        "zh/practices/home-visit.html",
        "zh/search.html",
        "zh/topics/index.html",
        "zh/topics/someone-at-the-door.html",
        "assets/a.js",
        "assets/zhiquan.css",
    ]


def test_size_is_offered_where_the_button_is(site: Path, project: Project) -> None:
    """A reader knows before pressing; the list says it to the byte."""
    lay(site / "search/abc/en-1.js", "x" * 1_250_000)
    keeping.write(site, project.publication)
    assert 'data-zq-keep="1.3&nbsp;MB"' in (site / "en/index.html").read_text("utf-8")
    assert 'data-zq-keep="0.0&nbsp;MB"' in (site / "zh/offline.html").read_text("utf-8")
    files = listed(site, "en")["files"]
    assert isinstance(files, list)
    assert listed(site, "en")["bytes"] == sum((site / name).stat().st_size for name in files)


def test_large_search_is_kept_as_it_is_used(site: Path, project: Project) -> None:
    """Above the limit no shard is kept beforehand."""
    keeping.write(site, project.publication, search_most=10)
    assert "abc" not in json.dumps(listed(site, "zh")["files"])


def test_version_follows_the_content(site: Path, project: Project) -> None:
    """The same site has the same version, in lists and worker; a changed page has another."""
    keeping.write(site, project.publication)
    first = listed(site, "zh")["version"]
    assert first == listed(site, "en")["version"]
    assert re.search(rf'VERSION = "{first}"', (site / "sw.js").read_text("utf-8"))
    keeping.write(site, project.publication)
    assert listed(site, "zh")["version"] == first
    lay(site / "zh/limits/contact-hours.html", "other hours")
    keeping.write(site, project.publication)
    assert listed(site, "zh")["version"] != first
