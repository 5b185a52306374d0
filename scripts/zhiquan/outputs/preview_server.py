"""The preview as a server on this machine: it answers browsers and listens for saved files."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from urllib.parse import unquote, urlsplit

from watchdog.observers import Observer

from zhiquan.outputs.preview import Preview
from zhiquan.outputs.saves import Saved, SavedFiles, saves

FOLDERS = ("docs", "templates")
"""What is watched, from the project's root."""

_PAUSE = 0.05
"""Seconds without an event after which a save is taken to be finished."""


def serve_forever(preview: Preview, *, port: int, tell: Callable[[str], None]) -> None:
    """Serves on this machine only, until interrupted.

    Args:
        preview: what to show.
        port: 0 takes any free one.
        tell: is given the address to open.

    Raises:
        OSError: the port is taken.
    """
    with ThreadingHTTPServer(("127.0.0.1", port), _handler(preview)) as server, _watching(preview):
        tell(f"http://127.0.0.1:{server.server_port}/")
        with suppress(KeyboardInterrupt):
            server.serve_forever()


@contextmanager
def _watching(preview: Preview) -> Iterator[None]:
    saved: Saved = SimpleQueue()
    root = preview.project.root.resolve()
    observer, worker = Observer(), threading.Thread(target=_show, args=(preview, saved))
    for folder in FOLDERS:
        observer.schedule(SavedFiles(root, saved), str(root / folder), recursive=True)
    observer.start()
    worker.start()
    try:
        yield
    finally:
        observer.stop()
        saved.put(None)
        observer.join()
        worker.join()


def _show(preview: Preview, saved: Saved) -> None:
    for files in saves(saved, pause=_PAUSE):
        preview.saved(files)


def _handler(preview: Preview) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers with what the preview holds."""

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            answer = preview.answer(unquote(parts.path), parts.query)
            # A browser that was kept waiting for news may be gone by now.
            with suppress(ConnectionError):
                self.send_response(answer.status)
                self.send_header("Content-Type", f"{answer.media_type}; charset=utf-8")
                self.send_header("Content-Length", str(len(answer.body)))
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Says nothing: the browser shows what happens."""

    return Handler
