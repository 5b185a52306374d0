"""How the time of reading, checking, mending and rendering grows with a text made to delay it."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import TODAY
from tests.hostile.files import BAIT, quoted, term
from zhiquan.entries.mending.mend import mend
from zhiquan.entries.term import Term
from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import load
from zhiquan.outputs.book.nodes import Nodes
from zhiquan.pages.links import Links
from zhiquan.pages.markdown import Markdown
from zhiquan.pages.plain import plain

SHORT, TIMES = 1200, 4
"""Bytes of the shorter text, and how much longer the other is: nearly as long as a text may be."""
WORTH_A_LOOK = 0.05
"""Seconds for the longer text, below which its growth tells nothing."""


@dataclass(frozen=True)
class Grown:
    """What one piece of bait, repeated, cost."""

    work: str
    piece: str
    seconds: float
    """CPU for the longer text."""
    growth: float
    """Of the time, where that is worth a look: 4 is linear, 16 quadratic."""


def grown(root: Path) -> Iterator[Grown]:
    """Every work with every bait.

    Args:
        root: An empty folder to lay an entry in.
    """
    for piece in BAIT:
        for work, do in _works(root).items():
            longer = _seconds(do, piece, SHORT * TIMES)
            growth = 1.0
            if longer > WORTH_A_LOOK:
                shorter = min(_seconds(do, piece, SHORT) for _ in range(3))
                longer = min(longer, *(_seconds(do, piece, SHORT * TIMES) for _ in range(3)))
                growth = longer / max(shorter, 0.001)
            yield Grown(work, piece, longer, growth)


def _works(root: Path) -> Mapping[str, Callable[[str, str], object]]:
    links = Links(load(root, today=TODAY).kb, "en", "")
    markdown, nodes = Markdown(lambda target, _fragment, _words: target), Nodes(links)
    return {
        "read and check": lambda written, _: _checked(root, written),
        "mend": lambda written, _: mend(written, Term),
        "page": lambda _, text: (markdown.block(text), markdown.inline(text), plain(text, links)),
        "book": lambda _, text: (nodes.markdown(text, "zh"), nodes.phrase(text, "zh")),
    }


def _checked(root: Path, written: str) -> None:
    path = root / "docs/entries/terms/bait.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written, "utf-8")
    check(load(root, today=TODAY))
    path.unlink()


def _seconds(do: Callable[[str, str], object], piece: str, size: int) -> float:
    one = quoted(piece, size=size)
    text = one[1:-1].replace("\\n", "\n").replace('\\"', '"')
    start = time.process_time()
    do(term(one, one), text)
    return time.process_time() - start
