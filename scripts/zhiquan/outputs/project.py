"""A project on disk: its entries read and checked, ready to be printed."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from zhiquan.knowledge.checking import check
from zhiquan.knowledge.load import Loaded, Reuse, load
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

    It keeps what unchanged files held, so that a second `refresh` reads only what was saved.
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
        self._strict_dates = strict_dates
        self._pdfs = pdfs
        self._reuse = Reuse()
        self._publication: Publication | None = None
        self._codes: Codes = {}
        self.diagnostics: tuple[Diagnostic, ...] = ()

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
        loaded = load(self.root, today=self.today, reuse=self._reuse, progress=progress)
        self.diagnostics = check(loaded, strict_dates=self._strict_dates)
        return loaded

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
