"""`[[links]]` in texts: well formed, to an entry that is there, `#check` only with a value."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.limit import Limit
from zhiquan.knowledge.anatomy import LINK, Contents, Link
from zhiquan.knowledge.checks.references import Near
from zhiquan.knowledge.dates import in_force
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.nearest import nearest_ref
from zhiquan.source.diagnostic import Diagnostic

FORM = "write [[kind/id]], [[kind/id|words]] or [[kind/id#check]]"
_TARGET = re.compile(rf"({'|'.join(KINDS)})/[a-z0-9]+(-[a-z0-9]+)*")
_BRACKETS = re.compile(r"\[\[.{0,80}|.{0,40}\]\]")


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Links to nothing, to a removed entry or to a value that is not there, and malformed ones."""
    near = cache(partial(nearest_ref, kb=kb))
    for ref, contents in kb.contents.items():
        for link in contents.links:
            yield from _link(kb, ref, link, near)
        yield from _unclosed(kb, ref, contents)


def _link(kb: KnowledgeBase, ref: str, link: Link, near: Near) -> Iterator[Diagnostic]:
    place = kb.place(ref, *link.pointer)
    if not _TARGET.fullmatch(link.target):
        yield place.fault("ZQ205", f"'{link.written}' is not a link", FORM, part=link.written)
        return
    standing = kb.standing(link.target)
    if standing == "unknown":
        known = near(link.target)
        hint = f"did you mean '{known}'?" if known else None
        message = f"the link goes to '{link.target}', which is not there"
        yield place.fault("ZQ203", message, hint, part=link.target)
    elif standing == "removed":
        redirect = kb.tombstones[link.target].removed.redirect
        message = f"the link goes to '{link.target}', which was removed"
        yield place.fault("ZQ202", message, f"link to '{redirect}' instead", part=link.target)
    elif link.fragment and standing == "there":
        yield from _fragment(kb, ref, link)


def _fragment(kb: KnowledgeBase, ref: str, link: Link) -> Iterator[Diagnostic]:
    place, entry = kb.place(ref, *link.pointer), kb.find(link.target)
    if link.fragment != "#check":
        message = f"'{link.fragment}' is not a value that can be printed"
        yield place.fault("ZQ204", message, "only '#check' is", part=link.written)
    elif not isinstance(entry, Limit) or not any(version.check for version in entry.versions):
        message = f"'{link.target}' has no check, so '#check' prints nothing"
        yield place.fault("ZQ204", message, "write the value out", part=link.written)
    elif not (version := in_force(entry, kb.today)) or not version.check:
        message = f"'{link.target}' has no check on {kb.today}, so '#check' prints nothing"
        fault = place.fault("ZQ204", message, "write the value out", part=link.written)
        yield replace(fault, severity="warning")


def _unclosed(kb: KnowledgeBase, ref: str, contents: Contents) -> Iterator[Diagnostic]:
    for pointer, text in contents.texts:
        for lang in text.languages():
            written = text.get(lang) or ""
            if "[[" not in written and "]]" not in written:
                continue
            if rest := _BRACKETS.search(LINK.sub("", written)):
                place = kb.place(ref, *pointer, lang)
                message = f"'{rest[0].strip()}' looks like a link that is not closed or nested"
                yield place.fault("ZQ205", message, FORM, part=rest[0][:2])
