"""What is offered for download, read by the reference checkers of its formats."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.audit.claim import Claim, none_of

EPUBCHECK = Path(sys.executable).parent / "epubcheck"


def claims(site: Path) -> Iterator[Claim]:
    """Checks the EPUB of each language with epubcheck (which needs Java)."""
    for lang in ("zh", "en"):
        book = site / f"downloads/zhiquan-{lang}.epub"
        yield none_of(f"epubcheck: findings in {book.name}", _epub_findings(book))


def _epub_findings(book: Path) -> list[str]:
    run = subprocess.run([str(EPUBCHECK), str(book)], capture_output=True, text=True, check=False)
    lines = [line for line in run.stdout.splitlines() if "ERROR" in line or "WARNING" in line]
    return lines or ([run.stderr.strip() or run.stdout.strip()] if run.returncode else [])
