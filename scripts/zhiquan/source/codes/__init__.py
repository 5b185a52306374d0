"""The registry of codes: what each fault means, why it matters, a wrong and a right example.

One YAML file per stage lies beside this module; to add a code, add it there and write its fault
case in tests/cases/faults.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import yaml

from zhiquan.source.diagnostic import Diagnostic, Severity

Stage = Literal["yaml", "schema", "references", "law", "translation", "output"]

STAGES: tuple[Stage, ...] = ("yaml", "schema", "references", "law", "translation", "output")
"""In the order of the hundreds: ZQ0xx is yaml, ZQ1xx schema, … and the name of each file."""


@dataclass(frozen=True, kw_only=True)
class Code:
    """One code as the registry explains it."""

    code: str
    stage: Stage
    severity: Severity
    title: Mapping[str, str]
    """A few words, by language."""
    why: Mapping[str, str]
    """Why it is a fault and what to do, one or two sentences, by language."""
    wrong: str
    """A piece of YAML that has the fault; the same in both languages."""
    right: str
    """The same piece, mended."""


def _read(stage: Stage) -> dict[str, Any]:
    text = Path(__file__).with_name(f"{stage}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader) or {}  # noqa: S506 (scalars only, our own file)


class _Registry(Mapping[str, Code]):
    """The codes, read when first asked for: a check that finds nothing needs none."""

    @cached_property
    def _codes(self) -> dict[str, Code]:
        return {
            code: Code(code=code, stage=stage, **fields)
            for stage in STAGES
            for code, fields in sorted(_read(stage).items())
        }

    def __getitem__(self, code: str) -> Code:
        return self._codes[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


CODES: Mapping[str, Code] = _Registry()
"""Every code, in order."""


def severity(diagnostic: Diagnostic) -> Severity:
    """How much it weighs: its own severity, or that of its code."""
    return diagnostic.severity or CODES[diagnostic.code].severity


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of the findings stops a build."""
    return any(severity(diagnostic) == "error" for diagnostic in diagnostics)
