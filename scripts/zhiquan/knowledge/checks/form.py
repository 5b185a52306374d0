"""Form of what is shown small or tapped: summaries and phone numbers."""

import re
from collections.abc import Iterator

from zhiquan.knowledge.anatomy import LINK
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import Language

LONGEST: dict[Language, int] = {"zh": 60, "en": 160}
"""Characters of a summary that a search result and a link preview show."""

PHONE = re.compile(
    r"1[0-9]{2}|1[0-2][0-9]{3,4}|9[56][0-9]{3,6}|[48]00(-?[0-9]){7}|1[3-9][0-9]{9}"
    r"|0[0-9]{2,3}-[0-9]{5,8}(-[0-9]{1,5})?"
)
"""Short numbers of public services and companies, free numbers, fixed lines, mobiles."""


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Summaries that are cut off, and phone numbers that cannot be dialled."""
    for ref, entry in kb.entries():
        for lang, most in LONGEST.items():
            length = len(LINK.sub("", entry.summary.get(lang) or "")) if entry.summary else 0
            if length > most:
                message = f"the summary has {length} characters, at most {most} are shown"
                yield kb.place(ref, "summary", lang).fault("ZQ413", message, "say less")
    for name, channel in kb.channels.items():
        for index, phone in enumerate(channel.phones):
            place = kb.place(f"channels/{name}", "phones", index, "number")
            yield from _phone(place, phone.number)
    for name, lender in kb.lenders.items():
        for index, contact in enumerate(lender.contacts):
            if contact.type == "phone":
                place = kb.place(f"lenders/{name}", "contacts", index, "value")
                yield from _phone(place, contact.value)


def _phone(place: Place, number: str) -> Iterator[Diagnostic]:
    if not PHONE.fullmatch(number):
        hint = "for example 12378, 95105959, 400-018-5526 or 0532-12345678"
        yield place.fault("ZQ414", f"'{number}' is not a number that can be dialled", hint)
