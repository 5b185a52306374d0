"""The live preview: pages are rendered when they are asked for, so a saved entry shows at once."""

import json
import mimetypes
import re
import shutil
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import partial
from html import escape
from pathlib import Path

from zhiquan.knowledge.load import text_of
from zhiquan.outputs.book.on_demand import PdfsOnDemand
from zhiquan.outputs.book.printing import Printing, UnknownVolumeError
from zhiquan.outputs.downloads import Download, listed
from zhiquan.outputs.meanwhile import LastBuilt, is_a_page, page_of_faults
from zhiquan.outputs.overlay import Overlay, overlay
from zhiquan.outputs.project import NotReadError, Project, ProjectError
from zhiquan.outputs.site import Drawn, Site
from zhiquan.pages.addresses import DOWNLOADS
from zhiquan.source.message import LANGUAGES, Language, message, spoken

STATE = "/__preview/state"
SCRIPT = "/__preview/preview.js"
STYLE = "/__preview/preview.css"

_PDF = re.compile(rf"{DOWNLOADS}/([\w-]+)\.pdf", re.ASCII)
_LIST = {f"{lang}/{DOWNLOADS}.html": lang for lang in LANGUAGES}
_AGAIN = """<!doctype html><meta http-equiv="refresh" content="1"><title>PDF</title><p>{said}</p>"""

Draw = Callable[..., Drawn]


@dataclass(frozen=True)
class Drawing:
    """The frames as they were drawn, and the folder with everything that is not generated."""

    drawn: Drawn
    folder: Path
    files: frozenset[str]
    """Addresses of the files in the folder; no other file is ever given away."""


@dataclass(frozen=True)
class _Shown:
    """What pages are made of after the last save without faults."""

    drawing: Drawing
    site: Site


@dataclass(frozen=True)
class Answer:
    """What the server sends."""

    status: int
    media_type: str
    body: bytes


