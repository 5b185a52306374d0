"""The registry of codes and what is made of it."""

import re
from pathlib import Path

import pytest

from zhiquan.source.codes import CODES, STAGES, Code
from zhiquan.source.explain import UnknownCodeError, explain, reference
from zhiquan.source.yaml_reader import Document, read

ROOT = Path(__file__).parents[2]
YAML_CODES = [code for code in CODES.values() if code.stage == "yaml"]
SCHEMA_CODES = [code for code in CODES.values() if code.stage == "schema"]
NOT_TYPED = {"ZQ006", "ZQ007", "ZQ008", "ZQ009", "ZQ010"}
"""Codes whose fault cannot be shown in a piece of text."""


def name(code: Code) -> str:
    """The code, as the name of a test."""
    return code.code


@pytest.mark.parametrize("code", CODES.values(), ids=name)
def test_a_code_is_explained_in_both_languages(code: Code) -> None:
    """Title and reason stand in Chinese and in English, and the examples differ."""
    assert code.code[2] == str(STAGES.index(code.stage))
    assert re.fullmatch(r"ZQ\d{3}", code.code)
    for texts in (code.title, code.why):
        assert set(texts) == {"zh", "en"}
        assert re.search("[\u4e00-\u9fff]{2}", texts["zh"])
        assert re.search("[a-z]{3}", texts["en"])
    assert code.severity in {"error", "warning"}
    assert code.wrong != code.right
    for lang in ("zh", "en"):
        text = explain(code.code, lang)
        assert code.title[lang] in text.split("\n")[0]
        assert code.why[lang] in text


def test_codes_stand_in_order_and_once() -> None:
    """The registry is a list that people read."""
    assert list(CODES) == sorted(CODES)


@pytest.mark.parametrize("code", YAML_CODES, ids=name)
def test_the_examples_of_the_reader_are_true(code: Code) -> None:
    """The wrong example has the fault that it shows, and the right one is read."""
    assert isinstance(read(code.right.encode(), name="a.yaml"), Document)
    found = read(code.wrong.encode(), name="a.yaml")
    if code.code not in NOT_TYPED:
        assert isinstance(found, tuple)
        assert code.code in {fault.code for fault in found}


@pytest.mark.parametrize("code", SCHEMA_CODES, ids=name)
def test_the_examples_of_the_models_are_yaml(code: Code) -> None:
    """An example teaches one thing; its YAML is good."""
    for text in (code.wrong, code.right):
        assert isinstance(read(f"{text}\n".encode(), name="a.yaml"), Document), text


def test_an_explanation_in_full() -> None:
    """What `zhiquan explain` prints."""
    assert explain("zq107", "zh") == (
        "ZQ107 (错误): 应为true或false\n\n"
        "这个字段只接受 true（是）或 false（否）。yes、no、是、否都按文字读取，不会被猜测。\n\n"
        "错误示例:\n\n    recommended_only: yes\n\n"
        "正确示例:\n\n    recommended_only: true\n"
    )


def test_an_unknown_code_names_the_range() -> None:
    """A slip of the finger is told, not punished."""
    with pytest.raises(UnknownCodeError) as unknown:
        explain("ZQ1O2")
    assert str(unknown.value) == f"no code 'ZQ1O2'; codes run from ZQ001 to {max(CODES)}"


def test_the_reference_is_fresh() -> None:
    """docs/reference/diagnostics.md is made by `zhiquan schema`; it holds every code."""
    text = (ROOT / "docs/reference/diagnostics.md").read_text("utf-8")
    assert text == reference(), "run: zhiquan schema"
    assert re.findall(r"^### (ZQ\d{3})", text, re.MULTILINE) == list(CODES)
