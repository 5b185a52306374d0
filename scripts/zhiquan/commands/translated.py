"""`zhiquan translated`."""

import datetime as dt
import sys
from pathlib import Path

import click

from zhiquan.commands.options import day, lang_option, needs, root_option, today_option
from zhiquan.knowledge.drift import Drift, acknowledged, compared
from zhiquan.knowledge.folder import ENTRIES
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import load
from zhiquan.knowledge.nearest import nearest_ref
from zhiquan.knowledge.translations import Confirmed, lines_of, pairs_of, write_lock
from zhiquan.source.diagnostic import written
from zhiquan.source.message import Language, Message, message, spoken


@click.command("translated")
@click.argument("entries", nargs=-1, metavar="[ENTRY]...")
@root_option
@today_option
@click.option("--all", "every", is_flag=True, help="Every entry.")
@click.option(
    "--typo",
    is_flag=True,
    help="Only a slip was mended in one language, and the meaning stayed: once for each text.",
)
@lang_option
def translated_command(  # noqa: PLR0913, PLR0917  (one for each option)
    entries: tuple[str, ...],
    root: Path,
    today: dt.datetime | None,
    every: bool,  # noqa: FBT001
    typo: bool,  # noqa: FBT001
    lang: Language,
) -> None:
    """Confirm that both languages of an entry say the same.

    ENTRY is `kind/id` or a file. What was compared is kept in docs/entries/translations.lock; when
    one language is changed alone, `zhiquan check` warns, and its readers see a notice.

    Example: zhiquan translated limits/contact-hours
    """
    needs(root, ENTRIES, lang=lang)
    kb = load(root, today=day(today)).kb
    if not entries and not every:
        raise click.UsageError(spoken(message("name an entry, or --all"), lang))
    refs = tuple(kb.contents) if every else tuple(_ref(name, kb, lang) for name in entries)
    there = {*kb.contents, *kb.broken}
    lock = {ref: lines for ref, lines in kb.translations.items() if ref in there}
    refused: list[tuple[str, Drift]] = []
    for ref in refs:
        before = pairs_of(lock.get(ref, ""))
        if typo:
            found = acknowledged(kb.contents[ref], before, kb.drifts.get(ref, ()))
            lock[ref] = lines_of(found.pairs)
            refused += [(ref, drift) for drift in found.refused]
            _tell(message("{ref} {field}: acknowledged, for this text only"), ref, found.done, lang)
        else:
            after = compared(kb.contents[ref], before, kb.today)
            lock[ref] = lines_of(after)
            _count(ref, before, after, lang, every=every)
    write_lock(root, lock)
    for ref, drift in refused:
        _tell(_ONCE, ref, (drift,), lang)
    sys.exit(1 if refused else 0)


_ONCE = message("{ref} {field}: acknowledged once already; compare both, then leave out --typo")


def _tell(what: Message, ref: str, drifts: tuple[Drift, ...], lang: Language) -> None:
    for drift in drifts:
        slots = (("ref", ref), ("field", written(drift.pointer)))
        click.echo(spoken(Message(what.template, slots), lang))


def _count(
    ref: str,
    before: tuple[Confirmed, ...],
    after: tuple[Confirmed, ...],
    lang: Language,
    *,
    every: bool,
) -> None:
    """Says what is new in the lock; of all entries, only those where something is."""
    count = len(set(after) - set(before))
    if count or not every:
        click.echo(spoken(message("{ref}: texts confirmed: {count}", ref=ref, count=count), lang))


def _ref(name: str, kb: KnowledgeBase, lang: Language) -> str:
    """The ref of an entry that somebody named by it or by its file.

    Raises:
        click.UsageError: There is no such entry that can be read.
    """
    ref = name.rpartition(f"{ENTRIES}/")[2].removesuffix(".yaml")
    if ref in kb.contents:
        return ref
    said = message("there is no entry '{name}' that can be read", name=name)
    if near := nearest_ref(ref, kb):
        said = message("{what}; did you mean '{near}'?", what=said, near=near)
    raise click.UsageError(spoken(said, lang))
