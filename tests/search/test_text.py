"""Folding and tokens: one form for what is typed and what is written."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.search.parity import CASES, expected, written
from zhiquan.outputs.search.cutting import Cutter
from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.tokens import exact, stem, tokens
from zhiquan.outputs.search.words import SearchWords

WORDS = SearchWords.load(ROOT / "templates/search")
FOLDING = Folding(WORDS.variants)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("調解委員會", "调解委员会"),
        ("ＬＰＲ　２４％", "lpr 24%"),
        ("Can’t PAY", "cant pay"),
        ("收帳", "收账"),
        ("臺灣裡麵", "台湾里面"),
    ],
)
def test_folding_brings_spellings_together(typed: str, folded: str) -> None:
    """Width, case, apostrophes, Traditional and variant characters do not matter."""
    assert FOLDING.fold(typed) == folded


@pytest.mark.parametrize(
    ("folded", "expected_tokens"),
    [
        ("上门催收", ["上门", "门催", "催收"]),
        ("钱", ["钱"]),
        ("利率24%", ["利率", "24%", "24"]),
        ("每天3次", ["每天", "3", "3次", "次"]),
        ("app读取通讯录", ["app", "读取", "取通", "通讯", "讯录"]),
        ("第6.3条", ["第", "6.3", "6.3条", "条"]),
        ("", []),
        ("？！……", []),
    ],
)
def test_tokens(folded: str, expected_tokens: list[str]) -> None:
    """Pairs of Han characters, stems of words, numbers with and without what they count."""
    assert tokens(folded) == expected_tokens


@pytest.mark.parametrize(
    "family",
    [
        ["collect", "collects", "collected", "collecting", "collector", "collectors", "collection"],
        ["harass", "harassing", "harassment", "harassed"],
        ["mediate", "mediation", "mediator"],
        ["charge", "charges", "charged", "charging"],
        ["apply", "applies", "applied"],
        ["repay", "repays", "repayment", "repaying"],
    ],
)
def test_stems_bring_a_family_together(family: list[str]) -> None:
    """Whoever types one form of a word finds the others."""
    assert len({stem(word) for word in family}) == 1


def test_exact_ignores_spaces_and_punctuation() -> None:
    """A title is the same with and without its marks and endings."""
    assert exact("lpr（贷款）") == exact("lpr贷款") == "lpr 贷款"
    assert exact("home visits") == exact("home-visit")


def test_whole_text_is_cut_as_single_strings_are() -> None:
    """The arrays of the index hold, line by line, the tokens of the parity strings."""
    texts = [FOLDING.fold(text).replace("\n", " ") for text, _ in expected()]
    cutter = Cutter()
    codes, lines = cutter.cut("\n".join(texts))
    cut: list[Counter[str]] = [Counter() for _ in texts]
    for code, line in zip(codes.tolist(), lines.tolist(), strict=True):
        cut[line][cutter.token(code)] += 1
    assert cut == [Counter(tokens(text)) for text in texts]


@pytest.mark.parametrize("text", ["", "\n", "？\n！", "lpr", "催", "催收"])
def test_little_text_is_cut_too(text: str) -> None:
    """No token, one token, only Latin ones, only Han ones."""
    codes, lines = Cutter().cut(text)
    assert len(codes) == len(lines) == len(tokens(text))


def test_parity_file_is_what_python_says(request: pytest.FixtureRequest) -> None:
    """At least 200 strings with their tokens; the browser is held to the same file."""
    if request.config.getoption("--write-cases"):
        Path(CASES).write_text(written(FOLDING), encoding="utf-8")
    cases = expected()
    assert len(cases) >= 200
    assert [[text, tokens(FOLDING.fold(text))] for text, _ in cases] == cases
    assert json.dumps(cases)
