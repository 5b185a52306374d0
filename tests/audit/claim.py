"""A claim: what should be reached, and what was."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Claim:
    """One line of the audit's table."""

    what: str
    """What is claimed, in words that fit a table."""
    reach: str
    """What should be reached, as text (`≤ 110 KB`)."""
    reached: str
    """What was measured, as text, with its unit."""
    is_met: bool


def at_most(what: str, figure: float, bar: float, *, unit: str = "") -> Claim:
    """A claim that a figure is no larger than its bar, both in the same unit."""
    return Claim(what, f"≤ {_told(bar, unit)}", _told(figure, unit), figure <= bar)


def at_least(what: str, figure: float, bar: float, *, unit: str = "") -> Claim:
    """A claim that a figure is no smaller than its bar, both in the same unit."""
    return Claim(what, f"≥ {_told(bar, unit)}", _told(figure, unit), figure >= bar)


def none_of(what: str, found: list[str]) -> Claim:
    """A claim that nothing of a sort was found; the first finding is told."""
    reached = f"{len(found):,}" + (f": {found[0]}" if found else "")
    return Claim(what, "0", reached, not found)


def _told(figure: float, unit: str) -> str:
    number = f"{figure:,.2f}".rstrip("0").rstrip(".")
    return f"{number} {unit}".rstrip()
