"""The tool as a process: told to stop, killed, and serving while somebody writes."""

import hashlib
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


def tree(folder: Path) -> str:
    """One hash over all names and bytes of a folder."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(path.read_bytes() if path.is_file() else b"")
    return total.hexdigest()


def scratch(project: Path) -> list[str]:
    """Names of the folders that builds work in."""
    return [path.name for path in project.glob(".site-*")]


def wait_for(condition: Callable[[], bool]) -> None:
    """Waits until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.01)


def stopped_in_the_middle(project: Path, how: signal.Signals) -> int:
    """Starts a build, stops it once it works in its folder, and gives its exit code."""
    with subprocess.Popen(
        [ZHIQUAN, "build", *DAY], cwd=project, stderr=subprocess.DEVNULL
    ) as build:
        wait_for(lambda: bool(scratch(project)))
        build.send_signal(how)
        return build.wait(PATIENCE)


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


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_stopped_build_keeps_the_last_good_site(project: Path, how: signal.Signals) -> None:
    """However a build is ended in the middle, readers keep the site; the next build is whole."""
    assert zhiquan("build", *DAY, cwd=project).returncode == 0
    before = tree(project / "site")
    assert stopped_in_the_middle(project, how) != 0
    assert tree(project / "site") == before
    assert (scratch(project) == []) is (how is not signal.SIGKILL)
    assert zhiquan("build", *DAY, cwd=project).returncode == 0
    assert tree(project / "site") == before


def test_the_bytes_do_not_depend_on_where_and_when(project: Path, tmp_path: Path) -> None:
    """Another folder, another working directory, another clock zone and locale: the same site."""
    assert zhiquan("build", *DAY, cwd=project).returncode == 0
    other = write_sample(tmp_path / "another place")
    command = [ZHIQUAN, "build", *DAY, "--root", str(other)]
    elsewhere = os.environ | {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    subprocess.run(command, cwd=tmp_path, env=elsewhere, check=True, stdout=subprocess.DEVNULL)
    assert tree(other / "site") == tree(project / "site")


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
