"""PDFs while the preview runs: each is made when somebody asks for it, in a process beside it."""

import multiprocessing
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from functools import cache

from zhiquan.knowledge.beside import end_with_parent
from zhiquan.outputs.book.printing import Order, Printing, Setting, finished
from zhiquan.outputs.book.volumes import Title

Prepare = Callable[[], Printing]
PATIENCE = 2.5
"""Seconds to wait for a PDF before it is said that it is being made."""


@dataclass(frozen=True)
class _Asked:
    """What was asked for under one name, and where it is being made."""

    made_of: str
    job: "Future[bytes]"


class PdfsOnDemand:
    """The PDFs of the newest entries, one of each name, until what it holds changes.

    Handbooks and cards share a process that stays, since what was laid out once is not laid out
    again; a book has a process of its own that goes, with the gigabyte it took.
    """

    def __init__(self, prepare: Prepare, *, patience: float = PATIENCE) -> None:
        """Starts nothing yet.

        Args:
            prepare: gives what prints the entries as they are; called once one is asked for.
            patience: seconds to wait for a PDF that is being made.
        """
        self._prepare = prepare
        self._printing: Printing | None = None
        self._patience = patience
        self._lock = threading.Lock()
        self._asked: dict[str, _Asked] = {}
        self._pools: dict[bool, ProcessPoolExecutor] = {}

    def renew(self, prepare: Prepare) -> None:
        """The entries were saved: what is asked for from now on is made of these."""
        with self._lock:
            self._prepare, self._printing = prepare, None

    def close(self) -> None:
        """Ends the processes; what they are at is lost."""
        for pool in self._pools.values():
            workers = list((pool._processes or {}).values())  # noqa: SLF001  (no other way to end)
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.terminate()

    def get(self, name: str) -> bytes | None:
        """A PDF; None while it is being made.

        Raises:
            UnknownVolumeError: There is no volume of this name.
            TypesettingError: It cannot be set.
            ChildProcessError: The process that made it was ended from outside.
        """
        with self._lock:
            self._printing = self._printing or self._prepare()
            job = self._job(name, self._printing)
        try:
            return job.result(self._patience)
        except (NotYet, CancelledError):
            return None
        except BrokenExecutor as fault:
            with self._lock:
                self._pools.clear()
                self._asked.clear()
            raise ChildProcessError(str(fault)) from None

    def titles(self) -> dict[str, Title]:
        """By name: what each volume is, without putting it together."""
        with self._lock:
            self._printing = self._printing or self._prepare()
            return self._printing.titles()

    def _job(self, name: str, printing: Printing) -> "Future[bytes]":
        """What is under way or done for these entries, or begins now."""
        order = printing.order(name)
        known = self._asked.get(name)
        if known and known.made_of == order.made_of:
            return known.job
        if known:
            known.job.cancel()  # where it has not begun: nobody will ask for it again
        job = self._begun(order, printing)
        self._asked[name] = _Asked(order.made_of, job)
        return job

    def _begun(self, order: Order, printing: Printing) -> "Future[bytes]":
        kept = printing.kept(order)
        if kept is None:
            pool = self._pool(is_book=order.volume.form == "book")
            return pool.submit(_set_warm, printing.setting, order)
        found: Future[bytes] = Future()
        found.set_result(kept)
        return found

    def _pool(self, *, is_book: bool) -> ProcessPoolExecutor:
        if is_book not in self._pools:
            self._pools[is_book] = ProcessPoolExecutor(
                1,
                multiprocessing.get_context("spawn"),
                initializer=_begin,
                max_tasks_per_child=1 if is_book else None,
            )
        return self._pools[is_book]


def _begin() -> None:
    """Leaves Ctrl+C to the preview, and goes with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()


def _set_warm(setting: Setting, order: Order) -> bytes:
    """Sets a volume in a process that may have set it before."""
    return finished(_typesetter(setting), order)


_typesetter = cache(Setting.typesetter)
