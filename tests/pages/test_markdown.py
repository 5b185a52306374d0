"""Markdown: a small part of CommonMark, and nothing that could harm a reader."""

import re
import time

import pytest
from markdown_it import MarkdownIt

from zhiquan.pages.markdown import Markdown, unfold


def _resolve(target: str, fragment: str | None, words: str | None) -> str:
    return f"<a>{target}{fragment or ''}={words or ''}</a>"


MARKDOWN = Markdown(_resolve)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain words", "<p>plain words</p>"),
        ("a **bold** word", "<p>a <strong>bold</strong> word</p>"),
        ("违反**《民法典》**的", "<p>违反<strong>《民法典》</strong>的</p>"),
        ("*leaning*", "<p><em>leaning</em></p>"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("2. a\n3. b", '<ol start="2">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("see [[laws/x]].", "<p>see <a>laws/x=</a>.</p>"),
        ("see [[laws/x|the law]].", "<p>see <a>laws/x=the law</a>.</p>"),
        ("is [[limits/x#check]].", "<p>is <a>limits/x#check=</a>.</p>"),
        ("*see [[laws/x]]*", "<p><em>see <a>laws/x=</a></em></p>"),
        (
            "[site](https://a.example/)",
            '<p><a href="https://a.example/" rel="noopener">site</a></p>',
        ),
        ("[call](tel:110)", '<p><a href="tel:110">call</a></p>'),
    ],
)
def test_what_editors_write_becomes_html(text: str, html: str) -> None:
    """Paragraphs, lists, emphasis, links and links to entries."""
    assert MARKDOWN.block(text) == html


def test_a_table_keeps_its_cells() -> None:
    """Tables are part of the subset, and the keyboard can scroll a wide one."""
    html = MARKDOWN.block("| a | b |\n|---|---|\n| 1 | [[laws/x]] |")
    assert html.startswith('<table tabindex="0">')
    assert "<th>b</th>" in html
    assert "<td><a>laws/x=</a></td>" in html


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "**<b onclick=x>**",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](data:text/html,x)",
    "[a](vbscript:x)",
    "![x](https://elsewhere.example/pixel.png)",
    "<javascript:alert(1)>",
    "[[laws/<script>]]",
    "[[laws/x|<script>alert(1)</script>]]",
    '[a](https://a.example/"onmouseover="alert(1))',
    "&lt;script&gt;",
    "- <script>x</script>\n- b",
    "| <script> |\n|---|\n| <iframe> |",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["block", "inline"])
def test_no_text_can_become_code(text: str, form: str) -> None:
    """HTML is shown as text, images are not loaded, and only three kinds of address are linked."""
    escaping = Markdown(lambda target, fragment, words: "LINK")  # noqa: ARG005
    html = escaping.block(text) if form == "block" else escaping.inline(text)
    tags = set(re.findall(r"<([a-z0-9]+)", html))
    assert tags <= {"p", "a", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
    assert not re.search(r'<[^>]*\son\w+="', html)
    assert all(
        re.match(r"https?:|mailto:|tel:", href) for href in re.findall(r'href="([^"]*)', html)
    )


@pytest.mark.parametrize(
    "text",
    ["# heading", "    code", "```\ncode\n```", "> quote", "`code`", "heading\n======", "***"],
)
def test_what_is_not_in_the_subset_stays_text(text: str) -> None:
    """Headings, code and quotations are no part of it: what is typed is what is shown."""
    html = MARKDOWN.block(text)
    assert re.findall(r"<(?!/?p>)", html) == []


def test_nested_brackets_are_no_link() -> None:
    """A link to an entry holds no other; the inner one counts, the outer brackets are text."""
    assert MARKDOWN.block("[[a [[laws/x]] b]]") == "<p>[[a <a>laws/x=</a> b]]</p>"


@pytest.mark.parametrize("piece", ["字", "[[", "**", "[[laws/x]] ", "a*b_c ", "](", "- x\n", "1. "])
def test_a_very_long_line_takes_no_longer_per_letter(piece: str) -> None:
    """No text of an entry, which is at most 256 KiB, can hold up a build."""
    started = time.process_time()
    MARKDOWN.block(piece * (20_000 // len(piece)))
    assert time.process_time() - started < 2


SIMPLE = [
    "one",
    "one\n\ntwo **three** four",
    "- a\n- b **c**\n\nafter",
    "before\n\n1. a\n2. b\n\nafter",
    "- a\n\n1. b",
    "- a\n\n- b",
    "a > b",
    "\"quoted\" and 'quoted'",
    "3.5% is not a list",
    "-5 is not a list",
    "1.x",
    "- a",
    "1) a",
    "+ a",
    "a **b c**d** e",
    "2 * 3 * 4",
    "** not bold **",
]


@pytest.mark.parametrize("text", SIMPLE)
def test_the_short_way_says_what_commonmark_says(text: str) -> None:
    """Simple texts never reach the parser; what they become is the same."""
    reference = MarkdownIt("commonmark").render(text).strip().replace("&quot;", '"')
    assert MARKDOWN.block(text) == reference


def test_folded_lines_leave_no_space_between_chinese_characters() -> None:
    """YAML folds lines with a space, which Chinese does not have; English keeps it."""
    assert unfold("可以不开门， 也可以\n不谈") == "可以不开门，也可以不谈"
    assert unfold("打110 或 call now") == "打110 或 call now"
