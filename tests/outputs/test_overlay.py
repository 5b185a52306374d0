"""What lies over a page of the preview: which faults, where, and in whose language."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace

import pytest

from tests.conftest import ROOT
from zhiquan.outputs.meanwhile import page_of_faults
from zhiquan.outputs.overlay import SHOWN, overlay
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import LANGUAGES, Language, message

TEXTS: Mapping[str, str] = {"a.yaml": "title: 催收\nsubjekt: calls\n", "b.yaml": "x: 1\n"}


def fault(path: str = "a.yaml", key: str = "subjekt", code: str = "ZQ102") -> Diagnostic:
    """A fault at a key."""
    return Diagnostic(code=code, message=message("unknown"), path=path, pointer=(key,), on_key=True)


def test_without_findings_nothing_is_laid_over_the_page() -> None:
    """A good save leaves the page alone."""
    assert overlay([], texts=TEXTS.__getitem__, lang="en") is None


def test_errors_come_first_with_file_line_and_the_place_in_the_line() -> None:
    """What stops a build is read before what only warns, whatever the files are called."""
    found = [fault("a.yaml", code="ZQ401"), fault("b.yaml", "x")]
    laid = overlay(found, texts=TEXTS.__getitem__, lang="en")
    assert laid is not None
    assert [one.place for one in laid.faults] == ["b.yaml:1:1", "a.yaml:2:1"]
    assert laid.faults[1].line == ("", "subjekt", ": calls")
    assert laid.summary == "Errors: 1 · Warnings: 1"


@pytest.mark.parametrize(("lang", "word"), [("zh", "错误"), ("en", "error")])
def test_the_words_are_those_of_the_editor(lang: Language, word: str) -> None:
    """Every word of the overlay is in the language that was asked for."""
    laid = overlay([fault()], texts=TEXTS.__getitem__, lang=lang)
    assert laid is not None
    assert laid.faults[0].weight == word
    assert laid.lang == {"zh": "zh-Hans", "en": "en"}[lang]


def test_a_flood_is_cut_and_says_how_many_are_left() -> None:
    """The errors are all counted, the first are listed, and the rest has a command."""
    flood = [fault(f"{number:04}.yaml", "x") for number in range(SHOWN + 7)]
    laid = overlay(flood, texts=lambda _name: "x: 1\n", lang="en")
    assert laid is not None
    assert (len(laid.faults), laid.errors) == (SHOWN, SHOWN + 7)
    assert "7 more are listed by: zhiquan check" in laid.notes


def test_a_file_that_went_away_has_a_place_and_no_line() -> None:
    """A fault of a removed file is still told."""

    def gone(name: str) -> str:
        raise FileNotFoundError(name)

    laid = overlay([fault()], texts=gone, lang="en")
    assert laid is not None
    assert laid.faults[0].line == ("", "", "")


def test_a_failure_beside_the_entries_is_told_as_it_is() -> None:
    """A template that cannot be read is no finding, and still lies over the page."""
    laid = overlay([], texts=TEXTS.__getitem__, lang="en", failure="main.html: line 3")
    assert laid is not None
    assert laid.failure == "main.html: line 3"
    assert laid.summary == "A page cannot be made"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_overlay_reads_as_it_is_kept(lang: Language, pytestconfig: pytest.Config) -> None:
    """All its words, of a flood of faults and of a failure, and the page that stands for a site."""
    flood = [fault(f"{number:04}.yaml", "x") for number in range(SHOWN + 7)]
    of_faults = overlay(flood, texts=lambda _name: "x: 1\n", lang=lang)
    of_failure = overlay([], texts=TEXTS.__getitem__, lang=lang, failure="main.html: line 3")
    assert of_faults is not None
    assert of_failure is not None
    one_fault = replace(of_faults, faults=of_faults.faults[:1])
    shown = [json.dumps(asdict(one), ensure_ascii=False) for one in (one_fault, of_failure)]
    report = "\n".join([*shown, page_of_faults(one_fault).decode()])
    kept = ROOT / f"tests/cases/reports/overlay-{lang}.txt"
    if pytestconfig.getoption("--write-cases"):
        kept.write_text(report, "utf-8")
    assert report == kept.read_text("utf-8")
