"""Finished PDFs, kept from run to run until what goes into them changes; safe to delete."""

import hashlib
from pathlib import Path

from zhiquan.source.saving import save

_DIGITS = 32


class KeptPdfs:
    """A folder of finished PDFs.

    The name of each holds the hash of all that went into it and that of its own bytes, so a file
    that was damaged or half written is not found, and is made again.
    """

    def __init__(self, folder: Path) -> None:
        """Names the folder; it need not be there."""
        self.folder = folder

    def find(self, made_of: str) -> bytes | None:
        """The PDF that was made of this; None where no good one is kept."""
        for path in sorted(self.folder.glob(f"{made_of}-*.pdf")):
            pdf = path.read_bytes()
            if path.name == _name(made_of, pdf):
                return pdf
        return None

    def keep(self, made_of: str, pdf: bytes) -> None:
        """Keeps a PDF, instead of damaged ones of the same name."""
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / _name(made_of, pdf)
        save(target, pdf)
        for path in self.folder.glob(f"{made_of}-*.pdf"):
            if path != target:
                path.unlink(missing_ok=True)


def _name(made_of: str, pdf: bytes) -> str:
    return f"{made_of}-{hashlib.sha256(pdf).hexdigest()[:_DIGITS]}.pdf"
