"""One sample project, read once, and the settings of a site."""

from pathlib import Path

import pytest

from tests.sample import case_files, ready, write_sample
from zhiquan.outputs.project import Project
from zhiquan.outputs.settings import SiteSettings

TOMBSTONE = """\
title: {zh: 旧的时间规则, en: Old rule of hours}
removed:
  on: 2026-10-01
  why: {zh: 与另一条合并。, en: Merged with another.}
  redirect: limits/contact-hours
"""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample with one removed entry; read only."""
    folder = tmp_path_factory.mktemp("sample")
    return ready(write_sample(folder, {"docs/entries/limits/old-hours.yaml": TOMBSTONE}))


@pytest.fixture(scope="session")
def amended(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample after an amendment of the law that `limits/contact-hours` rests on."""
    folder = tmp_path_factory.mktemp("amended")
    return ready(write_sample(folder, case_files("ZQ315-amended-after-it-was-read")))


@pytest.fixture
def settings() -> SiteSettings:
    """Of a site in a folder of its host."""
    return SiteSettings(
        name="知权 & Rights",
        url="https://site.example/rights/",
        repository="https://forge.example/people/rights",
        edit_path="edit/main/",
    )


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A sample project of the test's own, to change and to break."""
    return write_sample(tmp_path / "sample")
