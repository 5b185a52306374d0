"""Markdown of entries as data: what the page shows, the book prints."""

import json

import pytest

from tests.sample import ready, write_sample
from zhiquan.outputs.book.nodes import Node, Nodes


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Nodes:
    """Nodes for Chinese readers of the sample project."""
    project = ready(write_sample(tmp_path_factory.mktemp("nodes")))
    return Nodes(project.publication.press("zh").edition.links)


@pytest.mark.parametrize(
    ("markdown", "node"),
    [
        ("一句话。", "一句话。"),
        ("**不**开门", [{"t": "b", "c": ["不"]}, "开门"]),
        ("- 一\n- 二", [{"t": "ul", "c": [{"t": "li", "c": ["一"]}, {"t": "li", "c": ["二"]}]}]),
        ("[官网](https://a.example/)", [{"t": "url", "to": "https://a.example/", "c": ["官网"]}]),
        ("`code` <b>x</b> # no", "`code` <b>x</b> # no"),
        ("[[laws/no-such-law]]", ["laws/no-such-law"]),
    ],
)
def test_each_mark_has_its_node(nodes: Nodes, markdown: str, node: Node) -> None:
    """The same small part of CommonMark as on the pages; what is outside of it is text."""
    made = nodes.markdown(markdown, "zh")
    assert _joined(made) == _joined(node)


def _joined(node: Node) -> str:
    """The node as text, neighbouring texts joined: the parser may cut one in two."""
    return json.dumps(node, ensure_ascii=False).replace('", "', "").strip("[]")


def test_a_link_to_an_entry_is_a_reference(nodes: Nodes) -> None:
    """The book prints the page of what it names."""
    assert nodes.markdown("见[[limits/contact-hours]]", "zh") == [
        "见",
        {"t": "ref", "to": "limits/contact-hours", "c": "催收联系时间"},
    ]


def test_a_link_to_a_check_prints_its_value(nodes: Nodes) -> None:
    """A number is never typed twice."""
    assert "08:00–22:00" in nodes.markdown("[[limits/contact-hours#check]]之间", "zh")


def test_a_table_keeps_its_head(nodes: Nodes) -> None:
    """The first row holds header cells."""
    made = nodes.markdown("| 甲 | 乙 |\n|---|---|\n| 一 | 二 |", "zh")
    assert '"th"' in json.dumps(made)
    assert '"td"' in json.dumps(made)
