"""Numbers in words, as far as they may stand for digits."""

from decimal import Decimal

import pytest

from zhiquan.knowledge.numerals import en_values, plain, zh_values


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("三", "3"),
        ("十", "10"),
        ("十五", "15"),
        ("二十四", "24"),
        ("一百零五", "105"),
        ("三千六百", "3600"),
        ("两万", "20000"),
        ("二十万五千", "205000"),
        ("一亿二千万", "120000000"),
        ("二〇二六", "2026"),
    ],
)
def test_chinese_numerals_have_their_value(words: str, value: str) -> None:
    """Scales multiply what stands before them; digits in a row are read one by one."""
    assert value in set(zh_values(words))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three", "3"),
        ("Twenty-four", "24"),
        ("two hundred and five", "205"),
        ("ten thousand", "10000"),
        ("three hundred thousand", "300000"),
        ("two million", "2000000"),
        ("fifth", "5"),
        ("twice", "2"),
    ],
)
def test_english_number_words_have_their_value(words: str, value: str) -> None:
    """Tens and units add up, scales multiply, ordinals count as their number."""
    assert value in set(en_values(words))


@pytest.mark.parametrize(
    ("number", "text"),
    [("3.00", "3"), ("13.80", "13.8"), ("2.05E+6", "2050000"), ("100", "100"), ("0.05", "0.05")],
)
def test_a_plain_number_has_no_idle_zeros(number: str, text: str) -> None:
    """The value alone counts, not how many decimals were written."""
    assert plain(Decimal(number)) == text
