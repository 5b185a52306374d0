"""The pages "How fast" of the site, made from the figures that were kept."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests.bench.peers.chart import Words, chart
from tests.bench.peers.figures import Figures, Size
from tests.bench.peers.projects import ROOT
from zhiquan.source.message import LANGUAGES, Language

NAMES: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "ours": "知权",
        "ours-unsearched": "知权（不做搜索）",
        "hugo": "Hugo",
        "zensical": "Zensical",
        "mkdocs": "MkDocs + Material",
    },
    "en": {
        "ours": "Know Your Rights",
        "ours-unsearched": "Know Your Rights (no search)",
        "hugo": "Hugo",
        "zensical": "Zensical",
        "mkdocs": "MkDocs + Material",
    },
}
HEADS: Mapping[Language, tuple[str, ...]] = {
    "zh": (
        "工具",
        *("用时（秒）", "处理器（秒）", "内存（MiB）"),
        *("网页", "全部文件（MB）", "其中网页（MB）"),
        *("每页文字（字节）", "每页链接", "文字全同的网页"),
    ),
    "en": (
        "Tool",
        *("Time (s)", "CPU (s)", "Memory (MiB)"),
        *("Pages", "All files (MB)", "HTML (MB)"),
        *("Text of a page (bytes)", "Links of a page", "Pages with the same text"),
    ),
}
WORDS: Mapping[Language, Words] = {
    "zh": Words(
        title="做出一页要多少毫秒",
        caption="横条越短越快，填满颜色的是知权。下面的表里有全部数字。",
        size="{}个条目",
        bar="{}每页{}毫秒",
        group="{}：{}。",
        between="；",
        names=NAMES["zh"],
    ),
    "en": Words(
        title="Milliseconds for one page",
        caption="Shorter is faster; the filled bars are ours. All figures are in the tables below.",
        size="{} entries",
        bar="{}, {} milliseconds a page",
        group="{}: {}.",
        between="; ",
        names=NAMES["en"],
    ),
}
BUSY = 0.2
"""Share of the machine that others take from which a page says so."""
_PACKAGES = {
    "zhiquan": "zhiquan",
    "hugo": "Hugo",
    "zensical": "Zensical",
    "mkdocs": "MkDocs",
    "mkdocs-material": "Material for MkDocs",
    "python": "Python",
}


def write_pages(figures: Figures) -> None:
    """Writes the page of each language to where the site takes it from."""
    for lang in LANGUAGES:
        place(lang).write_text(page(figures, lang), encoding="utf-8")


def place(lang: Language) -> Path:
    """Where the page of a language stands."""
    return ROOT / f"docs/{lang}/how-fast.md"


def page(figures: Figures, lang: Language) -> str:
    """The page of one language, as Markdown."""
    environment = Environment(  # noqa: S701  # Markdown of our own, no text of strangers
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "number": lambda one: f"{one:,.0f}",
        "seconds": lambda one: f"{one:,.1f}",
    }
    return environment.get_template(f"how-fast.{lang}.md").render(
        sizes=[_told(size, lang) for size in figures.sizes],
        names=NAMES[lang],
        heads=HEADS[lang],
        chart=chart(figures, WORDS[lang]),
    )


def _told(size: Size, lang: Language) -> dict[str, Any]:
    """What a template prints of one size."""
    ours, comma = size.row("ours"), "，" if lang == "zh" else ", "
    return {
        **dict(size),
        "pages": max(row.pages for row in size.rows),
        "missing": [name for name in NAMES[lang] if size.row(name) is None],
        "day": _day(size.on, lang),
        "busy": size.others > BUSY,
        "others": f"{size.others:.0%}",
        "versions": comma.join(f"{_PACKAGES[name]} {one}" for name, one in size.versions.items()),
        "over_wall": f"{ours.wall / size.floor.wall:.1f}" if ours else "–",
        "over_cpu": f"{ours.cpu / size.floor.cpu:.1f}" if ours else "–",
    }


def _day(on: str, lang: Language) -> str:
    day = dt.date.fromisoformat(on)
    return f"{day.year}年{day.month}月{day.day}日" if lang == "zh" else f"{day.day} {day:%B %Y}"
