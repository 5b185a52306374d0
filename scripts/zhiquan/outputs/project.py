"""A project on disk: its entries read and checked, ready to be printed."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from zhiquan.knowledge.load import Loaded
from zhiquan.knowledge.nearby.following import Following
from zhiquan.pages.publication import Publication
from zhiquan.pages.typesetting import Codes
from zhiquan.source.codes import has_errors
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Language
from zhiquan.source.progress import Progress
from zhiquan.source.report import Texts, render


class ProjectError(Exception):
    """The entries have faults."""

    def __init__(self, diagnostics: Iterable[Diagnostic], *, texts: Texts) -> None:
        super().__init__("the entries have faults")
        self._diagnostics = tuple(diagnostics)
        self._texts = texts

    def report(self, lang: Language, *, colour: bool = False) -> str:
        """All findings in words."""
        return render(self._diagnostics, texts=self._texts, lang=lang, colour=colour)


class NotReadError(RuntimeError):
    """Pages were asked for before the entries were read."""


class Project:
    """The entries of one project, and the pages made of them.

    It keeps what it knows of the files, so that a second `refresh` reads and checks only what was
    saved and what that concerns.
    """

    def __init__(
        self, root: Path, *, today: dt.date, strict_dates: bool = False, pdfs: bool = True
    ) -> None:
        """Names the project; nothing is read yet.

        Args:
            root: the folder with `mkdocs.yml`, `docs/entries` and `templates`.
            today: the day the site speaks of.
            strict_dates: True makes an overdue review an error.
            pdfs: whether pages may link PDFs.
        """
        self.root = root
        self.today = today
        self._pdfs = pdfs
        self._following = Following(root, today, strict_dates)
        self._publication: Publication | None = None
        self._codes: Codes = {}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings of the last `read`."""
        return self._following.findings

    @property
    def has_pages(self) -> bool:
        """Whether there has been a knowledge base without faults."""
        return self._publication is not None

    @property
    def publication(self) -> Publication:
        """The pages of the last knowledge base without faults.

        Raises:
            NotReadError: when there has been none yet.
        """
        if self._publication is None:
            raise NotReadError
        return self._publication

    def read(self, *, progress: Progress | None = None) -> Loaded:
        """Reads and checks the entries; the findings are in `diagnostics`."""
        return self._following.read(progress=progress)

    def prepare(self) -> None:
        """Gets ready for saves, so that the first one is as quick as the others."""
        self._following.prepare()

    def refresh(self, *, progress: Progress | None = None) -> Loaded:
        """Reads, checks, and makes the pages new; with faults, the last good pages stay.

        Raises:
            ProjectError: when a finding is an error.
        """
        loaded = self.read(progress=progress)
        if has_errors(self.diagnostics):
            raise ProjectError(self.diagnostics, texts=loaded.texts)
        self._publication = Publication(
            loaded.kb, templates=self.root / "templates", codes=self._codes, pdfs=self._pdfs
        )
        return loaded
