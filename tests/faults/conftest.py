"""A small project with a finished site, and what another entry would make of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import zhiquan
from tests.faults.runs import DAY, files_of
from tests.sample import write_sample

HOURS = "docs/entries/limits/contact-hours.yaml"
QUICK = (*DAY, "--no-downloads")


@dataclass
class Project:
    """A project whose site is that of one of two states of its entries."""

    folder: Path
    sites: dict[str, dict[str, str]]
    """By a title of an entry: the files of the whole site."""

    @property
    def site(self) -> Path:
        """Where readers look."""
        return self.folder / "site"

    def entitle(self, title: str) -> None:
        """Changes an entry, so that a build gives other bytes."""
        path = self.folder / HOURS
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"en: Hours [^}\n]*", f"en: {title}", text, count=1), "utf-8")

    def build(self, *options: str) -> str:
        """A whole build, quick unless told otherwise; gives what it said."""
        done = zhiquan("build", *(options or QUICK), "--root", str(self.folder))
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr


TITLES = ("Hours of contact", "Hours to call")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project whose site was built from each of both states; shared, so leave it whole."""
    folder = write_sample(tmp_path_factory.mktemp("faults") / "project")
    project = Project(folder, {})
    for title in reversed(TITLES):
        project.entitle(title)
        project.build()
        project.sites[title] = files_of(project.site)
    assert project.sites[TITLES[0]] != project.sites[TITLES[1]]
    yield project
    assert files_of(project.site) in project.sites.values()
