"""The live preview: what it answers, and what it shows after a save."""

import html
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.sample import lay, ready
from zhiquan.mkdocs_plugin import draw
from zhiquan.outputs.preview import SCRIPT, STATE, STYLE, Preview
from zhiquan.outputs.project import Project, ProjectError

HOURS = "docs/entries/limits/contact-hours.yaml"
PAGE = "/en/limits/contact-hours.html"


@pytest.fixture
def preview(sample: Path) -> Iterator[Preview]:
    """Of a sample project that the test may change; it never waits for news."""
    preview = Preview(ready(sample), draw=draw, patience=0)
    yield preview
    preview.close()


def save(preview: Preview, name: str, old: str, new: str) -> None:
    """Changes a file of the project and tells the preview."""
    path = preview.project.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    preview.saved([path])


def shown(preview: Preview, path: str) -> str:
    """The page at an address."""
    return preview.answer(path).body.decode()


def state(preview: Preview, query: str = "") -> dict[str, object]:
    """The state that a browser is told."""
    told: dict[str, object] = json.loads(preview.answer(STATE, query).body)
    return told


def test_pages_files_and_data_are_answered(preview: Preview) -> None:
    """Generated and hand-written pages, assets and open data come with their media types."""
    expected = {
        "/": "text/html",
        "/zh/": "text/html",
        PAGE: "text/html",
        "/en/about.html": "text/html",
        "/assets/zhiquan.css": "text/css",
        "/api/v1/index.json": "application/json",
        "/schema/limits.json": "application/json",
        SCRIPT: "text/javascript",
        STYLE: "text/css",
    }
    for path, media_type in expected.items():
        answer = preview.answer(path)
        assert (answer.status, answer.media_type) == (200, media_type), path
        assert answer.body


def test_pages_carry_the_script_of_the_preview_once(preview: Preview) -> None:
    """A page knows its version, so that its browser can tell when a newer one is there."""
    assert shown(preview, PAGE).count(f'<script src="{SCRIPT}" data-version="') == 1
    assert SCRIPT.encode() not in preview.answer("/assets/zhiquan.js").body


@pytest.mark.parametrize(
    "path",
    [
        "/none.html",
        "/zh",
        "/zh/limits/contact-hours",
        "/../mkdocs.yml",
        "/zh/../../../../../../etc/passwd",
        "//etc/passwd",
        "/%2e%2e/",
        "/zh/\0.html",
        "/" + "x" * 300,
    ],
)
def test_an_unknown_address_is_the_page_for_unknown_ones(preview: Preview, path: str) -> None:
    """Nothing outside the site is given away, and the reader finds a way home."""
    answer = preview.answer(path)
    assert answer.status == 404
    assert b"Page not found" in answer.body


def test_a_saved_entry_shows(preview: Preview) -> None:
    """After a save the page, the lists that name it and the open data are new."""
    assert "Hours to call" not in shown(preview, PAGE)
    save(preview, HOURS, "Hours of contact", "Hours to call")
    for path in (PAGE, "/en/limits/index.html", "/api/v1/limits/contact-hours.json"):
        assert "Hours to call" in shown(preview, path)
    assert state(preview)["version"] == 1


def test_a_fault_keeps_the_last_good_page(preview: Preview) -> None:
    """With a fault the pages stay as they were and the report is told; mended, all is new."""
    before = shown(preview, PAGE)
    save(preview, HOURS, "subject: calls", "subjekt: calls")
    assert shown(preview, PAGE) == before
    told = state(preview)
    assert told["version"] == 0
    overlay = told["overlay"]
    assert isinstance(overlay, dict)
    (fault,) = (one for one in overlay["faults"] if one["severity"] == "error")
    assert fault["place"] == f"{HOURS}:4:1"
    assert fault["line"] == ["", "subjekt", ": calls"]
    save(preview, HOURS, "subjekt: calls", "subject: calls")
    assert state(preview) == {"told": 2, "version": 1, "overlay": None}


def test_a_saved_style_or_page_shows(preview: Preview) -> None:
    """Hand-written pages, styles and templates are drawn again."""
    save(preview, "docs/assets/zhiquan.css", ":root", ".zq-new { top: 0 } :root")
    assert ".zq-new{" in shown(preview, "/assets/zhiquan.css")
    save(preview, "docs/en/about.md", "---\ntitle:", "---\ntitle: New")
    assert "<title>New" in shown(preview, "/en/about.html")


