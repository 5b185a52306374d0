"""What a round found, by entry: alarms, failures that are not yet one, and what nobody told."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Literal

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.outgoing import dependents, outgoing
from zhiquan.outputs.outgoing.asking import Reply
from zhiquan.outputs.outgoing.strikes import ALARM, Strikes, is_offline
from zhiquan.outputs.reports.outline import Form
from zhiquan.source.diagnostic import Pointer, written
from zhiquan.source.message import Language, Message, message, spoken

State = Literal["alarm", "failing", "untold", "moved"]

OFFLINE = message("no address answers at all: the fault is here, and no strike was counted")
TITLES: dict[State, Message] = {
    "alarm": message("Alarms: failed on three days or more"),
    "failing": message("Failing, not yet an alarm"),
    "untold": message("Do not tell a program; look at them in a browser"),
    "moved": message("Answer, but have moved for good"),
}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """An address in an entry that is not simply fine."""

    state: State
    ref: str
    file: str
    fields: tuple[str, ...]
    """The places in the entry, e.g. `sources[0].report.url`."""
    pages: int
    """How many pages depend on the entry."""
    address: str
    what: Message
    strikes: int
    since: str
    """The day since when it has been failing; empty where it has not."""


@dataclass(frozen=True, kw_only=True)
class Findings:
    """A round over all addresses of the entries."""

    asked: int
    fine: int
    offline: bool
    """Whether nothing answered at all, so that the fault is rather here."""
    found: tuple[Finding, ...]
    """Alarms first; within a state, entries on which most pages depend first."""

    @property
    def alarms(self) -> int:
        """How many addresses are an alarm."""
        return len({one.address for one in self.found if one.state == "alarm"})


def findings(
    kb: KnowledgeBase, replies: Mapping[str, Reply], strikes: Mapping[str, Strikes]
) -> Findings:
    """What a round found, by entry."""
    cases = (_Case(address, reply, strikes.get(address)) for address, reply in replies.items())
    mentioned = outgoing(kb)
    found = [
        _finding(kb, ref, case, state, [one.pointer for one in mentions])
        for case in cases
        if (state := _state(case))
        for ref, mentions in groupby(mentioned[case.address], key=lambda one: one.ref)
    ]
    found.sort(key=lambda one: (list(TITLES).index(one.state), -one.pages, one.ref, one.address))
    fine = sum(reply.standing == "fine" for reply in replies.values())
    return Findings(asked=len(replies), fine=fine, offline=is_offline(replies), found=tuple(found))


@dataclass(frozen=True)
class _Case:
    address: str
    reply: Reply
    strikes: Strikes | None


def _state(case: _Case) -> State | None:
    if case.reply.standing == "failed":
        return "alarm" if case.strikes and case.strikes.count >= ALARM else "failing"
    if case.reply.standing == "untold":
        return "untold"
    return "moved" if case.reply.moved else None


def _finding(
    kb: KnowledgeBase, ref: str, case: _Case, state: State, pointers: list[Pointer]
) -> Finding:
    strikes = case.strikes
    moved = message("has moved to {address}", address=case.reply.moved)
    return Finding(
        state=state,
        ref=ref,
        file=kb.file(ref),
        fields=tuple(map(written, pointers)),
        pages=dependents(kb, ref),
        address=case.address,
        what=moved if state == "moved" else case.reply.what,
        strikes=strikes.count if strikes else 0,
        since=str(strikes.first) if strikes else "",
    )


def told(found: Findings, *, form: Form, lang: Language) -> str:
    """The findings in one form, ending in a line feed."""
    if form == "json":
        return _json(found, lang)
    said = message(
        "{asked} addresses asked: {fine} answer, {alarms} are an alarm",
        asked=found.asked,
        fine=found.fine,
        alarms=found.alarms,
    )
    lines = [said, *([OFFLINE] if found.offline else ())]
    parts = [_part(state, list(each), form, lang) for state, each in _by_state(found)]
    return "\n\n".join([*(spoken(line, lang) for line in lines), *parts]) + "\n"


def _by_state(found: Findings) -> Iterator[tuple[State, Iterator[Finding]]]:
    return groupby(found.found, key=lambda one: one.state)


def _part(state: State, found: list[Finding], form: Form, lang: Language) -> str:
    """All of one state, entry by entry."""
    look = _LOOKS[form]
    lines = [look.title.format(spoken(TITLES[state], lang))]
    for (ref, pages), each in groupby(found, key=lambda one: (one.ref, one.pages)):
        head = message("{ref}: {pages} pages depend on it", ref=ref, pages=pages)
        lines.append(look.entry.format(spoken(head, lang)))
        for one in each:
            lines.append(look.address.format(one.address))
            lines.append(look.what.format(_what(one, lang)))
    return "\n".join(lines)


def _what(one: Finding, lang: Language) -> str:
    fields = message("in {fields}", fields=one.fields)
    row = message("days of failure: {count}, since {since}", count=one.strikes, since=one.since)
    said = (one.what, row, fields) if one.strikes else (one.what, fields)
    return {"zh": "；", "en": "; "}[lang].join(spoken(part, lang) for part in said)


@dataclass(frozen=True)
class _Look:
    title: str
    entry: str
    address: str
    what: str


_LOOKS = {
    "text": _Look("{}", "  {}", "    {}", "      {}"),
    "markdown": _Look("### {}\n", "- {}", "  - <{}>", "    {}"),
}


def _json(found: Findings, lang: Language) -> str:
    listed = [asdict(one) | {"what": spoken(one.what, lang)} for one in found.found]
    data = {
        "asked": found.asked,
        "fine": found.fine,
        "alarms": found.alarms,
        "offline": found.offline,
        "found": listed,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
