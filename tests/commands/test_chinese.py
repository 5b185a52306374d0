"""Help and wrong usage are told in the language that was asked for."""

import re

import click
import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from zhiquan.cli import COMMANDS, main, spoken_by_default
from zhiquan.commands.chinese import clicks_words, in_chinese, paragraphs_of
from zhiquan.commands.options import language_asked_for
from zhiquan.source.excerpt import cells
from zhiquan.source.message import LANGUAGES, Language

CHINESE = in_chinese(main)
WRONG = (
    "chekc",
    "xyz",
    "--lung zh",
    "check --formt json",
    "check --formt=json",
    "check --format",
    "check --format tex",
    "check --format pdf",
    "check --strict-dates=yes",
    "check --today 2026-13-01",
    "check --root nowhere",
    "check --root pyproject.toml",
    "bundle --to docs",
    "explain",
    "explain ZQ101 ZQ102",
    "explain ZQ101 ZQ102 ZQ103",
    "export",
    "new",
    "new limit some-id",
    "links --timeout long",
    "serve --port 99999",
    "serve --port web",
)
"""What people type wrong: every kind of it that click notices."""


def told(arguments: str, lang: Language, *, columns: int = 100) -> str:
    """What is printed for a command line."""
    with clicks_words(lang):
        group = main if lang == "en" else CHINESE
        done = CliRunner().invoke(
            group,
            arguments.split(),
            prog_name="zhiquan",
            default_map=spoken_by_default(lang),
            terminal_width=columns,
            obj=main,
        )
    return done.output


@pytest.mark.parametrize("lang", LANGUAGES)
def test_wrong_usage_is_told_in_both_languages(
    lang: Language, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """Missing, unknown, too many, not accepted: told with what was probably meant."""
    monkeypatch.chdir(ROOT)
    report = "".join(f"$ zhiquan {line}\n{told(line, lang)}\n" for line in WRONG)
    kept = ROOT / f"tests/cases/reports/usage-{lang}.txt"
    if pytestconfig.getoption("--write-cases"):
        kept.write_text(report, "utf-8")
    assert report == kept.read_text("utf-8")


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_help_is_the_same_in_both_languages(name: str) -> None:
    """As many paragraphs, the same options and the same example to copy; no English is left."""
    english, chinese = (told(f"{name} --help".strip(), lang) for lang in LANGUAGES[::-1])
    assert re.findall(r"--[a-z-]+", english) == re.findall(r"--[a-z-]+", chinese)
    example = re.search(r"Example: (.*)", english)
    assert example
    assert f"例如：{example[1]}" in chinese
    own, other = (main, CHINESE) if not name else (main.commands[name], CHINESE.commands[name])
    assert len(paragraphs_of(own)) == len(paragraphs_of(other))
    assert not re.search(r"[a-z]+ (?:the|a|of|is|and) [a-z]+|Usage|Options|Show", chinese)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_chinese_help_keeps_to_the_width_of_the_terminal(name: str) -> None:
    """A Chinese character takes two columns, so lines break in time, and none is torn by it."""
    lines = told(f"{name} --help".strip(), "zh", columns=60).splitlines()
    assert [line for line in lines if cells(line) > 60 and "例如" not in line] == []


def test_what_click_says_is_put_back() -> None:
    """Whoever uses click besides finds its own words again."""
    before = vars(click.core)["_"], vars(click.formatting)["wrap_text"]
    with clicks_words("zh"):
        assert vars(click.core)["_"]("Options") == "选项"
        with clicks_words("en"):
            assert vars(click.core)["_"]("Options") == "Options"
    assert before == (vars(click.core)["_"], vars(click.formatting)["wrap_text"])


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        (["check", "--lang", "zh", "--help"], "zh"),
        (["check", "--help", "--lang=zh"], "zh"),
        (["--lang", "en", "check"], "en"),
        (["check"], "zh"),
        (["check", "--lang", "de"], "en"),
    ],
)
def test_the_language_is_the_one_asked_for(
    arguments: list[str], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it stands on the line; the locale decides where nothing was asked."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert language_asked_for(arguments) == lang
