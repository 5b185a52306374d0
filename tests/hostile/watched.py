"""Runs `zhiquan` and writes down every file it opens, every program it starts, and what it took.

`python -m tests.hostile.watched LOG COMMAND …`. The log holds one line for each audit event, as
JSON, and at the end the seconds of CPU and the bytes of memory. It is a process of its own since an
audit hook can never be taken away again.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS, BYTES = 10, 500 * 1024 * 1024
"""What a single hostile case may take."""
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
TO_THE_SECOND = frozenset(("os.symlink", "os.link", "os.rename"))
"""What these change is their second path."""
_KILLED = ("took", float("inf"), 0)
"""Of a run that did not come to its end."""
WATCHED = frozenset(
    [
        "open",
        "os.symlink",
        "os.link",
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.chmod",
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "socket.connect",
    ]
)


@dataclass(frozen=True)
class Watched:
    """What one run said, did and took."""

    code: int
    said: str
    opened: tuple[Path, ...]
    """Files that it read."""
    changed: tuple[Path, ...]
    """Files that it wrote, made, moved or removed."""
    started: tuple[str, ...]
    """Programs that it started and hosts that it asked."""
    seconds: float
    """Of CPU."""
    bytes: int
    """Of memory, at most."""


def watch(*command: str, root: Path, log: Path) -> Watched:
    """Runs a command in a project; one that runs for too long is killed (its code is negative)."""
    temporary = root / ".tmp"
    temporary.mkdir(exist_ok=True)
    own = {"PYTHONPATH": f"{ROOT / 'scripts'}:{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "tests.hostile.watched", str(log), *command],
        cwd=root,
        env={**os.environ, **own, "TMPDIR": str(temporary), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        errors="surrogateescape",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return _read(run.returncode, run.stdout + run.stderr, log.read_text("utf-8"), root)


def _read(code: int, said: str, log: str, root: Path) -> Watched:
    events = [json.loads(line) for line in log.splitlines()]
    _, seconds, memory = events.pop() if events and events[-1][0] == "took" else _KILLED
    opened, changed, started = set[Path](), set[Path](), set[str]()
    for name, path, writes in events:
        if name == "open" and not writes:
            opened.add(Path(root, path))
        elif name.startswith(("os.symlink", "os.link", "os.re", "os.mk", "os.ch", "open")):
            changed.add(Path(root, path))
        else:
            started.add(f"{name} {path}")
    sets = (tuple(sorted(opened)), tuple(sorted(changed)), tuple(sorted(started)))
    return Watched(code, said, *sets, seconds=seconds, bytes=memory)


def _hook(log: int) -> None:
    def told(name: str, arguments: tuple[object, ...]) -> None:
        if name not in WATCHED or not arguments or isinstance(arguments[0], int):
            return
        writes = name != "open" or _writes(arguments)
        made = arguments[1 if name in TO_THE_SECOND else 0]
        line = json.dumps([name, os.fsdecode(str(_path(made))), writes])
        os.write(log, f"{line}\n".encode())

    sys.addaudithook(told)


def _path(given: object) -> object:
    return os.fsdecode(given) if isinstance(given, bytes) else given


def _writes(arguments: tuple[object, ...]) -> bool:
    mode, flags = arguments[1], arguments[2]
    by_flags = isinstance(flags, int) and flags & WRITES != 0
    return by_flags or not set("wax+").isdisjoint(str(mode or ""))


def _main() -> int:
    log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
    sys.argv = ["zhiquan", *sys.argv[2:]]
    from zhiquan.cli import main  # noqa: PLC0415  # before the hook, so that it tells of the work

    _hook(log)
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    finally:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        seconds = sum(one.ru_utime + one.ru_stime for one in used)
        took = ["took", seconds, max(one.ru_maxrss for one in used) * 1024]
        os.write(log, f"{json.dumps(took)}\n".encode())
    return 0


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (6 * SECONDS, 6 * SECONDS))
    sys.exit(_main())
