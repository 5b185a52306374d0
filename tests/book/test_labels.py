"""Labels of what is not settled: in print they stand where the page of the site has them."""

import datetime as dt
import re
from pathlib import Path

import pytest

from tests.book.reading import page_texts, squeezed, without_page_numbers
from tests.conftest import TODAY
from tests.html import plain
from tests.sample import case_files, write_sample
from zhiquan.mkdocs_plugin import read_settings
from zhiquan.outputs.book.printing import Printing
from zhiquan.outputs.project import Project
from zhiquan.source.message import Language

LIMIT = "limits/contact-hours"
LATER = dt.date(2028, 1, 1)
NOTICE = re.compile(r'<p class="zq-notice.*?</p>')
WAITS = {"zh": "△待复核", "en": "△Underreview"}
OVERDUE = {"zh": "已超过核对期限", "en": "Thisreviewisoverdue."}


def printing(project: Project) -> Printing:
    """What prints a project."""
    settings = read_settings(project.root / "mkdocs.yml")
    return Printing(project.publication, settings, root=project.root)


def project_of(case: str, folder: Path, today: dt.date = TODAY) -> Project:
    """The sample with the files of a fault case, on a day."""
    files = case_files(case) if case else {}
    project = Project(write_sample(folder, files), today=today)
    project.refresh()
    return project


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A law was amended that a rule of the sample rests on."""
    return project_of("ZQ315-amended-after-it-was-read", tmp_path_factory.mktemp("amended"))


@pytest.fixture(scope="module")
def drifted(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One language of a rule was changed alone."""
    return project_of("ZQ415-one-language-changed-alone", tmp_path_factory.mktemp("drifted"))


@pytest.mark.parametrize("case", ["amended", "drifted"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_notice_of_a_page_is_printed(
    case: str, lang: Language, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Below the heading, in the words of the site."""
    project: Project = request.getfixturevalue(case)
    body = project.publication.page(f"{lang}/{LIMIT}.html").body
    notices = NOTICE.findall(body)
    assert notices
    text = "".join(page_texts(printing(project).printed(f"zhiquan-{lang}").pdf, tmp_path))
    for notice in notices:
        assert squeezed(plain(notice)) in without_page_numbers(text)


@pytest.mark.parametrize(
    ("lang", "step", "line"),
    [("zh", "催收联系时间△待复核", "08:00–22:00△待复核"),
     ("en", "Hoursofcontact△Underreview", "08:00–22:00△Underreview")],
)  # fmt: skip
def test_what_rests_on_it_is_marked_where_it_is_named(
    amended: Project, lang: Language, step: str, line: str, tmp_path: Path
) -> None:
    """At the step whose verdict rests on the rule, and in the situation that lists it."""
    book = printing(amended).printed(f"zhiquan-{lang}")
    text = without_page_numbers("".join(page_texts(book.pdf, tmp_path)))
    assert text.count(step) >= 2
    assert line in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_answer_says_it_first(amended: Project, lang: Language, tmp_path: Path) -> None:
    """A question and its answer may be read alone, on the site as in the book."""
    asked = [one for one in amended.publication.questions_of(LIMIT, lang) if one.under_review]
    assert asked
    text = "".join(page_texts(printing(amended).printed(f"zhiquan-{lang}").pdf, tmp_path))
    for one in asked:
        assert squeezed(one.question) + WAITS[lang] in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_overdue_review_is_told_at_each_entry(lang: Language, tmp_path: Path) -> None:
    """At the foot of what was not reviewed in time, as on its page."""
    project = project_of("", tmp_path / "late", LATER)
    kb, book = project.publication.kb, printing(project).printed(f"zhiquan-{lang}")
    late = [
        ref
        for ref in book.volume.data["entries"]
        if "zq-overdue" in project.publication.page(f"{lang}/{ref}.html").body
    ]
    text = "".join(page_texts(book.pdf, tmp_path))
    assert len(late) == sum(1 for _ in kb.entries())
    for ref in late:
        foot = text.index(squeezed(book.volume.data["entries"][ref]["page"]))
        assert OVERDUE[lang] in text[foot : foot + 200]
