"""The tool as a process: serving while somebody writes, and read by who leaves early."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.conftest import TODAY, zhiquan
from tests.sample import write_sample

BIN = Path(sys.executable).parent
ZHIQUAN = str(BIN / "zhiquan")
DAY = ("--today", TODAY.isoformat())
HOURS = "docs/entries/limits/contact-hours.yaml"
PAGE = "en/limits/contact-hours.html"
PATIENCE = 60.0
"""Seconds after which a test gives up; a loaded machine needs some."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sample project."""
    return write_sample(tmp_path / "project")


def wait_for(condition: Callable[[], bool]) -> None:
    """Waits until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.01)


@contextmanager
def serving(project: Path, *options: str) -> Iterator[str]:
    """A preview of a project; gives its address."""
    command = [ZHIQUAN, "serve", "--port", "0", *DAY, *options]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = re.search(r"http://[\d.:]+/", server.stdout.readline())
        assert address is not None
        try:
            yield address[0]
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(PATIENCE) == 0


def unasked_port() -> int:
    """A free port below those that the system gives to whoever asks for any of them.

    MkDocs does not tell which one it was given, so it must be told one, and until it listens
    another test could be given that one.
    """
    first = 10_000 + os.getpid() % 10_000
    for port in range(first, first + 1_000):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")


def get(url: str) -> str:
    """The text at an address."""
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310  (our own server)
        text: str = answer.read().decode()
    return text


def quietly(url: str) -> str:
    """The text at an address, or nothing while there is no answer yet."""
    try:
        return get(url)
    except OSError:
        return ""


def test_a_saved_entry_shows_in_the_preview(project: Path) -> None:
    """Whoever runs the preview sees each save, however the editor writes, and each fault."""
    path = project / HOURS
    good = path.read_text("utf-8")
    with serving(project) as address:
        assert "Hours of contact" in get(address + PAGE)
        path.write_text(good.replace("Hours of contact", "Hours to call"), "utf-8")
        wait_for(lambda: "Hours to call" in get(address + PAGE))
        beside = path.with_name("new~")
        beside.write_text(good.replace("Hours of contact", "Hours to visit"), "utf-8")
        beside.replace(path)
        wait_for(lambda: "Hours to visit" in get(address + PAGE))
        path.write_text(good.replace("subject: calls", "subjekt: calls"), "utf-8")
        wait_for(lambda: "ZQ102" in get(address + "__preview/state"))
        assert "Hours to visit" in get(address + PAGE)


def test_one_save_is_one_refresh(project: Path) -> None:
    """Many events of one save lead to one new version."""
    path = project / HOURS
    text = path.read_text("utf-8")
    with serving(project) as address:
        for letter in "abcdefghijklmnop":
            path.write_text(text.replace("Hours of contact", f"Hours {letter}"), "utf-8")
        path.with_name(".contact-hours.yaml.swp").write_text("x", "utf-8")
        wait_for(lambda: "Hours p" in get(address + PAGE))
        assert '"told": 1,' in get(address + "__preview/state")


def test_a_port_that_is_taken_is_wrong_usage(project: Path) -> None:
    """Who starts the preview twice is told which port is taken."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = zhiquan("serve", "--port", port, *DAY, cwd=project)
    assert result.returncode == 2
    assert f"port {port}" in result.stderr


def test_a_reader_that_leaves_early_is_no_fault(project: Path) -> None:
    """`zhiquan check | head -1` prints one line and no complaint."""
    path = project / HOURS
    path.write_text(path.read_text("utf-8").replace("subject: calls", "subjekt: calls"), "utf-8")
    line = f"'{ZHIQUAN}' check {' '.join(DAY)} | head -1"
    done = subprocess.run(
        ["sh", "-c", line], cwd=project, capture_output=True, text=True, check=True
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_mkdocs_serve_follows_saved_entries(project: Path) -> None:
    """Whoever knows MkDocs works with its own preview."""
    place = f"127.0.0.1:{unasked_port()}"
    path = project / HOURS
    command = [str(BIN / "mkdocs"), "serve", "--quiet", "--dev-addr", place]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=project, env=environment) as server:
        try:
            wait_for(lambda: "Hours of contact" in quietly(f"http://{place}/{PAGE}"))
            text = path.read_text("utf-8").replace("Hours of contact", "Hours to call")
            path.write_text(text, "utf-8")
            wait_for(lambda: "Hours to call" in quietly(f"http://{place}/{PAGE}"))
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE)
