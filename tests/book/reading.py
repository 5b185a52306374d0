"""Reading PDFs back: their text, their outline, where their links lead."""

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

_SPACE = re.compile(r"[\s\u2060]+")


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF as objects."""
    return pikepdf.open(BytesIO(pdf))


def page_texts(pdf: bytes, tmp_path: Path) -> list[str]:
    """The text of every page without white space, headers and footers left out."""
    return _area(pdf, tmp_path, top=62, height=725)


def head_texts(pdf: bytes, tmp_path: Path) -> list[str]:
    """What stands in the head of every page, without white space."""
    return _area(pdf, tmp_path, top=0, height=55)


def _area(pdf: bytes, tmp_path: Path, *, top: int, height: int) -> list[str]:
    path = tmp_path / "read.pdf"
    path.write_bytes(pdf)
    area = ["-x", "0", "-y", str(top), "-W", "600", "-H", str(height)]
    result = subprocess.run(
        ["pdftotext", "-raw", *area, str(path), "-"], capture_output=True, check=True
    )
    return [squeezed(page) for page in result.stdout.decode().split("\f")]


def squeezed(text: str) -> str:
    """The text without white space."""
    return _SPACE.sub("", text)


_PAGE_NUMBER = re.compile(r"（第\d+页）|\(p\.\d+\)")


def without_page_numbers(text: str) -> str:
    """A text without the pages behind its references; white space is gone already."""
    return _PAGE_NUMBER.sub("", text)


def places(pdf: pikepdf.Pdf) -> dict[str, int]:
    """By name: the page (from 1) of every place that links can name; entries are named by ref."""
    if "/Names" not in pdf.Root:
        return {}
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    named: dict[str, Any] = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
    return {
        name: numbers[(at if isinstance(at, pikepdf.Array) else at.D)[0].objgen]
        for name, at in named.items()
    }


def outline(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, int]]:
    """Depth, title and page (from 1) of every bookmark."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}

    def walk(items: Any, depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            destination = item.destination or item.action.D
            yield depth, str(item.title), numbers[destination[0].objgen]
            yield from walk(item.children, depth + 1)

    with pdf.open_outline() as tree:
        yield from walk(tree.root, 1)


def words(node: Any) -> Iterator[str]:
    """The texts of a node, each as one run; references and formats end a run."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for one in node:
            yield from words(one)
    elif isinstance(node, dict) and "c" in node:
        yield from words(node["c"])


def texts(data: Any) -> Iterator[str]:
    """The texts of everything that a volume prints of an entry."""
    if isinstance(data, dict) and "t" in data:
        yield from words(data)
    elif isinstance(data, dict):
        for key, one in data.items():
            if key in {"q", "a", "title", "rule", "text", "answer", "definition", "outcome", "do",
                       "about", "says", "why", "allowed", "not_allowed", "you", "reading", "shows",
                       "handles", "not_handles", "bring", "do_now", "do_today", "keep", "tell_them",
                       "evidence", "signs", "consequence", "what", "starts"}:  # fmt: skip
                yield from words(one)
            if not isinstance(one, str):
                yield from texts(one)
    elif isinstance(data, list):
        for one in data:
            yield from texts(one)


def kinds_of_tags(pdf: pikepdf.Pdf) -> set[str]:
    """The names of all structure elements."""
    return {str(one.S) for one in _elements(pdf)}


def languages(pdf: pikepdf.Pdf) -> set[str]:
    """The languages that structure elements and passages within lines state."""
    passages = (
        mark.operands[1]
        for page in pdf.pages
        for mark in pikepdf.parse_content_stream(page, "BDC")
        if isinstance(mark.operands[1], pikepdf.Dictionary)
    )
    return {str(one.Lang) for one in (*_elements(pdf), *passages) if "/Lang" in one}


def alternatives(pdf: pikepdf.Pdf) -> list[str]:
    """What a screen reader says of each figure."""
    return [str(one.Alt) for one in _elements(pdf) if one.S == "/Figure"]


def _elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one:
            yield one
