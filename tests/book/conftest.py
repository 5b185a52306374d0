"""The sample project printed once, with hostile words among its entries."""

from pathlib import Path

import pytest

from tests.sample import ready, write_sample
from zhiquan.mkdocs_plugin import read_settings
from zhiquan.outputs.book.printing import Printed, Printing

HOSTILE = '#panic("x") @home $a^2$ `code` 1 <2> 3 #import "/etc/passwd" \\u{41} {n} */ //'
"""What would be run, left out or lead away if it ever reached Typst as markup."""

NAME = 'Home visits #panic("x") @home $a$ #{x} = -- // ~'
"""A title like that, which is also a heading, a bookmark and a name in the index."""

RULE = "docs/entries/limits/contact-hours.yaml"


def printing_of(folder: Path) -> Printing:
    """What prints the project of a folder."""
    settings = read_settings(folder / "mkdocs.yml")
    return Printing(ready(folder).publication, settings, root=folder)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project; a text and a title are hostile, a rule has a picture."""
    folder = write_sample(tmp_path_factory.mktemp("book"))
    path = folder / RULE
    text = path.read_text("utf-8")
    quoted = HOSTILE.replace("'", "''").replace("*", "\\*").replace("<", "\\<")
    more = f"\ndo: {{zh: '记下：{quoted}', en: 'Note: {quoted}'}}\npictures: [contact-hours]"
    path.write_text(text.replace("\nreview:", f"{more}\nreview:"), "utf-8")
    practice = folder / "docs/entries/practices/home-visit.yaml"
    practice.write_text(
        practice.read_text("utf-8").replace("en: Home visits}", f"en: '{NAME}'}}", 1), "utf-8"
    )
    return folder


@pytest.fixture(scope="session")
def printing(project: Path) -> Printing:
    """What prints the sample project."""
    return printing_of(project)


@pytest.fixture(scope="session", params=["zh", "en"])
def book(request: pytest.FixtureRequest, printing: Printing) -> Printed:
    """The book of one language."""
    return printing.printed(f"zhiquan-{request.param}")
