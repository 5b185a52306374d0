"""What was found once stays found: the kept cases, and entries and texts that hypothesis makes."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.hostile.entries import dumped, entry
from tests.hostile.harmless import read_yaml, render_markdown
from tests.hostile.payloads import PAYLOADS
from zhiquan.entries.kinds import KINDS
from zhiquan.entries.reading import parse
from zhiquan.entries.scalars import Kind
from zhiquan.source.yaml_reader import Document, read

FINDINGS = sorted((ROOT / "tests/cases/hostile").glob("[ym]*-*"))
EXAMPLES = int(os.environ.get("ZHIQUAN_EXAMPLES", "40"))
FEW = settings(
    derandomize=True,
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
"""The same few examples each time; `make audit` asks for many more."""
SIGNS = st.sampled_from('[]()*_|<>&#`!"\\\n\t -:{}%@~^$=+.1a一，\u202e\u200b\0\ud7ff')
TEXTS = st.lists(st.one_of(SIGNS, st.sampled_from(sorted(PAYLOADS.values()))), max_size=40)


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.name)
def test_what_was_found_does_no_harm(path: Path) -> None:
    """Each kept case is read or rendered without harm."""
    is_yaml = path.name.startswith("yaml-")
    (read_yaml if is_yaml else render_markdown)(path.read_bytes())


@FEW
@given(TEXTS.map("".join))
def test_any_text_becomes_harmless_html(text: str) -> None:
    """Whatever signs and baits follow each other, the HTML holds only what texts may make."""
    render_markdown(text.encode())


@FEW
@given(TEXTS.map("".join))
def test_any_file_is_a_document_or_located_faults(text: str) -> None:
    """The reader never raises, and what is told of the file gives no orders to a terminal."""
    read_yaml(text.encode())
    read_yaml(f"title: {{zh: 词, en: {text}}}\n".encode())


@FEW
@given(st.sampled_from(KINDS), st.lists(TEXTS.map("".join), min_size=1, max_size=8))
def test_any_texts_make_an_entry_or_faults_with_their_place(kind: Kind, texts: list[str]) -> None:
    """An entry of every field is a model, or faults whose pointers lead into the file."""
    said = iter(texts * 200)
    found = read(dumped(entry(kind, lambda: next(said))).encode(), name="a.yaml")
    if isinstance(found, Document):
        made = parse(found, kind)
        faults = made if isinstance(made, tuple) else ()
        assert all(fault.path == "a.yaml" and fault.code for fault in faults)
    else:
        assert all(fault.span for fault in found)
