"""A finished site on this machine, served as a web host would: compressed, typed, cached."""

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.weight import compressed

TEXTS = {"text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"}
"""Types that hosts compress."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serves the folder on a free port of the loopback, and gives its address, with a final `/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@cache
def _sent(path: Path) -> bytes:
    return compressed(path.read_bytes())


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Sends a file as it is, or compressed where it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if not path.is_file():
            self.send_error(404)
            return
        body = _sent(path) if kind in TEXTS else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind in TEXTS else kind)
        if kind in TEXTS:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """The audit prints what it finds."""
