"""Articles cited by limits: each with its number, from a law that is in force at the time."""

import datetime as dt
from collections.abc import Iterator

from zhiquan.entries.law import Law
from zhiquan.entries.limit import Version
from zhiquan.entries.provenance import Source
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.overtaken import Overtaken, sources_overtaken, texts_overtaken
from zhiquan.knowledge.place import Place
from zhiquan.knowledge.resting import Resting
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Citations without an article, of a law not in force, or read before an amendment."""
    for ref, contents in kb.contents.items():
        for pointer, source in contents.sources:
            place = kb.place(ref, *pointer)
            yield from _article(place, source, needed=ref.startswith("limits/"))
    for name, limit in kb.limits.items():
        for index, version in enumerate(limit.versions):
            yield from _in_force(kb.place(f"limits/{name}", "versions", index), version, kb)
    yield from _amended(kb)


def _article(place: Place, source: Source, *, needed: bool) -> Iterator[Diagnostic]:
    if source.article and source.article_unread:
        message = f"article {source.article} is given and called unread"
        yield place.at("article_unread").fault("ZQ305", message, "keep one of the two")
    elif needed and source.law and not source.article and not source.article_unread:
        message = f"'{source.law}' is cited without an article"
        hint = "add article, or article_unread: true where nobody has looked it up"
        yield place.at("law").fault("ZQ304", message, hint)


def _amended(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    for one in texts_overtaken(kb):
        yield _read_before(kb.place(one.law, "verified", "on"), one)
    for cited, one in sources_overtaken(kb, Resting(kb)):
        yield _read_before(kb.place(cited.ref, *cited.pointer, "verified", "on"), one)


def _read_before(place: Place, one: Overtaken) -> Diagnostic:
    said = message(
        "checked on {checked}, before '{law}' was amended on {amended}",
        checked=one.checked,
        law=one.law.partition("/")[2],
        amended=one.amended,
    )
    hint = message("read the amended text, then set the new day")
    return Diagnostic(code="ZQ315", message=said, path=place.path, pointer=place.pointer, hint=hint)


def _in_force(place: Place, version: Version, kb: KnowledgeBase) -> Iterator[Diagnostic]:
    cited = [
        (place.at("sources", index, "law"), source.law, kb.laws[source.law])
        for index, source in enumerate(version.sources)
        if source.law and source.law in kb.laws
    ]
    begun = any(_since(law) <= version.from_ for _, _, law in cited)
    for at, name, law in cited:
        too_late = _since(law) >= (version.to or dt.date.max) > version.from_
        if too_late or (not begun and _since(law) > version.from_):
            message = f"'{name}' is in force from {_since(law)}, this version from {version.from_}"
            yield at.fault("ZQ306", message, "cite what was in force, or begin the version later")
        elif law.repealed and law.repealed < (version.to or dt.date.max):
            until = f"to {version.to}" if version.to else "on without an end"
            message = f"'{name}' is repealed from {law.repealed}, this version goes {until}"
            yield at.fault("ZQ307", message, _instead(law))


def _since(law: Law) -> dt.date:
    """First day in force; the day of promulgation, or always, where it is not known."""
    return law.effective or law.promulgated or dt.date.min


def _instead(law: Law) -> str:
    if law.replaced_by:
        return f"end the version with to: {law.repealed}; from then on see '{law.replaced_by}'"
    return f"end the version with to: {law.repealed}"
