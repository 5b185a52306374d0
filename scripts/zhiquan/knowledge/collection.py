"""Keeping Python's garbage collection out of the way of a long pass."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Keeps Python from looking for cycles among objects while the block runs.

    Loading and checking make millions of small objects and no cycles. Looking for cycles among
    them again and again took a third of the time at 10,000 entries.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
