"""Telling how far a long run has come."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is."""
