"""A server on this machine that does what servers should not."""

import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

HUGE = 10**13
"""Bytes that the huge answer promises."""
CHUNK = b"x" * 65536


class Misbehaving(ThreadingHTTPServer):
    """Answers by the path; knows how often each was asked, and how much it could send."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.sent = 0
        self.over = threading.Event()
        self.scheme = "http"

    def address(self, path: str) -> str:
        """An address of this server."""
        return f"{self.scheme}://127.0.0.1:{self.server_port}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Misbehaving
    PLACES: ClassVar = {
        "/moved": (301, "/fine"),
        "/elsewhere": (302, "/fine"),
        "/round": (302, "/about"),
        "/about": (302, "/round"),
        "/to-a-file": (302, "file:///etc/passwd"),
    }
    STATUS: ClassVar = {"/fine": 200, "/shut": 403, "/gone": 404, "/broken": 500, "/nowhere": 302}

    def do_GET(self) -> None:
        """Misbehaves."""
        self.server.asked[self.path] += 1
        number = self.path.removeprefix("/far/")
        if self.path in self.PLACES:
            self.answer(*self.PLACES[self.path])
        elif number.isdigit():
            self.answer(302, f"/far/{int(number) + 1}")
        elif self.path == "/flaky":
            self.answer(500 if self.server.asked[self.path] == 1 else 200)
        else:
            getattr(self, self.path.strip("/"), self.plain)()

    def plain(self) -> None:
        """An answer without any fault of its own."""
        self.answer(self.STATUS.get(self.path, 404))

    def answer(self, status: int, location: str | None = None) -> None:
        """The head of an answer without a body."""
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def slow(self) -> None:
        """Says nothing until the test is over."""
        self.server.over.wait(60)

    def reset(self) -> None:
        """Breaks the connection off."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def huge(self) -> None:
        """Promises ten terabytes, and sends them as long as somebody takes them."""
        self.send_response(200)
        self.send_header("Content-Length", str(HUGE))
        self.end_headers()
        with suppress(OSError):
            while not self.server.over.is_set():
                self.server.sent += self.wfile.write(CHUNK)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class _Quiet(Misbehaving):
    def handle_error(self, *_: object) -> None:
        """A client that does not trust the certificate goes away: that is the point."""


@contextmanager
def misbehaving(tls: ssl.SSLContext | None = None) -> Iterator[Misbehaving]:
    """A running server, with a certificate where a context holds one."""
    with _Quiet() as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
            server.scheme = "https"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()
