"""What is said to editors is said in both languages."""

import ast
from collections.abc import Iterator
from string import Formatter

import yaml

from tests.conftest import ROOT
from zhiquan.cli import main
from zhiquan.commands.chinese import help_of
from zhiquan.source.message import chinese, message, spoken

CATALOGUE = ROOT / "scripts/zhiquan/source/messages/zh"


def templates() -> Iterator[str]:
    """Every English template in the code: the first argument of `message(...)`."""
    for path in sorted((ROOT / "scripts/zhiquan").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "message":
                yield ast.literal_eval(node.args[0])


def said() -> set[str]:
    """Every English text that an editor may read, the help of the commands among them."""
    return {*templates(), *help_of([main, *main.commands.values()])}


def slots(template: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_message_has_its_chinese() -> None:
    """Nothing is said in English only."""
    assert said() - set(chinese()) == set()


def test_no_chinese_stands_without_its_message() -> None:
    """What the code no longer says is taken out of the catalogue."""
    assert set(chinese()) - said() == set()


def test_a_message_has_its_chinese_once() -> None:
    """Two files with the same English would hide one of the two translations."""
    texts = [path.read_text("utf-8") for path in sorted(CATALOGUE.glob("*.yaml"))]
    held = [key for text in texts for key in yaml.load(text, Loader=yaml.CBaseLoader)]  # noqa: S506
    assert len(held) == len(set(held))


def test_both_languages_fill_the_same_slots() -> None:
    """A number or a name that one language tells, the other tells too."""
    wrong = [english for english, other in chinese().items() if slots(english) != slots(other)]
    assert wrong == []


def test_a_message_within_a_message_speaks_the_same_language() -> None:
    """A slot that holds a message is put into words with it."""
    inner = message("no faults in {count} files", count=3)
    assert spoken(message("{what}", what=inner), "zh") == "3 个文件，没有发现问题"


def test_a_list_is_joined_as_each_language_joins() -> None:
    """Commas in English, the enumeration comma in Chinese."""
    said = message("one of: {choices}", choices=("a", "b"))
    assert spoken(said, "en") == "one of: a, b"
    assert spoken(said, "zh") == "可选：a、b"
