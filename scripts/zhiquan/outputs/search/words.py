"""The reviewed word lists of `templates/search/`: stop words, equal words, variants, self-harm."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from zhiquan.source.message import LANGUAGES, Language

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SearchWords:
    """What people who know the language wrote down for the search."""

    stop: dict[Language, tuple[str, ...]]
    """Words that say nothing about the matter."""
    same: dict[Language, Groups]
    """Words of equal meaning; the first of a group is the one that entries use."""
    variants: dict[str, str]
    """Single characters that stand for another."""
    distress: dict[Language, tuple[str, ...]]
    """Words of people who may harm themselves."""
    help: tuple[str, ...]
    """Refs of entries that help them; the first that exists is shown."""

    @classmethod
    def load(cls, folder: Path) -> "SearchWords":
        """Reads the four files of the folder."""
        stop, same, variants, harm = (
            _read(folder / f"{name}.yaml") for name in ("stop", "same", "variants", "self-harm")
        )
        return cls(
            stop={"zh": tuple(stop["zh"]), "en": tuple(stop["en"].split())},
            same={lang: tuple(tuple(group) for group in same[lang]) for lang in LANGUAGES},
            variants=dict(variants),
            distress={lang: tuple(harm[lang]) for lang in LANGUAGES},
            help=tuple(harm["help"]),
        )


def _read(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    tree: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # text, lists, maps
    return tree
