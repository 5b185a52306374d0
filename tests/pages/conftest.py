"""The small knowledge base that the pages under test are printed from."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, TODAY
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import load
from zhiquan.pages.publication import Publication

CASES = ROOT / "tests/cases/pages"
TEMPLATES = ROOT / "templates"


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """Two or three entries of each kind, with every state a page must show."""
    loaded = load(CASES, today=TODAY)
    assert not loaded.diagnostics, loaded.diagnostics
    return loaded.kb


@pytest.fixture(scope="session")
def publication(kb: KnowledgeBase) -> Publication:
    """The pages of that knowledge base, by the real templates."""
    return Publication(kb, templates=TEMPLATES)


@pytest.fixture(scope="session")
def goldens() -> Path:
    """The folder with the bodies that pages are compared with."""
    return CASES / "golden"
