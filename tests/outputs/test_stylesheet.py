"""The one stylesheet holds what pages can use of the theme's, and all of ours."""

import re
from pathlib import Path

import pytest
import tinycss2

from zhiquan.outputs.stylesheet import names_of, stylesheet

NAMES = frozenset({".card", ".card__text", "#top", "[type", "[dir", "[dir=ltr"})


@pytest.mark.parametrize(
    ("theme", "left"),
    [
        (".card{color:red}", ".card{color:red}"),
        (".tabs{color:red}", ""),
        (".tabs,.card>p,p{color:red}", ".card>p,p{color:red}"),
        (".card .tabs{color:red}", ""),
        ("#top{color:red}#other{color:red}", "#top{color:red}"),
        ("p:not(.tabs){color:red}", "p:not(.tabs){color:red}"),
        ("[dir=ltr] p{color:red}[dir=rtl] p{color:red}", "[dir=ltr] p{color:red}"),
        ("ul[type]{color:red}p[data-x]{color:red}", "ul[type]{color:red}"),
        (":is(p,.card){color:red}", ":is(p,.card){color:red}"),
        ("@media print{.tabs{color:red}.card{color:red}}", "@media print{.card{color:red}}"),
        ("@media print{.tabs{color:red}}", ""),
        ("@keyframes turn{to{color:red}}@page{margin:1cm}", "@page{margin:1cm}"),
        (":root{--a:1px;--b:var(--c);--c:url('data:;}')}", ""),
        (":root{--a:1px}p{top:var(--a)}", ":root{--a:1px}p{top:var(--a)}"),
    ],
)
def test_only_what_can_match_is_left_of_the_theme(theme: str, left: str) -> None:
    """A selector goes when a page can have no element for it; a variable when nothing reads it."""
    assert stylesheet(theme, "", NAMES) == left


def test_our_rules_stay_without_comments_and_spaces() -> None:
    """Behind the theme's, so that they win, whatever they name."""
    made = stylesheet("p { top: 0 }", "/* why */\n.zq-new > a { color: red; }\n", NAMES)
    assert made == "p{top:0}.zq-new>a{color:red}"


def test_names_come_from_templates_and_hand_written_pages(tmp_path: Path) -> None:
    """Attributes of markup, and classes that Markdown sets in braces."""
    for name in ("templates/pages", "docs/zh"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "templates/pages/a.html").write_text('<p class="zq-a {{ b }}" id="top" dir="ltr">')
    (tmp_path / "docs/zh/about.md").write_text("# 关于 { .wide #first }\n", "utf-8")
    found = names_of(tmp_path / "templates", tmp_path / "docs")
    assert {".zq-a", "#top", "[dir", "[dir=ltr", ".wide", "#first"} <= found
    assert not {".top", "#zq-a"} & found


def test_no_page_of_the_site_uses_a_class_that_was_left_out(built_site: Path) -> None:
    """Every class of the theme that stands in a page is known to what cuts its stylesheet."""
    styles = (built_site / "assets/zhiquan.css").read_text("utf-8")
    used: set[str] = set()
    for page in sorted(built_site.glob("*/*.html")) + sorted(built_site.glob("*/*/*a*.html"))[:200]:
        for value in re.findall(r'class="([^"]*)"', page.read_text("utf-8")):
            used.update(name for name in value.split() if name.startswith("md-"))
    assert used >= {"md-typeset", "md-content", "md-grid"}
    assert not {name for name in used if f".{name}" not in styles}
    assert not [rule for rule in tinycss2.parse_stylesheet(styles) if rule.type == "error"]


def test_nothing_of_the_theme_is_copied_beside_it(built_site: Path) -> None:
    """No script, no map and no second stylesheet of the theme lies in the site."""
    names = {path.relative_to(built_site / "assets").as_posix() for path in _files(built_site)}
    assert names == {"images/mark.svg", "offline.js", "search.js", "zhiquan.css", "zhiquan.js"}


def _files(site: Path) -> list[Path]:
    return [path for path in (site / "assets").rglob("*") if path.is_file()]
