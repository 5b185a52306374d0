"""What a machine can mend: it is mended once, and nothing else is touched."""

from typing import Any

import pytest

from tests.conftest import ROOT
from zhiquan.entries.faults.slots import slot
from zhiquan.entries.fields import parts
from zhiquan.entries.kinds import KINDS, MODELS
from zhiquan.entries.limit import Limit
from zhiquan.entries.mending.mend import Mended, mend
from zhiquan.entries.mending.spelling import chinese, english
from zhiquan.entries.order import field_order
from zhiquan.entries.skeleton.rows import rows
from zhiquan.entries.skeleton.writing import written_out
from zhiquan.entries.term import Term
from zhiquan.knowledge.folder import EntryFile, walk
from zhiquan.knowledge.parse import type_of
from zhiquan.source.yaml_reader import Document, read

FILES = [item for item in walk(ROOT) if isinstance(item, EntryFile)]
SPOILED = {
    "。": " 。",
    "，": ",",
    "（": "(",
    "）": ")",
    "：": ":",
    "2026-11-23": "2026/11/23",
    "\n": "  \n",
}
"""How an editor might have written it."""


def tree(text: str) -> dict[str, Any]:
    """What a text holds."""
    found = read(text.encode(), name="x")
    assert isinstance(found, Document), found
    return found.tree


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("在 22:00 到次日 8:00", "在22:00到次日8:00"),
        ("用 App 查,再打 12378", "用App查，再打12378"),
        ("你好, 世界!", "你好，世界！"),
        ("为什么?", "为什么？"),
        ("理由:没有证据;不成立", "理由：没有证据；不成立"),
        ("年化利率(APR)不超过24%。", "年化利率（APR）不超过24%。"),
        ("上限是 24% 的利率", "上限是24%的利率"),
        ("见 [[limits/home-entry]] 和规则", "见[[limits/home-entry]]和规则"),
        ("“不算骚扰”,他说", "“不算骚扰”，他说"),
        ("《民法典》(2021年起)", "《民法典》（2021年起）"),
        ("等于 ， 逗号", "等于，逗号"),
    ],
)
def test_chinese_is_written_as_the_entries_write_it(written: str, mended: str) -> None:
    """Full-width signs, and no blank between Chinese and Latin letters or digits."""
    assert chinese(written) == mended
    assert chinese(mended) == mended


@pytest.mark.parametrize(
    "written",
    [
        "第50(2)条、6.3(1)",
        "8:00到22:00，每天3次",
        "GB/T 45251-2025 互联网金融 个人网络消费信贷 贷后催收风控指引",
        "[热线](https://www.12378.cn/a,b;c)",
        "见 https://example.org/?a=1 的说明",
        "代码`a, 中文`不变",
        "RMB 10,000以下",
        "第一段。\n\n  - 缩进的第二段",
    ],
)
def test_what_is_no_mistake_stays_in_chinese(written: str) -> None:
    """Figures, articles, addresses, titles of standards: not every half-width sign is one."""
    assert chinese(written) == written


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Call at once，then write。", "Call at once, then write."),
        ("One： the rule；two", "One: the rule; two"),
        ("The rate（APR）is high", "The rate (APR) is high"),
        ("Really？", "Really?"),
        ("a、b", "a, b"),
    ],
)
def test_english_has_half_width_signs(written: str, mended: str) -> None:
    """A sign of the Chinese keyboard in English text is a slip."""
    assert english(written) == mended
    assert english(mended) == mended


@pytest.mark.parametrize(
    "written", ["Haier (海尔消费金融，青岛) lends", "the “（APR）利率” line", "called 催收，外访"]
)
def test_chinese_names_in_english_keep_their_signs(written: str) -> None:
    """What stands among Chinese is Chinese, in English text too."""
    assert english(written) == written


TERM = """\
# yaml-language-server: $schema=../../schema/terms.json
title:
  zh: 利率    # 读者的说法
  en: 'Rate'
# 含义
definition:
  en: >-
    The price of money，as a share
    of it。
  zh: >-
    借钱的价格,用 APR 表示。
review: {on: 2026年1月5日, by: "editors"}
see: [limits/a, limits/b]~~
""".replace("~", " ")
MENDED = """\
# yaml-language-server: $schema=../../schema/terms.json
title:
  zh: 利率    # 读者的说法
  en: Rate
# 含义
definition:
  zh: >-
    借钱的价格，用APR表示。
  en: >-
    The price of money, as a share
    of it.
see: [limits/a, limits/b]
review: {on: 2026-01-05, by: editors}
"""


def test_a_file_is_mended_and_its_comments_stay() -> None:
    """Order, days, signs, quotes and line ends in one go; layout and comments are as they were."""
    found = mend(TERM, Term)
    assert found.text == MENDED
    assert found.did == ("line-ends", "order", "dates", "signs", "quotes")
    assert mend(MENDED, Term) == Mended(MENDED)


def test_comments_go_with_their_field() -> None:
    """A comment above a field, or behind it, is about that field wherever it stands."""
    text = "see: [terms/a]  # both\n# about the title\ntitle:\n  # inside\n  zh: 甲\n"
    moved = "# about the title\ntitle:\n  # inside\n  zh: 甲\nsee: [terms/a]  # both\n"
    assert mend(text, Term).text == moved


def test_comments_above_the_first_field_go_with_it_too() -> None:
    """Only the line that is about the whole file stays at its head."""
    head = "# yaml-language-server: $schema=../../schema/terms.json\n"
    text = f"{head}# both\nsee: [terms/a]\ntitle:\n  # the English\n  en: A\n  zh: 甲\n"
    moved = f"{head}title:\n  zh: 甲\n  # the English\n  en: A\n# both\nsee: [terms/a]\n"
    assert mend(text, Term).text == moved


