"""A screen reader is told where the language changes."""

import pytest

from zhiquan.pages.voices import with_voices
from zhiquan.source.message import Language


@pytest.mark.parametrize(
    ("lang", "html", "marked"),
    [
        ("en", "The court (法院) says", 'The court (<span lang="zh">法院</span>) says'),
        ("en", "中国银行业协会 / CBA", '<span lang="zh">中国银行业协会</span> / CBA'),
        ("en", "“12368，怎样核实”", '“12368，<span lang="zh">怎样核实</span>”'),
        ("en", "GB/T 45251《催收，2025年》", 'GB/T 45251《<span lang="zh">催收，2025年</span>》'),
        ("en", '<a title="x 法">法</a>', '<a title="x 法"><span lang="zh">法</span></a>'),
        ("en", "no Chinese “here”", "no Chinese “here”"),
        ("zh", "见China Daily，2025年", '见<span lang="en">China Daily</span>，2025年'),
        ("zh", "下载App，按LPR算", "下载App，按LPR算"),
        ("zh", "《the company's answer》", '《<span lang="en">the company\'s answer</span>》'),
        ("zh", '<a href="x" rel="a b">在 Sina Finance 上</a>',
         '<a href="x" rel="a b">在 <span lang="en">Sina Finance</span> 上</a>'),
        ("zh", "A &amp; B", "A &amp; B"),
    ],
)  # fmt: skip
def test_passages_of_the_other_language_are_marked(lang: Language, html: str, marked: str) -> None:
    """Runs of characters in English, two words or more in Chinese; markup is left alone."""
    assert with_voices(html, lang) == marked
