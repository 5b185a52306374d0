"""What is offered for download, read by the reference checkers of its formats."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.audit.claim import Claim, at_most, none_of
from zhiquan.outputs.book.pdf_file import page_count

EPUBCHECK = Path(sys.executable).parent / "epubcheck"


def claims(site: Path) -> Iterator[Claim]:
    """Weighs the PDFs; checks the EPUB of each language with epubcheck (which needs Java)."""
    for lang in ("zh", "en"):
        yield from _pdf_claims(site / "downloads", lang)
        book = site / f"downloads/zhiquan-{lang}.epub"
        yield none_of(f"epubcheck: findings in {book.name}", _epub_findings(book))


def _pdf_claims(folder: Path, lang: str) -> Iterator[Claim]:
    book = (folder / f"zhiquan-{lang}.pdf").read_bytes()
    share = len(book) / 1000 / page_count(book)
    yield at_most(f"the book, {lang}: KB a page", share, 10, unit="KB")
    for size in ("a6", "a4"):
        card = folder / f"card-{lang}-{size}.pdf"
        yield at_most(f"{card.name}: size", card.stat().st_size / 1000, 100, unit="KB")


def _epub_findings(book: Path) -> list[str]:
    run = subprocess.run([str(EPUBCHECK), str(book)], capture_output=True, text=True, check=False)
    lines = [line for line in run.stdout.splitlines() if "ERROR" in line or "WARNING" in line]
    return lines or ([run.stderr.strip() or run.stdout.strip()] if run.returncode else [])
