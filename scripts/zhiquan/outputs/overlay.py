"""What the preview lays over a page: the faults of the last save, in the editor's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

from zhiquan.source.codes import severity
from zhiquan.source.diagnostic import Diagnostic, Severity
from zhiquan.source.excerpt import pieces
from zhiquan.source.message import Language, Message, message, spoken
from zhiquan.source.report import Placed, Texts, placed

SHOWN = 50
"""Faults that are listed; finding the place of thousands would hold up every save."""


@dataclass(frozen=True, kw_only=True)
class ShownFault:
    """One fault in words."""

    place: str
    """`path:line:column`."""
    severity: Severity
    weight: str
    """The severity as a word."""
    code: str
    message: str
    line: tuple[str, str, str]
    """The source line: before the place, in it, after it."""
    hint: str


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """All that the browser shows; it has no words of its own."""

    lang: str
    """BCP 47 tag of the words."""
    errors: int
    summary: str
    notes: tuple[str, ...]
    hide: str
    faults: tuple[ShownFault, ...]
    failure: str
    """What went wrong beside the entries, such as a template that cannot be read; or empty."""


def overlay(
    diagnostics: Sequence[Diagnostic], *, texts: Texts, lang: Language, failure: str = ""
) -> Overlay | None:
    """The overlay after a save.

    Args:
        diagnostics: All findings of the project.
        texts: Gives the text of a file by its path.
        lang: The editor's language.
        failure: What else went wrong.

    Returns:
        Errors first, then by place; None where there is nothing to say.
    """
    if not diagnostics and not failure:
        return None
    first = nsmallest(SHOWN, diagnostics, key=lambda one: (severity(one) != "error", one.path))
    shown = sorted(placed(first, texts), key=lambda one: one.severity != "error")
    errors = sum(severity(one) == "error" for one in diagnostics)
    said = _summary(errors, len(diagnostics) - errors, failure)
    notes = _notes(len(diagnostics) - len(first), is_held=bool(errors or failure))
    return Overlay(
        lang="zh-Hans" if lang == "zh" else "en",
        errors=errors,
        summary=spoken(said, lang),
        notes=tuple(spoken(note, lang) for note in notes),
        hide=spoken(message("Hide (Esc)"), lang),
        faults=tuple(_shown(one, lang) for one in shown),
        failure=failure,
    )


def _summary(errors: int, warnings: int, failure: str) -> Message:
    if failure:
        return message("A page cannot be made")
    return message("Errors: {errors} · Warnings: {warnings}", errors=errors, warnings=warnings)


def _notes(left: int, *, is_held: bool) -> list[Message]:
    notes = []
    if is_held:
        notes.append(message("The page shown is that of the last good save."))
    if left:
        notes.append(message("{count} more are listed by: zhiquan check", count=left))
    return notes


def _shown(item: Placed, lang: Language) -> ShownFault:
    of, span = item.diagnostic, item.span
    weight = message("error") if item.severity == "error" else message("warning")
    return ShownFault(
        place=f"{of.path}:{span.line}:{span.column}",
        severity=item.severity,
        weight=spoken(weight, lang),
        code=of.code,
        message=spoken(of.message, lang),
        line=pieces(item.line or "", span),
        hint=spoken(of.hint, lang) if of.hint else "",
    )