class Preview:
    """The site as it stands after the last save, and the faults of that save."""

    def __init__(
        self, project: Project, *, draw: Draw, lang: Language = "en", patience: float = 20.0
    ) -> None:
        """Draws the frames, once there are entries to show.

        Args:
            project: with its entries read. Where they have faults, the site that was built last is
                shown, or else a plain page with the faults, until they are mended.
            draw: draws frames and hand-written pages into a folder.
            lang: the language of what is said to the editor.
            patience: seconds a browser is kept waiting for news before it has to ask again.
        """
        self.project = project
        self._draw = draw
        self._lang = lang
        self._patience = patience
        self._news = threading.Condition()
        self._told = 0
        self._version = 0
        self._overlay = self._faults()
        project.prepare()
        self._scratch = tempfile.TemporaryDirectory(prefix="zhiquan-preview-")
        self._last_built = LastBuilt(project.root / "site")
        self._is_drawn = False
        self._shown: _Shown | None = None
        self._pdfs = PdfsOnDemand(self._printing)
        if project.has_pages:
            self._fill()

    def close(self) -> None:
        """Removes what was drawn, and ends what is being made."""
        self._pdfs.close()
        self._scratch.cleanup()

    def saved(self, paths: Iterable[Path]) -> None:
        """Shows what was saved; with a fault the last good pages stay, and it is told.

        Args:
            paths: the saved files. Frames are drawn again only for files other than entries.
        """
        entries = (self.project.root / "docs/entries").resolve()
        self._is_drawn &= all(path.is_relative_to(entries) for path in paths)
        try:
            self._renew()
        except ProjectError:
            self._tell(self._faults(), is_new=False)
        except Exception:  # noqa: BLE001  (a template can raise anything; the preview goes on)
            self._tell(self._faults(traceback.format_exc(limit=-1)), is_new=False)
        else:
            self._tell(self._faults(), is_new=True)

    def answer(self, path: str, query: str = "") -> Answer:
        """What belongs at an address of the server."""
        if path == STATE:
            return self._state(query)
        if path in {SCRIPT, STYLE}:
            own = Path(__file__).with_name(path.rpartition("/")[2])
            return Answer(200, str(mimetypes.guess_type(path)[0]), own.read_bytes())
        address = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        try:
            return self._file(address)
        except Exception:  # noqa: BLE001  (a template can raise anything; the preview goes on)
            fault = escape(traceback.format_exc(limit=-1))
            body = f"<!doctype html><title>500</title><body><pre>{fault}</pre></body>"
            return Answer(500, "text/html", self._live(body.encode()))

    def _file(self, address: str) -> Answer:
        shown = self._shown
        if shown and (made := _PDF.fullmatch(address)):
            return self._pdf(made[1], shown)
        media_type = mimetypes.guess_type(address)[0] or "application/octet-stream"
        body = self._body(address, shown) if shown else self._last_built.get(address)
        if body is None:
            return self._unknown(shown.drawing) if shown else self._meanwhile(address)
        return Answer(200, media_type, self._live(body) if media_type == "text/html" else body)

    def _meanwhile(self, address: str) -> Answer:
        laid = self._overlay
        if laid is None or not is_a_page(address):
            return Answer(404, "text/plain", b"")
        return Answer(200, "text/html", self._live(page_of_faults(laid)))

    def _pdf(self, name: str, shown: _Shown) -> Answer:
        try:
            pdf = self._pdfs.get(name)
        except UnknownVolumeError:
            return self._unknown(shown.drawing)
        if pdf:
            return Answer(200, "application/pdf", pdf)
        said = escape(
            spoken(message("{name} is being made; this page asks again.", name=name), self._lang)
        )
        return Answer(202, "text/html", _AGAIN.format(said=said).encode())

    def _unknown(self, drawing: Drawing) -> Answer:
        body = (drawing.folder / "404.html").read_bytes()
        return Answer(404, "text/html", self._live(body))

    def _body(self, address: str, shown: _Shown) -> bytes | None:
        text = shown.site.text(address)
        if text is not None:
            return text.encode()
        drawing = shown.drawing
        body = (drawing.folder / address).read_bytes() if address in drawing.files else None
        if body and (lang := _LIST.get(address)):
            return self._listed(body.decode(), lang).encode()
        return body

    def _listed(self, page: str, lang: Language) -> str:
        """The page of downloads with the PDFs, which are made once they are asked for."""
        titles = self._pdfs.titles().items()
        files = [
            Download(name=f"{name}.pdf", lang=one.lang, form=one.form, title=one.title)
            for name, one in titles
        ]
        return listed(page, self.project.publication, lang, files)

    def _live(self, page: bytes) -> bytes:
        script = f'<script src="{SCRIPT}" data-version="{self._version}"></script></body>'
        return page.replace(b"</body>", script.encode())

    def _state(self, query: str) -> Answer:
        with self._news:
            self._news.wait_for(lambda: query != f"after={self._told}", timeout=self._patience)
            laid = asdict(self._overlay) if self._overlay else None
            state = {"told": self._told, "version": self._version, "overlay": laid}
        return Answer(200, "application/json", json.dumps(state).encode())

    def _renew(self) -> None:
        self.project.refresh()
        self._fill()
        self._pdfs.renew(self._printing)

    def _fill(self) -> None:
        old = self._shown
        drawing = old.drawing if old and self._is_drawn else self._draw_anew()
        self._is_drawn = True
        self._shown = _Shown(drawing, Site(self.project.publication, drawing.drawn))
        if old and old.drawing is not drawing:
            shutil.rmtree(old.drawing.folder)

    def _printing(self) -> Printing:
        project, shown = self.project, self._shown
        if shown is None:
            raise NotReadError
        return Printing(project.publication, shown.drawing.drawn.settings, root=project.root)

    def _draw_anew(self) -> Drawing:
        # A folder of its own, so that pages are answered from the last one meanwhile.
        folder = Path(tempfile.mkdtemp(dir=self._scratch.name))
        config = self.project.root / "mkdocs.yml"
        drawn = self._draw(config, folder, self.project)
        found = (path for path in folder.rglob("*") if path.is_file())
        files = frozenset(path.relative_to(folder).as_posix() for path in found)
        return Drawing(drawn, folder, files)

    def _faults(self, failure: str = "") -> Overlay | None:
        return overlay(
            self.project.diagnostics,
            texts=partial(text_of, self.project.root),
            lang=self._lang,
            failure=failure,
        )

    def _tell(self, laid: Overlay | None, *, is_new: bool) -> None:
        with self._news:
            self._told += 1
            self._version += is_new
            self._overlay = laid
            self._news.notify_all()
