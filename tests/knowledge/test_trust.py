"""How far a claim can be trusted, and who speaks."""

from typing import Any

import pytest

from tests.knowledge.samples import REVIEW, TEXT, VERIFIED, knowledge
from zhiquan.entries.law import Law
from zhiquan.entries.provenance import Level, Source
from zhiquan.knowledge.trust import authority, level


def source(verified: str = "primary-text", **fields: Any) -> Source:
    """A source with a level of verification."""
    kind = fields or {"report": {"by": "press", "publisher": "例报"}}
    return Source.model_validate({**kind, "verified": {**VERIFIED, "level": verified}})


def law(kind: str) -> Law:
    """An instrument of a type."""
    texts = dict.fromkeys(("title", "short", "issuer", "status", "about"), TEXT)
    return Law.model_validate({**texts, "type": kind, "verified": VERIFIED, "review": REVIEW})


@pytest.mark.parametrize(
    ("levels", "best"),
    [
        (["unverified", "primary-text"], "primary-text"),
        (["unverified", "reliable-report"], "reliable-report"),
        (["unverified"], "unverified"),
        ([], "unverified"),
    ],
)
def test_the_best_source_decides(levels: list[str], best: Level) -> None:
    """One source that was read is enough; no source at all is not verified."""
    assert level(source(each) for each in levels) == best


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("statute", "statute"), ("judicial-interpretation", "court"), ("standard", "standard")],
)
def test_a_law_speaks_with_the_authority_of_its_type(kind: str, expected: str) -> None:
    """Authority follows from what the instrument is, never from how well it was checked."""
    kb = knowledge(laws={"some-law": law(kind)})
    assert authority(source(law="some-law"), kb) == expected
    assert authority(source("unverified", law="some-law"), kb) == expected


def test_a_report_speaks_for_its_reporter() -> None:
    """A regulator's notice seen in the press is press; an unknown law has no authority."""
    assert authority(source(), knowledge()) == "press"
    assert authority(source(law="no-such-law"), knowledge()) is None
