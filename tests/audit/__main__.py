"""Measures every claim, or those of the areas named, and prints one table of reach and reached."""

import argparse
import importlib
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from tests.audit.claim import Claim

AREAS = {
    "speed": "how fast, against the peers and by ourselves",
    "files": "what is offered for download: PDFs and EPUB",
    "pages": "pages are light and quick",
    "readers": "pages are for every reader",
    "faults": "builds that are killed, and builds on another machine",
    "hostile": "what strangers may propose: hostile files and texts, fuzzing, age of the locks",
}
"""Module of this package → what it measures. Each has `claims(site: Path) -> Iterator[Claim]`,
where `site` is the finished folder, and is imported when its turn comes."""
SITE = Path(__file__).parents[2] / "site"


def main() -> None:
    """Prints the table; exits with 1 when a claim falls short."""
    sys.exit(0 if _all_met(_table(_asked())) else 1)


def _asked() -> list[str]:
    parser = argparse.ArgumentParser(
        prog="python -m tests.audit",
        description=__doc__,
        epilog="example: python -m tests.audit files",
    )
    told = "; ".join(f"{name} ({what})" for name, what in AREAS.items())
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"{told}. All when none is named.")
    areas: list[str] = parser.parse_args().areas
    if unknown := sorted(set(areas) - set(AREAS)):
        parser.error(f"no area is called {', '.join(unknown)}")
    return areas or list(AREAS)


def _table(areas: list[str]) -> Iterator[Claim]:
    print(f"{'':6}  {'claim':56}  {'reach':18}  reached")
    return chain.from_iterable(_of(area) for area in areas)


def _of(area: str) -> Iterator[Claim]:
    print(f"\n{AREAS[area]}", flush=True)
    claims: Iterator[Claim] = importlib.import_module(f"tests.audit.{area}").claims(SITE)
    yield from claims


def _all_met(claims: Iterable[Claim]) -> bool:
    """Whether none fell short; all are told, also after the first that did."""
    return sum(not _told(claim) for claim in claims) == 0


def _told(claim: Claim) -> bool:
    mark = "met" if claim.is_met else "SHORT"
    print(f"{mark:6}  {claim.what:56}  {claim.reach:18}  {claim.reached}", flush=True)
    return claim.is_met


if __name__ == "__main__":
    main()
