"""Differences in words: what an editor would say of a change."""

import json
import re
from typing import Any

from zhiquan.entries.limit import Version
from zhiquan.entries.provenance import Source
from zhiquan.knowledge.changes.compare import Difference, is_text
from zhiquan.knowledge.changes.entries import EntryChange
from zhiquan.knowledge.evaluate import check_value
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.trust import BEST_FIRST
from zhiquan.outputs.reports.outline import Item
from zhiquan.source.message import LANGUAGES, Language, message, spoken

SHOWN = 60
"""Characters of a value that a line repeats."""
AROUND = 2
"""Words, or Chinese characters, that are shown before and behind what changed."""

_WORD = re.compile(r"[A-Za-z0-9.,%:'’-]+|\s+|.", re.DOTALL)
_SAID = ("title", "rule", "says", "claim", "text", "question", "name", "label", "value", "what")
"""Fields that tell best what an item of a list is."""


def lines(
    change: EntryChange, old: KnowledgeBase, new: KnowledgeBase, lang: Language
) -> tuple[Item, ...]:
    """The differences of one entry, a line each, rules before their details."""
    rules = _rules(change, old, new, lang) if change.kind == "limits" else {}
    told = [Item(step, words) for step, words in rules.items()]
    told += [
        Item(one.field, _said(one, lang))
        for one in change.differences
        if not any(_belongs(one, step) for step in rules)
    ]
    for turn in change.turned:
        said = message("example {number} changes from {old} to {new}", **_fields(turn))
        told.append(Item("examples", spoken(said, lang)))
    stale = {"zh": message("Chinese now stale"), "en": message("English now stale")}
    told += [Item("⚠", spoken(stale[tongue], lang)) for tongue in change.stale]
    return tuple(told)


def _fields(turn: Any) -> dict[str, object]:
    return {"number": turn.number, "old": turn.old, "new": turn.new}


def _belongs(one: Difference, step: str) -> bool:
    """Whether a difference is told by the line of its version already."""
    return one.field == step or one.field.startswith((f"{step}.check", f"{step}.to"))


def _rules(
    change: EntryChange, old: KnowledgeBase, new: KnowledgeBase, lang: Language
) -> dict[str, str]:
    """By version that is new or has another check: the value before and now, and its source."""
    name = change.ref.partition("/")[2]
    before, after = old.limits.get(name), new.limits.get(name)
    if before is None or after is None:
        return {}
    told: dict[str, str] = {}
    known = {version.from_: version for version in before.versions}
    last: Version | None = None
    for version in after.versions:
        was = known.get(version.from_, last)
        if was and (version.from_ not in known or was.check != version.check):
            said = message(
                "{old} → {new} from {day} (source: {sources})",
                old=_value(was, old, lang),
                new=_value(version, new, lang),
                day=version.from_,
                sources=", ".join(_source(one) for one in version.sources),
            )
            told[f"versions[{version.from_}]"] = spoken(said, lang)
        last = version
    return told


def _value(version: Version, kb: KnowledgeBase, lang: Language) -> str:
    """The value of a version's check; its rule, shortened, where it has none."""
    if version.check:
        return check_value(version.check, kb, lang, version.from_)
    return shortened(version.rule.shown(lang)[0])


def _source(source: Source) -> str:
    if source.report:
        return source.report.publisher
    return f"{source.law} {source.article or ''}".strip()


def _said(one: Difference, lang: Language) -> str:
    """One difference in words."""
    if one.steps[-1] == "[]":
        return spoken(message("order changed"), lang)
    if one.steps[-1] == ".level" and one.old in BEST_FIRST and one.new in BEST_FIRST:
        raised = BEST_FIRST.index(one.new) < BEST_FIRST.index(one.old)
        slots = {"old": one.old, "new": one.new}
        if raised:
            return spoken(message("verification raised: {old} → {new} ⚑", **slots), lang)
        return spoken(message("verification lowered: {old} → {new}", **slots), lang)
    if one.old is None:
        return spoken(message("added: {new}", new=short(one.new, lang)), lang)
    if one.new is None:
        return spoken(message("taken out: {old}", old=short(one.old, lang)), lang)
    before, after = short(one.old, lang), short(one.new, lang)
    if is_text(one.old) and is_text(one.new):
        before, after = _texts(one.old, one.new, lang)
    return spoken(message("{old} → {new}", old=before, new=after), lang)


def _texts(old: dict[str, str], new: dict[str, str], lang: Language) -> tuple[str, str]:
    """What changed of a text, in the editor's language where it changed in that."""
    order = sorted(LANGUAGES, key=lambda one: one != lang)
    tongue = next(one for one in order if old.get(one) != new.get(one))
    return narrowed(old.get(tongue, ""), new.get(tongue, ""))


def narrowed(old: str, new: str) -> tuple[str, str]:
    """Two texts without what they have in common at both ends, but for a word or two."""
    olds, news = _WORD.findall(old), _WORD.findall(new)
    start = 0
    while start < min(len(olds), len(news)) and olds[start] == news[start]:
        start += 1
    end = 0
    while end < min(len(olds), len(news)) - start and olds[-1 - end] == news[-1 - end]:
        end += 1
    return _cut(olds, start, end), _cut(news, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - 2 * AROUND), min(len(words), len(words) - end + 2 * AROUND)
    shown = shortened("".join(words[first:last]).strip())
    return f"“{'…' if first else ''}{shown}{'…' if last < len(words) else ''}”"


def short(value: Any, lang: Language) -> str:
    """A piece of an entry's tree on one line."""
    if is_text(value):
        return f"“{shortened(value.get(lang) or next(iter(value.values())))}”"
    if isinstance(value, dict):
        telling = next((value[name] for name in _SAID if name in value), None)
        return short(telling, lang) if telling else shortened(json.dumps(value, ensure_ascii=False))
    if isinstance(value, list):
        return shortened(", ".join(short(one, lang) for one in value))
    return shortened(str(value))


def shortened(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
