"""The dates of an instrument, in the order in which they can happen."""

from collections.abc import Iterator
from itertools import pairwise

from zhiquan.entries.law import Law
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic

ORDER = ("promulgated", "effective", "repealed")


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Laws in force before they were made, repealed before that, or replaced and still alive."""
    for name, law in kb.laws.items():
        place = kb.place(f"laws/{name}")
        yield from _order(place, law)
        if law.replaced_by and law.repealed is None and "repealed" not in law.unverified:
            message = f"replaced by '{law.replaced_by}', but no day of repeal is given"
            hint = "add repealed, or list it under unverified"
            yield place.at("replaced_by").fault("ZQ314", message, hint)


def _order(place: Place, law: Law) -> Iterator[Diagnostic]:
    known = [(key, day) for key in ORDER if (day := getattr(law, key))]
    for (first, earlier), (second, later) in pairwise(known):
        if later < earlier:
            message = f"{second} on {later}, before it was {first} on {earlier}"
            yield place.at(second).fault("ZQ313", message, f"order: {' ≤ '.join(ORDER)}")
    for index, amendment in enumerate(law.amendments):
        if amendment.effective < amendment.on:
            message = f"amendment effective on {amendment.effective}, made on {amendment.on}"
            at = place.at("amendments", index, "effective")
            yield at.fault("ZQ313", message, "'on' is the day the amendment was promulgated")
