"""One round over all addresses: some hosts at a time, one request at a time to each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from threading import Event
from urllib.parse import urlsplit

from zhiquan.outputs.outgoing.asking import Reply, Terms, ask
from zhiquan.outputs.site import Progress

HOSTS = 8
"""Hosts that are asked at the same time."""


def ask_all(
    addresses: Iterable[str], terms: Terms, *, progress: Progress | None = None
) -> Mapping[str, Reply]:
    """What each address answers, by address.

    Args:
        addresses: each once.
        terms: how to ask.
        progress: told how many of how many addresses have answered.
    """
    by_host = _by_host(addresses)
    total = sum(map(len, by_host))
    replies: dict[str, Reply] = {}
    with _workers() as (pool, over):
        asked = [pool.submit(_ask_host, host, terms, over) for host in by_host]
        for done in as_completed(asked):
            replies |= done.result()
            if progress:
                progress(len(replies), total)
    return dict(sorted(replies.items()))


@contextmanager
def _workers() -> Iterator[tuple[ThreadPoolExecutor, Event]]:
    """Threads that stop at the next address when the round is broken off."""
    over = Event()
    pool = ThreadPoolExecutor(HOSTS)
    try:
        yield pool, over
    finally:
        over.set()
        pool.shutdown(cancel_futures=True)


def _by_host(addresses: Iterable[str]) -> list[Sequence[str]]:
    found = defaultdict(list)
    for address in addresses:
        found[urlsplit(address).netloc].append(address)
    return list(found.values())


def _ask_host(addresses: Sequence[str], terms: Terms, over: Event) -> dict[str, Reply]:
    replies = {}
    for number, address in enumerate(addresses):
        if over.wait(terms.pause if number else 0):
            break
        replies[address] = _patiently(address, terms, over)
    return replies


def _patiently(address: str, terms: Terms, over: Event) -> Reply:
    """Asks again, with growing pauses, as long as the answer may be otherwise in a moment."""
    reply = ask(address, terms)
    for number in range(1, terms.tries):
        if not reply.passing or over.wait(terms.pause * 2**number):
            break
        reply = ask(address, terms)
    return reply
