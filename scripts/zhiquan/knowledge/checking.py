"""All checks in one pass: every fault of a knowledge base, waivers applied, sorted by place."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from zhiquan.knowledge.checks import (
    agreement,
    citations,
    companies,
    connections,
    drift,
    duplicates,
    examples,
    facts,
    form,
    languages,
    law_dates,
    links,
    markup,
    references,
    reviews,
    tombstones,
    verdicts,
    versions,
    wording,
)
from zhiquan.knowledge.collection import without_collection
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import Loaded
from zhiquan.knowledge.waivers import waived
from zhiquan.source.codes import severity
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.yaml_faults import MOST_FAULTS

Check = Callable[[KnowledgeBase], Iterable[Diagnostic]]

ACROSS: tuple[Check, ...] = (
    references.check,
    links.check,
    tombstones.check,
    connections.check,
    duplicates.check,
    verdicts.check,
    citations.check,
    examples.check,
    facts.check,
)
"""Checks of entries against each other: an entry is looked at with those that it names, that name
it and that say the same."""

ALONE: tuple[Check, ...] = (
    versions.check,
    law_dates.check,
    reviews.check,
    companies.check,
    languages.check,
    drift.check,
    agreement.check,
    markup.check,
    wording.check,
    form.check,
)
"""Checks for which the other entries do not matter."""

CHECKS: tuple[Check, ...] = (*ACROSS, *ALONE)
"""To add a rule, add a function above; it yields faults and never raises for what editors wrote."""

TIME_BASED = frozenset({"ZQ204", "ZQ303", "ZQ315", "ZQ324", "ZQ325"})
"""Codes that the calendar alone can bring about: errors only when dates are taken strictly."""


def check(
    loaded: Loaded, *, strict_dates: bool = False, alone: KnowledgeBase | None = None
) -> tuple[Diagnostic, ...]:
    """Every fault of the files and of the knowledge base they make.

    Args:
        loaded: What `knowledge.load` gives.
        strict_dates: Makes an overdue review or an expired waiver an error instead of a warning.
        alone: The entries that are looked at one by one; all of them when not given.

    Returns:
        All stages, without what is waived, sorted by file and place in the tree.
    """
    with without_collection():
        found = [fault for each in ACROSS for fault in each(loaded.kb)]
        found += [fault for each in ALONE for fault in each(alone or loaded.kb)]
    left = waived(found, loaded.kb)
    if strict_dates:
        left = [_strict(fault) for fault in left]
    return in_order(_bounded({*loaded.diagnostics, *left}))


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings by file and place."""
    return tuple(sorted(found, key=_order))


def _bounded(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """At most so many findings of a file, errors before warnings: who reads more of them?"""
    by_file = defaultdict[str, list[Diagnostic]](list)
    for fault in found:
        by_file[fault.path].append(fault)
    for faults in by_file.values():
        if len(faults) > MOST_FAULTS:
            faults.sort(key=lambda fault: (severity(fault) != "error", _order(fault)))
        yield from faults[:MOST_FAULTS]


def _strict(fault: Diagnostic) -> Diagnostic:
    return replace(fault, severity="error") if fault.code in TIME_BASED else fault


def _order(fault: Diagnostic) -> tuple[object, ...]:
    steps = tuple((isinstance(step, str), step) for step in fault.pointer)
    line = fault.span.line if fault.span else 0
    return fault.path, steps, fault.code, str(fault.message), fault.part or "", line
