"""The dates of an instrument, in the order in which they can happen."""

from collections.abc import Iterator
from itertools import pairwise

from zhiquan.entries.law import Law
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message

ORDER = ("promulgated", "effective", "repealed")


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Laws in force before they were made, repealed before that, or replaced and still alive."""
    for name, law in kb.laws.items():
        place = kb.place(f"laws/{name}")
        yield from _order(place, law)
        if law.replaced_by and law.repealed is None and "repealed" not in law.unverified:
            said = message(
                "replaced by '{law}', but no day of repeal is given", law=law.replaced_by
            )
            hint = message("add repealed, or list it under unverified")
            yield place.at("replaced_by").fault("ZQ314", said, hint)


def _order(place: Place, law: Law) -> Iterator[Diagnostic]:
    known = [(key, day) for key in ORDER if (day := getattr(law, key))]
    for (first, earlier), (second, later) in pairwise(known):
        if later < earlier:
            said = message("{second} on {later}, before it was {first} on {earlier}")
            said = said.filled(first=first, earlier=earlier, second=second, later=later)
            hint = message("order: {fields}", fields=" ≤ ".join(ORDER))
            yield place.at(second).fault("ZQ313", said, hint)
    for index, amendment in enumerate(law.amendments):
        if amendment.effective < amendment.on:
            said = message("amendment effective on {effective}, made on {on}", on=amendment.on)
            hint = message("'on' is the day the amendment was promulgated")
            at = place.at("amendments", index, "effective")
            yield at.fault("ZQ313", said.filled(effective=amendment.effective), hint)
