"""The one place that knows pikepdf: a PDF made smaller, and its pages counted."""

from io import BytesIO

import pikepdf

MEGABYTE = 1_000_000


def packed(pdf: bytes) -> bytes:
    """The same PDF with object streams, about half the size; the same bytes every time."""
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return made.getvalue()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def kilobytes(size: int) -> str:
    """A size in the unit that reads best: `98 KB`, `3.4 MB`; one KB is 1,000 bytes."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{max(1, size // 1000)} KB"
