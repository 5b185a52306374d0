"""The live preview: pages are rendered when they are asked for, so a saved entry shows at once."""

import json
import mimetypes
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from zhiquan.outputs.project import Project, ProjectError
from zhiquan.outputs.settings import SiteSettings
from zhiquan.outputs.site import Site

STATE = "/__preview/state"
SCRIPT = "/__preview/script.js"

_WAIT = 20.0
"""Seconds a browser waits for news before it asks again."""


class Drawn(Protocol):
    """What the drawing of frames leaves behind."""

    def site(self, settings: SiteSettings) -> Site:
        """The site made of the drawn frames."""
        ...


Draw = Callable[..., tuple[Drawn, SiteSettings]]


@dataclass(frozen=True)
class Answer:
    """What the server sends."""

    status: int
    media_type: str
    body: bytes


class Preview:
    """The site as it stands after the last save, and the faults of that save."""

    def __init__(self, project: Project, *, draw: Draw) -> None:
        """Draws the frames once.

        Args:
            project: with its entries read and free of faults.
            draw: draws frames and hand-written pages into a folder.
        """
        self.project = project
        self.version = 1
        self.report = ""
        self._draw = draw
        self._changed = threading.Condition()
        self._folder = tempfile.TemporaryDirectory(prefix="zhiquan-preview-")
        self._redraw()

    def entries_saved(self) -> None:
        """Reads what was saved; with a fault the last good pages stay and the report shows."""
        try:
            self.project.refresh()
        except ProjectError as fault:
            self._tell(report=str(fault))
            return
        self._site = self._drawn.site(self._settings)
        self._tell(report="")

    def theme_saved(self) -> None:
        """Draws everything new: a template, a style or a hand-written page changed."""
        self._redraw()
        self.entries_saved()

    def answer(self, path: str, query: str = "") -> Answer:
        """What belongs at an address."""
        if path == STATE:
            return self._state({key: int(v[0]) for key, v in parse_qs(query).items()})
        if path == SCRIPT:
            script = Path(__file__).with_name("preview.js").read_bytes()
            return Answer(200, "text/javascript", script)
        return self._file(path.lstrip("/") + ("index.html" if path.endswith("/") else ""))

    def _file(self, address: str) -> Answer:
        media_type = mimetypes.guess_type(address)[0] or "application/octet-stream"
        text = self._site.text(address)
        if text is not None:
            return Answer(200, media_type, self._live(text.encode(), media_type))
        folder = Path(self._folder.name)
        target = (folder / address).resolve()
        if target.is_relative_to(folder.resolve()) and target.is_file():
            return Answer(200, media_type, self._live(target.read_bytes(), media_type))
        return Answer(404, "text/html", self._live((folder / "404.html").read_bytes(), "text/html"))

    def _live(self, body: bytes, media_type: str) -> bytes:
        if media_type != "text/html":
            return body
        script = f'<script src="{SCRIPT}" data-version="{self.version}"></script></body>'
        return body.replace(b"</body>", script.encode())

    def _state(self, seen: dict[str, int]) -> Answer:
        with self._changed:
            self._changed.wait_for(
                lambda: (self.version, len(self.report)) != (seen.get("seen"), seen.get("report")),
                timeout=_WAIT,
            )
            state = {"version": self.version, "report": self.report}
        return Answer(200, "application/json", json.dumps(state).encode())

    def _tell(self, *, report: str) -> None:
        with self._changed:
            self.version += 0 if report else 1
            self.report = report
            self._changed.notify_all()

    def _redraw(self) -> None:
        config = self.project.root / "mkdocs.yml"
        self._drawn, self._settings = self._draw(
            config, Path(self._folder.name), self.project, writes_pages=False
        )
        self._site = self._drawn.site(self._settings)


class _Saved(FileSystemEventHandler):
    """Tells the preview what kind of file was saved."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._one_at_a_time = threading.Lock()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type in {"opened", "closed_no_write"}:
            return
        with self._one_at_a_time:
            if "/docs/entries/" in Path(str(event.src_path)).as_posix():
                self._preview.entries_saved()
            else:
                self._preview.theme_saved()


def serve_forever(preview: Preview, *, port: int, tell: Callable[[str], None]) -> None:
    """Serves on this machine only, until interrupted.

    Args:
        preview: what to show.
        port: 0 takes any free one.
        tell: is given the address to open.
    """
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(preview))
    observer = Observer()
    for folder in ("docs", "templates"):
        observer.schedule(_Saved(preview), str(preview.project.root / folder), recursive=True)
    observer.start()
    tell(f"open http://127.0.0.1:{server.server_port}/ (Ctrl+C ends)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        tell("")
    finally:
        observer.stop()
        server.server_close()


def _handler(preview: Preview) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers with what the preview holds."""

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            answer = preview.answer(unquote(parts.path), parts.query)
            self.send_response(answer.status)
            self.send_header("Content-Type", f"{answer.media_type}; charset=utf-8")
            self.send_header("Content-Length", str(len(answer.body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Says nothing: the browser shows what happens."""

    return Handler
