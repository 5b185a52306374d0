"""Asking one address, once: what it answers, without reading what it holds.

The name is looked up first, every address it stands for is judged, and the connection goes to an
address that was judged: an entry, or a redirect, cannot lead into the network of whoever runs this.
"""

import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Literal
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as TooSlow

from zhiquan.source.message import Message, message

REDIRECTS = 8
"""Redirects that are followed; browsers give up at twenty."""
PLACES = 3
"""Places of one host that are tried before it counts as out of reach."""
PERMANENT = frozenset({301, 308})
_REDIRECT = frozenset({301, 302, 303, 307, 308})
_UNTOLD = frozenset({401, 403, 405, 406, 412, 418, 429, 451})
"""Answers that many an official site gives to any program: they say nothing about the page."""

Standing = Literal["fine", "failed", "untold"]
Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What came of asking."""

    standing: Standing
    what: Message
    passing: bool = False
    """Whether it may be otherwise in a moment, so that asking again makes sense."""
    answered: bool = True
    """Whether there was somebody at all at the other end."""
    moved: str | None = None
    """Where the address has moved for good."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses that a name stands for, those of the older protocol first: all can reach them.

    Raises:
        OSError: the name is unknown.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return sorted({str(place[0]) for *_, place in found}, key=lambda one: (":" in one, one))


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How to ask."""

    timeout: float = 15.0
    """Seconds for the connection, and again for each piece of the answer's head."""
    tries: int = 3
    """Times an address is asked where it may be otherwise in a moment."""
    pause: float = 1.0
    """Seconds between two requests to one host; doubled before each new try."""
    private: bool = False
    """Whether addresses within this machine or its network may be asked."""
    resolve: Resolve = resolve
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)


def ask(address: str, terms: Terms) -> Reply:
    """Asks for an address and follows its redirects; no body is ever read."""
    seen: list[str] = []
    settled = address
    while address not in seen:
        seen.append(address)
        if len(seen) > REDIRECTS + 1:
            return _failed(message("more than {count} redirects", count=REDIRECTS))
        try:
            status, location = _head(address, terms)
        except _NoHeadError as none:
            return none.reply
        if status not in _REDIRECT or not location:
            return _judged(status, moved=settled if settled != seen[0] else None)
        if status in PERMANENT and settled == address:
            settled = urljoin(address, location)
        address = urljoin(address, location)
    return _failed(message("the redirects go round in a circle"))


class _NoHeadError(Exception):
    """There is nothing to judge; `reply` says why."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply.what))
        self.reply = reply


def _judged(status: int, *, moved: str | None) -> Reply:
    what = message("answers {status}", status=status)
    if 200 <= status < 300:  # noqa: PLR2004  (RFC 9110, 15.3: successful)
        return Reply(standing="fine", what=what, moved=moved)
    if status in _UNTOLD:
        return Reply(standing="untold", what=what, moved=moved)
    return _failed(what, passing=status >= 500)  # noqa: PLR2004  (RFC 9110, 15.6: server error)


def _failed(what: Message, *, passing: bool = False) -> Reply:
    return Reply(standing="failed", what=what, passing=passing)


def _head(address: str, terms: Terms) -> tuple[int, str | None]:
    """The status of an answer, and where it sends us."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise _NoHeadError(_failed(message("leads to what is no web address")))
    try:
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
        host = parts.hostname.encode("idna").decode()
        where = _Where(parts, host, port)
        return _first(where, _places(host, port, terms), terms)
    except (OSError, HTTPError, ValueError) as fault:
        raise _NoHeadError(_broken(fault)) from None


@dataclass(frozen=True)
class _Where:
    parts: SplitResult
    host: str
    """As the name system knows it."""
    port: int

    @property
    def named(self) -> str:
        """The host as the request names it: with the port that the address states."""
        return f"{self.host}:{self.port}" if self.parts.port else self.host


def _places(host: str, port: int, terms: Terms) -> Sequence[str]:
    """Where a host is, if it may be asked at all."""
    places = terms.resolve(host, port)
    if not terms.private and not all(ip_address(place).is_global for place in places):
        raise _NoHeadError(_failed(message("leads into a private network, which is not asked")))
    return places


def _first(where: _Where, places: Sequence[str], terms: Terms) -> tuple[int, str | None]:
    """The answer of the first place that can be reached."""
    *others, last = places[:PLACES]
    for place in others:
        with suppress(NewConnectionError, ConnectTimeoutError):
            return _asked(where, place, terms)
    return _asked(where, last, terms)


def _asked(where: _Where, place: str, terms: Terms) -> tuple[int, str | None]:
    parts = where.parts
    with _pool(where, place, terms) as pool:
        response = pool.request(
            "GET",
            parts._replace(scheme="", netloc="", fragment="").geturl() or "/",
            headers=_HEADERS | {"Host": where.named},
            redirect=False,
            preload_content=False,
        )
        response.close()
        return response.status, response.headers.get("Location")


_HEADERS = {"User-Agent": "zhiquan-links/1", "Accept": "*/*", "Accept-Encoding": "identity"}


def _pool(where: _Where, place: str, terms: Terms) -> urllib3.HTTPConnectionPool:
    """A connection to one place, which has to prove that it is the host."""
    timeout = urllib3.Timeout(connect=terms.timeout, read=terms.timeout)
    if where.parts.scheme == "http":
        return urllib3.HTTPConnectionPool(place, where.port, timeout=timeout, retries=False)
    return urllib3.HTTPSConnectionPool(
        place,
        where.port,
        timeout=timeout,
        retries=False,
        ssl_context=terms.tls,
        server_hostname=where.host,
    )


def _broken(fault: Exception) -> Reply:
    """The reply that a fault of the connection comes to."""
    return Reply(
        standing="failed",
        what=_why(fault),
        passing=not isinstance(fault, SSLError | ValueError),
        answered=isinstance(fault, SSLError | ProtocolError | ValueError),
    )


def _why(fault: Exception) -> Message:
    """A fault in an editor's words."""
    if isinstance(fault, SSLError):
        return _insecure(fault)
    if isinstance(fault, TooSlow) and not isinstance(fault, NewConnectionError):
        return message("no answer in time")
    if isinstance(fault, ProtocolError):
        return message("the connection was broken off")
    if isinstance(fault, socket.gaierror):
        return message("the name is unknown")
    if isinstance(fault, ValueError):
        return message("leads to what is no web address")
    return message("no connection")


def _insecure(fault: SSLError) -> Message:
    """A certificate that is not valid, or two programs that do not understand each other."""
    cause = fault.args[0] if fault.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return message("the certificate is not valid ({reason})", reason=cause.verify_message)
    reason = getattr(cause, "reason", None) or "TLS"
    return message("no secure connection ({reason})", reason=reason)
