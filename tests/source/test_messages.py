"""What is said to editors is said in both languages."""

import ast
from collections.abc import Iterator
from string import Formatter

from tests.conftest import ROOT
from zhiquan.source.message import chinese, message, spoken


def templates() -> Iterator[str]:
    """Every English template in the code: the first argument of `message(...)`."""
    for path in sorted((ROOT / "scripts/zhiquan").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "message":
                yield ast.literal_eval(node.args[0])


def slots(template: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_message_has_its_chinese() -> None:
    """Nothing is said in English only."""
    assert set(templates()) - set(chinese()) == set()


def test_no_chinese_stands_without_its_message() -> None:
    """What the code no longer says is taken out of the catalogue."""
    assert set(chinese()) - set(templates()) == set()


def test_both_languages_fill_the_same_slots() -> None:
    """A number or a name that one language tells, the other tells too."""
    wrong = [english for english, other in chinese().items() if slots(english) != slots(other)]
    assert wrong == []


def test_a_message_within_a_message_speaks_the_same_language() -> None:
    """A slot that holds a message is put into words with it."""
    inner = message("no faults in {count} files", count=3)
    assert spoken(message("{what}", what=inner), "zh") == "3 个文件，没有发现问题"
