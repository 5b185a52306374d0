"""The fonts of the PDFs: they come from Python packages, never from the machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

CJK = (
    ("manimgx_fonts_cjk", "Noto Sans CJK SC"),
    ("pylopdf_fonts_zh_cn", "Noto Sans SC"),
)
"""Packages with a Chinese font and its family, the preferred one first. The first is variable and
has every weight; the second has one weight, so bold is lost there and nothing else."""

LATIN = ("fontpkg_noto_sans", "Noto Sans")
"""Letters and digits; without it, English would be set with full-width quotation marks."""


class NoFontError(Exception):
    """None of the font packages is installed."""


@dataclass(frozen=True)
class Fonts:
    """Where the fonts lie, and what they are called."""

    folders: tuple[Path, ...]
    chinese: str
    latin: str


def find_fonts(*, chinese: tuple[tuple[str, str], ...] = CJK) -> Fonts:
    """The fonts to set with.

    Args:
        chinese: packages to look for, each with its family.

    Raises:
        NoFontError: when no package with a Chinese font is installed.
    """
    found = next(_installed(chinese), None)
    latin = next(_installed((LATIN,)), None)
    if found is None:
        names = ", ".join(package for package, _ in chinese)
        raise NoFontError(f"no Chinese font: install one of {names} (see requirements.lock)")
    folders = (found[0], latin[0]) if latin else (found[0],)
    return Fonts(folders, found[1], latin[1] if latin else found[1])


def _installed(packages: tuple[tuple[str, str], ...]) -> Iterator[tuple[Path, str]]:
    for package, family in packages:
        spec = find_spec(package)
        if spec and spec.submodule_search_locations:
            yield Path(next(iter(spec.submodule_search_locations))), family
