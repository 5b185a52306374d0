"""The one place that knows pikepdf: a PDF made smaller, its pages counted, its places read."""

from io import BytesIO

import pikepdf

from zhiquan.outputs.book.places import Place

MEGABYTE = 1_000_000
_ABOVE = 10.0
"""Points between the place that a link shows and the line that it leads to, as Typst has it."""


def packed(pdf: bytes) -> bytes:
    """The same PDF with object streams, about half the size; the same bytes every time."""
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        # False, as it is where nothing is said; Poppler complains of a value of the wrong type.
        del document.Root.MarkInfo.Suspects
        document.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return made.getvalue()


def places(pdf: bytes) -> dict[str, Place]:
    """Where each name of a PDF leads: page, from 1, and distance from its top in points."""
    with pikepdf.open(BytesIO(pdf)) as document:
        if "/Names" not in document.Root:
            return {}
        pages = {
            page.objgen: (number, float(page.mediabox[3]))
            for number, page in enumerate(document.pages, 1)
        }
        found = {}
        for name, place in pikepdf.NameTree(document.Root.Names.Dests).items():
            page, y = pikepdf.Page(place[0]), place[3]
            number, height = pages[page.objgen]
            found[name] = (number, round(height - float(y) + _ABOVE, 2))
        return found


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def kilobytes(size: int) -> str:
    """A size in the unit that reads best: `98 KB`, `3.4 MB`; one KB is 1,000 bytes."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{max(1, size // 1000)} KB"