def test_a_style_saved_beside_a_fault_shows_once_the_fault_is_mended(preview: Preview) -> None:
    """What could not be drawn because of a fault is drawn later."""
    save(preview, HOURS, "subject: calls", "subjekt: calls")
    save(preview, "docs/assets/zhiquan.css", ":root", ".zq-new { top: 0 } :root")
    assert ".zq-new{" not in shown(preview, "/assets/zhiquan.css")
    save(preview, HOURS, "subjekt: calls", "subject: calls")
    assert ".zq-new{" in shown(preview, "/assets/zhiquan.css")


def test_a_broken_theme_keeps_the_last_good_pages(preview: Preview) -> None:
    """A template that cannot be read is told with its file and line; the preview goes on."""
    before = shown(preview, PAGE)
    save(preview, "templates/theme/main.html", "{% endfor %}", "{% endfor % }")
    assert shown(preview, PAGE) == before
    assert "main.html" in json.dumps(state(preview)["overlay"])
    save(preview, "templates/theme/main.html", "{% endfor % }", "{% endfor %}")
    assert state(preview)["overlay"] is None


def test_a_template_that_fails_says_where(preview: Preview) -> None:
    """A page whose template fails is answered with the fault and renewed when it is mended."""
    name = "templates/pages/limits.html"
    text = (preview.project.root / name).read_text("utf-8")
    save(preview, name, text, text + "\n{{ nothing_of_that_name.at_all }}\n")
    answer = preview.answer(PAGE)
    assert answer.status == 500
    assert b"nothing_of_that_name" in answer.body
    assert SCRIPT.encode() in answer.body
    save(preview, name, text + "\n{{ nothing_of_that_name.at_all }}\n", text)
    assert preview.answer(PAGE).status == 200


def test_a_browser_waits_for_news(sample: Path) -> None:
    """Who has seen the last state is answered at the next save, not before."""
    preview = Preview(ready(sample), draw=draw, patience=30)
    assert state(preview, "after=-1")["told"] == 0
    told: list[dict[str, object]] = []
    browser = threading.Thread(target=lambda: told.append(state(preview, "after=0")))
    browser.start()
    assert told == []
    save(preview, HOURS, "Hours of contact", "Hours to call")
    browser.join(timeout=30)
    preview.close()
    assert told == [{"told": 1, "version": 1, "overlay": None}]


@pytest.mark.parametrize("query", ["", "after=", "after=x", "seen=1&seen=2", "after=-1"])
def test_any_question_about_the_state_is_answered(preview: Preview, query: str) -> None:
    """A browser that asks anything else is told the state at once."""
    assert state(preview, query) == {"told": 0, "version": 0, "overlay": None}


def test_a_closed_preview_leaves_nothing_behind(sample: Path) -> None:
    """What was drawn for the preview is gone."""
    preview = Preview(ready(sample), draw=draw)
    folder = Path(preview._scratch.name)  # noqa: SLF001  (what it leaves is the point)
    assert folder.is_dir()
    preview.close()
    assert not folder.exists()


def test_a_preview_begins_with_faults_and_shows_the_site_once_they_are_mended(sample: Path) -> None:
    """Who starts it on a broken tree is shown what is wrong, in words, and then the site."""
    good = (sample / HOURS).read_text("utf-8")
    (sample / HOURS).write_text(good.replace("subject:", "subjekt:"), "utf-8")
    project = Project(sample, today=TODAY)
    with pytest.raises(ProjectError):
        project.refresh()
    preview = Preview(project, draw=draw, patience=0)
    for path in ("/", PAGE):
        page = shown(preview, path)
        assert f"{HOURS}:" in page
        assert "did you mean 'subject'?" in html.unescape(page)
        assert SCRIPT in page
    assert state(preview)["overlay"]
    assert preview.answer("/assets/zhiquan.css").status == 404
    save(preview, HOURS, "subjekt:", "subject:")
    assert state(preview) == {"told": 1, "version": 1, "overlay": None}
    assert "Hours of contact" in shown(preview, PAGE)
    preview.close()


def test_a_preview_that_begins_with_faults_shows_the_site_built_last(sample: Path) -> None:
    """Where there is one, its pages stay readable under the overlay."""
    lay(sample / "site/api/v1/index.json", "{}")
    lay(sample / "site/en/limits/contact-hours.html", "<body>The page of yesterday</body>")
    (sample / HOURS).write_text("title: {", "utf-8")
    project = Project(sample, today=TODAY)
    with pytest.raises(ProjectError):
        project.refresh()
    preview = Preview(project, draw=draw, lang="zh", patience=0)
    assert "The page of yesterday" in shown(preview, PAGE)
    assert SCRIPT in shown(preview, PAGE)
    assert "请改好以下问题并保存" in shown(preview, "/zh/")
    assert preview.answer("/../mkdocs.yml").body == b""
    preview.close()
