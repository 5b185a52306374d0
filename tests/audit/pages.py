"""Pages are light and quick: their bytes, and what Lighthouse measures of one of every kind."""

from collections.abc import Iterator
from pathlib import Path

from tests.audit.claim import Claim, at_most
from tests.audit.lighthouse import Measured, measured
from tests.audit.serving import serving
from tests.kinds import LANGUAGES, ONE_OF_EACH, UNLISTED
from tests.weight import LOAD_BAR, PAGE_BAR, Weight, weight

BARS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
SHIFT_BAR = 0.01


def claims(site: Path) -> Iterator[Claim]:
    """Weighs every page, then measures one of every kind in both languages."""
    yield from _weights(site)
    with serving(site) as base:
        for kind, address in ONE_OF_EACH.items():
            for lang in LANGUAGES:
                found = measured(f"{base}{lang}/{address}", BARS, listed=kind not in UNLISTED)
                yield _scores(f"Lighthouse: {kind}, {lang}", found)


def _weights(site: Path) -> Iterator[Claim]:
    pages = sorted(site.rglob("*.html"))
    weights: dict[Path, Weight] = {page: weight(page, site) for page in pages}
    heaviest = max(weights.values(), key=lambda one: one.page)
    largest = max(weights.values(), key=lambda one: one.load)
    pages_told = f"of {len(pages):,} pages"
    yield at_most(
        f"HTML of the heaviest {pages_told}", heaviest.page / 1e3, PAGE_BAR / 1e3, unit="KB"
    )
    yield at_most(f"largest first load {pages_told}", largest.load / 1e3, LOAD_BAR / 1e3, unit="KB")


def _scores(what: str, found: Measured) -> Claim:
    reach = "/".join(str(bar) for bar in BARS.values())
    scores = "/".join(str(found.scores[name]) for name in BARS)
    is_met = all(found.scores[name] >= bar for name, bar in BARS.items())
    return Claim(
        f"{what} (performance/accessibility/practices/SEO, CLS)",
        f"≥ {reach}, ≤ {SHIFT_BAR}",
        f"{scores}, {found.shift:.4f} (machine {found.machine:,})",
        is_met and found.shift <= SHIFT_BAR,
    )
