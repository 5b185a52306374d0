"""What `zhiquan status` says: the numbers of the knowledge base as text, Markdown and JSON."""

import json
from collections.abc import Callable
from dataclasses import asdict

from zhiquan.entries.scalars import Kind
from zhiquan.knowledge.status import HORIZONS, KindStatus, Status
from zhiquan.knowledge.trust import BEST_FIRST
from zhiquan.outputs.reports.outline import Form
from zhiquan.outputs.tables import Cell, Table, in_markdown, in_text
from zhiquan.source.message import LANGUAGES, Language, Message, message, spoken

LISTED = 20
"""Rows of a list that are shown; JSON has them all."""
NAMED = 4
"""Entries of one kind that are named where nobody links to them."""

KIND_NAMES: dict[Kind, Message] = {
    "laws": message("laws"),
    "limits": message("limits"),
    "practices": message("practices"),
    "lenders": message("lenders"),
    "channels": message("channels"),
    "topics": message("topics"),
    "terms": message("terms"),
}


def told(status: Status, *, form: Form, lang: Language) -> str:
    """The status in one form, ending in a line feed."""
    if form == "json":
        return json.dumps(asdict(status), ensure_ascii=False, indent=2, default=str) + "\n"
    draw = in_markdown if form == "markdown" else in_text
    head = spoken(message("Status on {today}", today=status.today), lang)
    head = f"## {head}" if form == "markdown" else head
    return f"{head}\n\n{draw(_tables(status), lang)}"


def _tables(status: Status) -> list[Table]:
    tables = [_coverage(status), _work(status)]
    lists = (
        _due(status),
        _under_review(status),
        _waivers(status),
        _unlinked(status),
        _broken(status),
    )
    return tables + [table for table in lists if table.rows]


def _coverage(status: Status) -> Table:
    return Table(
        title=message("Entries, and how their sources were checked"),
        head=(
            message("kind"),
            message("entries"),
            message("text read"),
            message("report"),
            message("unverified"),
            message("texts"),
            message("no Chinese"),
            message("no English"),
            message("changed alone"),
        ),
        rows=_by_kind(status, _coverage_of),
    )


def _coverage_of(kind: KindStatus) -> list[int]:
    levels = [kind.levels[level] for level in BEST_FIRST]
    missing = [kind.missing[lang] for lang in LANGUAGES]
    return [kind.entries, *levels, kind.texts, *missing, kind.behind]


def _work(status: Status) -> Table:
    return Table(
        title=message("Reviews that come due, waivers and links"),
        head=(
            message("kind"),
            message("overdue"),
            *(message("in {days} days", days=days) for days in HORIZONS),
            message("under review"),
            message("waivers"),
            message("not linked"),
        ),
        rows=_by_kind(status, _work_of),
    )


def _work_of(kind: KindStatus) -> list[int]:
    due = [kind.due[days] for days in HORIZONS]
    return [kind.overdue, *due, kind.under_review, kind.waivers, len(kind.unlinked)]


def _by_kind(
    status: Status, numbers: Callable[[KindStatus], list[int]]
) -> tuple[tuple[Cell, ...], ...]:
    """One row per kind, and the sum of each column."""
    each = [numbers(kind) for kind in status.kinds]
    named = [KIND_NAMES[kind.kind] for kind in status.kinds]
    total = [sum(column) for column in zip(*each, strict=True)]
    rows = zip([*named, message("all")], [*each, total], strict=True)
    return tuple((name, *row) for name, row in rows)


def _due(status: Status) -> Table:
    rows = tuple(
        (one.due, one.ref, one.by, message("overdue") if one.overdue else "") for one in status.due
    )
    return Table(
        title=message("Reviews that are due"),
        head=(message("due"), message("entry"), message("last reviewed by"), message("state")),
        rows=rows[:LISTED],
        left_out=len(rows[LISTED:]),
    )


def _under_review(status: Status) -> Table:
    rows = tuple((one.amended, one.ref, ", ".join(one.laws)) for one in status.under_review)
    return Table(
        title=message("Entries under review: checked before a law was amended"),
        head=(message("amended"), message("entry"), message("laws")),
        rows=rows[:LISTED],
        left_out=len(rows[LISTED:]),
    )


def _waivers(status: Status) -> Table:
    rows = tuple(
        (one.expires, one.ref, one.code, one.by, one.why, message("expired") if one.expired else "")
        for one in status.waivers
    )
    return Table(
        title=message("Findings that are waived"),
        head=(
            message("until"),
            message("entry"),
            message("code"),
            message("owner"),
            message("why"),
            message("state"),
        ),
        rows=rows[:LISTED],
        left_out=len(rows[LISTED:]),
    )


def _unlinked(status: Status) -> Table:
    rows = tuple(
        (KIND_NAMES[kind.kind], len(kind.unlinked), _named(kind.unlinked))
        for kind in status.kinds
        if kind.unlinked
    )
    return Table(
        title=message("Entries that no other entry links to"),
        head=(message("kind"), message("entries"), message("which")),
        rows=rows,
    )


def _named(refs: tuple[str, ...]) -> str:
    names = ", ".join(ref.partition("/")[2] for ref in refs[:NAMED])
    return f"{names}, …" if refs[NAMED:] else names


def _broken(status: Status) -> Table:
    return Table(
        title=message("Files that could not be read, and are counted nowhere"),
        head=(message("file"),),
        rows=tuple((ref,) for ref in status.broken),
    )