def test_fields_of_list_items_are_brought_into_order() -> None:
    """The dash stays where the item begins, and moves to what is first now."""
    text = "versions:\n  - rule: {zh: 甲}\n    from: 2026-01-01\n  - from: 2027-01-01\n"
    moved = "versions:\n  - from: 2026-01-01\n    rule: {zh: 甲}\n  - from: 2027-01-01\n"
    assert mend(text, Limit).text == moved


def test_what_cannot_be_cut_into_lines_stays() -> None:
    """Fields in braces, and an item whose new first field has a comment, are left alone."""
    for text in (
        "review: {by: editors, on: 2026-01-01}\n",
        "versions:\n  - rule: {zh: 甲}\n    # since\n    from: 2026-01-01\n",
    ):
        assert mend(text, Limit).text == text


def test_an_unknown_field_stays_behind_the_one_above_it() -> None:
    """What the model does not know is for the editor to see, where it was written."""
    text = "see: [terms/a]\nsee_also: 乙\ntitle: {zh: 甲}\n"
    assert mend(text, Term).text == "title: {zh: 甲}\nsee: [terms/a]\nsee_also: 乙\n"


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("2026/1/5", "2026-01-05"),
        ("2026.01.05", "2026-01-05"),
        ("2026年1月5日", "2026-01-05"),
        ("2026-1-5", "2026-01-05"),
        ('"2026/1/5"', '"2026-01-05"'),
        ("2026/2/30", "2026/2/30"),
        ("5/1/2026", "5/1/2026"),
        ("2026-01", "2026-01"),
    ],
)
def test_days_have_one_form(written: str, mended: str) -> None:
    """Where a day is meant and there is such a day; what is doubtful is left to the check."""
    assert mend(f"review: {{on: {written}}}\n", Term).text == f"review: {{on: {mended}}}\n"


def test_days_in_texts_stay() -> None:
    """A day that readers read is written as they read it."""
    text = "summary: {zh: 2026年1月5日起, en: as of 2026/1/5}\n"
    assert mend(text, Term).text == text


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("'利率'", "利率"),
        ('"plain words"', "plain words"),
        ("'it: is'", '"it: is"'),
        ("'say \"x\"'", '"say \\"x\\""'),
        ('"12378"', '"12378"'),
        ('"2026-01-31"', '"2026-01-31"'),
        ('"true"', '"true"'),
        ('"No"', '"No"'),
        ('"People\'s Court"', '"People\'s Court"'),
    ],
)
def test_quotes_are_double_and_not_around_mere_words(written: str, mended: str) -> None:
    """What other readers of YAML would take for a number, a day or a flag keeps its quotes."""
    assert mend(f"title: {{zh: {written}}}\n", Term).text == f"title: {{zh: {mended}}}\n"


def test_quotes_are_added_where_a_mended_sign_needs_them() -> None:
    """A half-width colon in English text would otherwise begin a field."""
    found = mend("title:\n  en: The law：what it says\n", Term)
    assert found.text == 'title:\n  en: "The law: what it says"\n'


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("title：\n  zh：甲\n", "title:\n  zh: 甲\n"),
        ("\ufefftitle: {zh: 甲}\n", "title: {zh: 甲}\n"),
        ("title:\n  en: Hours: 8 to 10\n", 'title:\n  en: "Hours: 8 to 10"\n'),
    ],
)
def test_a_file_that_could_not_be_read_is_made_readable(written: str, mended: str) -> None:
    """The slips of a Chinese keyboard, and a colon without quotes, keep nobody from going on."""
    found = mend(written, Term)
    assert found.text == mended
    assert found.did == ("yaml",)


def test_what_is_no_yaml_is_left_alone() -> None:
    """What cannot be understood is not touched; the check says why."""
    text = "title: {zh: 甲  \n  - [\n"
    assert mend(text, Term) == Mended(text, is_readable=False)


def test_line_ends_of_verse_stay() -> None:
    """In a text written with `|`, two blanks at the end of a line make a new line."""
    text = "definition:\n  zh: |\n    甲  \n    乙\n"
    assert mend(text, Term).text == text


def test_the_real_entries_have_nothing_to_mend() -> None:
    """The house style is that of the entries, and stays so."""
    untidy = {
        file.name: found.did
        for file in FILES
        if (found := mend(text := file.path.read_text("utf-8"), type_of(file, text))).did
    }
    assert untidy == {}, "run: zhiquan fix"


@pytest.mark.parametrize("sign", SPOILED)
def test_spoiled_entries_are_mended_once(sign: str) -> None:
    """Every tenth real entry, spoiled: mended, it is still read, and a second run does nothing."""
    for file in FILES[::10]:
        good = file.path.read_text("utf-8")
        spoiled = good.replace(sign, SPOILED[sign])
        top = type_of(file, spoiled)
        found = mend(spoiled, top)
        assert mend(found.text, top).did == ()
        if sign in {"\n", "2026-11-23"}:
            assert {*tree(found.text)} == {*tree(good)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_entry_has_nothing_to_mend(kind: Any) -> None:
    """What `zhiquan new` writes, `zhiquan fix` leaves."""
    text = written_out(rows(MODELS[kind], {"order": "1", "review.on": "2026-01-01"}), kind, "zh")
    assert mend(text, MODELS[kind]) == Mended(text)


def test_the_order_holds_every_field_once() -> None:
    """A new field has its place at once."""
    for model in (*MODELS.values(), *parts()):
        assert sorted(field_order(model)) == sorted(slot(model).fields())
