"""Waivers: findings that editors accept for a while, with a reason, an owner and an end."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from zhiquan.entries.provenance import Waiver
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.nearest import meant, nearest
from zhiquan.knowledge.place import Place
from zhiquan.source.codes import CODES
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message


def waived(faults: Iterable[Diagnostic], kb: KnowledgeBase) -> list[Diagnostic]:
    """The faults that are left, and new ones for waivers that are expired, unknown or unused.

    A waiver takes away every finding of its code in its own file, until the day it expires.
    """
    by_file = defaultdict[str, list[Diagnostic]](list)
    for fault in faults:
        by_file[fault.path].append(fault)
    for ref, entry in kb.entries():
        for index, waiver in enumerate(entry.waivers):
            place = kb.place(ref, "waivers", index)
            by_file[place.path] = list(_apply(waiver, place, by_file[place.path], kb.today))
    return [fault for found in by_file.values() for fault in found]


def _apply(
    waiver: Waiver, place: Place, faults: list[Diagnostic], today: dt.date
) -> Iterator[Diagnostic]:
    left = [fault for fault in faults if fault.code != waiver.code]
    if waiver.code not in CODES:
        near = nearest(waiver.code, CODES)
        said = message("there is no code '{code}'", code=waiver.code)
        yield place.at("code").fault("ZQ326", said, meant(near, message("codes look like ZQ402")))
    elif len(left) == len(faults):
        said = message("nothing here has the code {code}", code=waiver.code)
        yield place.at("code").fault("ZQ327", said, message("take the waiver out"))
    elif waiver.expires <= today:
        said = message(
            "the waiver of {code} expired on {day}", code=waiver.code, day=waiver.expires
        )
        hint = message("mend the finding, or decide again")
        yield place.at("expires").fault("ZQ325", said, hint)
        left = faults
    yield from left
