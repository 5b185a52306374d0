"""What comes of asking an address, whatever the server does."""

import socket
import ssl
from collections.abc import Iterator

import pytest
import trustme

from tests.outgoing.misbehaving import CHUNK, Misbehaving, misbehaving
from zhiquan.outputs.outgoing.asking import REDIRECTS, Reply, Terms, ask
from zhiquan.outputs.outgoing.rounds import ask_all

QUICK = Terms(timeout=5, tries=3, pause=0, private=True)


@pytest.fixture(scope="module")
def server() -> Iterator[Misbehaving]:
    """One server for all tests of the module."""
    with misbehaving() as running:
        yield running


def replied(server: Misbehaving, path: str, terms: Terms = QUICK) -> Reply:
    """What an address of the server comes to."""
    address = server.address(path)
    return ask_all([address], terms)[address]


@pytest.mark.parametrize(
    ("path", "standing", "what"),
    [
        ("/fine", "fine", "answers 200"),
        ("/elsewhere", "fine", "answers 200"),
        ("/gone", "failed", "answers 404"),
        ("/broken", "failed", "answers 500"),
        ("/shut", "untold", "answers 403"),
        ("/nowhere", "failed", "answers 302"),
        ("/round", "failed", "the redirects go round in a circle"),
        ("/far/1", "failed", f"more than {REDIRECTS} redirects"),
        ("/to-a-file", "failed", "leads to what is no web address"),
        ("/reset", "failed", "the connection was broken off"),
    ],
)
def test_each_misbehaviour_has_its_words(
    server: Misbehaving, path: str, standing: str, what: str
) -> None:
    """An editor is told what happens, and a site that shuts out programs is not called broken."""
    reply = replied(server, path)
    assert (reply.standing, str(reply.what)) == (standing, what)


def test_a_slow_server_is_given_up(server: Misbehaving) -> None:
    """Nobody waits for more than the time that was set."""
    reply = replied(server, "/slow", Terms(timeout=0.2, tries=1, pause=0, private=True))
    assert str(reply.what) == "no answer in time"
    assert not reply.answered


def test_what_passes_is_asked_again(server: Misbehaving) -> None:
    """A server that fails once and then answers is fine; one that says 404 is asked once."""
    assert replied(server, "/flaky").standing == "fine"
    assert server.asked["/flaky"] == 2
    replied(server, "/gone?once")
    assert server.asked["/gone?once"] == 1


def test_what_stays_broken_is_asked_as_often_as_was_set(server: Misbehaving) -> None:
    """And no more often."""
    before = server.asked["/broken"]
    assert replied(server, "/broken").passing
    assert server.asked["/broken"] - before == QUICK.tries


def test_a_huge_body_is_not_read(server: Misbehaving) -> None:
    """Ten terabytes are promised; what is sent fits into the buffers of the connection."""
    assert replied(server, "/huge").standing == "fine"
    assert server.sent < 1000 * len(CHUNK)


def test_a_move_for_good_is_told_and_one_for_now_is_not(server: Misbehaving) -> None:
    """The entry can name the new address."""
    assert replied(server, "/moved").moved == server.address("/fine")
    assert replied(server, "/elsewhere").moved is None


@pytest.mark.parametrize("path", ["/fine", "/round"])
def test_this_machine_is_not_asked_unless_it_is_allowed(server: Misbehaving, path: str) -> None:
    """An entry cannot make whoever runs this ask inside their own network."""
    before = sum(server.asked.values())
    reply = replied(server, path, Terms(pause=0))
    assert str(reply.what) == "leads into a private network, which is not asked"
    assert sum(server.asked.values()) == before


@pytest.mark.parametrize(
    "place", ["10.0.0.1", "169.254.169.254", "192.168.1.1", "::1", "fd00::1", "100.64.0.1"]
)
def test_a_name_that_stands_for_a_private_place_is_not_asked(place: str) -> None:
    """What counts is where the name leads, even if it also leads to a public place."""
    terms = Terms(pause=0, resolve=lambda _host, _port: ["93.184.216.34", place])
    assert "private" in str(ask("http://public.example/", terms).what)


def test_another_place_of_the_host_is_tried(server: Misbehaving) -> None:
    """A host that is out of reach at one place answers at the next."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    terms = Terms(pause=0, private=True, resolve=lambda _host, _port: ["127.0.0.2", "127.0.0.1"])
    assert ask(f"http://two.example:{server.server_port}/fine", terms).standing == "fine"
    assert str(ask(f"http://two.example:{port}/", terms).what) == "no connection"


def test_an_unknown_name_is_told() -> None:
    """It may be a typing error, or the site is gone."""

    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror

    reply = ask("http://nowhere.example/", Terms(pause=0, resolve=unknown))
    assert (str(reply.what), reply.answered) == ("the name is unknown", False)


@pytest.mark.parametrize("address", ["ftp://a.example/", "http://", "http://a.example:99999/"])
def test_what_is_no_web_address_is_told(address: str) -> None:
    """Only http and https are asked."""
    assert str(ask(address, QUICK).what) == "leads to what is no web address"


def trusting(*authorities: trustme.CA) -> Terms:
    """Terms that trust these authorities and no others."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for authority in authorities:
        authority.configure_trust(context)
    return Terms(
        timeout=5, pause=0, private=True, tls=context, resolve=lambda _host, _port: ["127.0.0.1"]
    )


def certified(name: str, authority: trustme.CA) -> ssl.SSLContext:
    """The context of a server with a certificate for a name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def test_faults_of_the_certificate_are_told_apart() -> None:
    """Nobody vouches for it, or it is somebody else's; with a good one the page is fine."""
    ours, other = trustme.CA(), trustme.CA()
    with misbehaving(certified("site.example", ours)) as server:
        right = f"https://site.example:{server.server_port}/fine"
        wrong = f"https://other.example:{server.server_port}/fine"
        assert ask(right, trusting(ours)).standing == "fine"
        unknown = ask(right, trusting(other))
        assert "certificate is not valid (unable to get local issuer" in str(unknown.what)
        assert not unknown.passing
        assert "Hostname mismatch" in str(ask(wrong, trusting(ours)).what)


def test_a_server_that_speaks_no_tls_is_told_from_one_with_a_bad_certificate(
    server: Misbehaving,
) -> None:
    """The address may want http instead; nobody should look for a certificate."""
    reply = ask(f"https://site.example:{server.server_port}/fine", trusting(trustme.CA()))
    assert "no secure connection" in str(reply.what)
