"""`[[links]]` in texts: well formed, to an entry that is there, `#check` only with a value."""

import re
from collections.abc import Iterator
from dataclasses import replace

from zhiquan.entries.kinds import KINDS
from zhiquan.entries.limit import Limit
from zhiquan.knowledge.anatomy import LINK, Contents, Link
from zhiquan.knowledge.checks.references import Near
from zhiquan.knowledge.dates import in_force
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.nearest import guesses
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message

FORM = message("write [[kind/id]], [[kind/id|words]] or [[kind/id#check]]")
_TARGET = re.compile(rf"({'|'.join(KINDS)})/[a-z0-9]+(-[a-z0-9]+)*")
_BRACKETS = re.compile(r"\[\[.{0,80}|.{0,40}\]\]")


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Links to nothing, to a removed entry or to a value that is not there, and malformed ones."""
    near = guesses(kb)
    for ref, contents in kb.contents.items():
        for link in contents.links:
            if link.fragment or kb.find(link.target) is None:
                yield from _link(kb, ref, link, near)
        yield from _unclosed(kb, ref, contents)


def _link(kb: KnowledgeBase, ref: str, link: Link, near: Near) -> Iterator[Diagnostic]:
    place = kb.place(ref, *link.pointer)
    if not _TARGET.fullmatch(link.target):
        said = message("'{written}' is not a link", written=link.written)
        yield place.fault("ZQ205", said, FORM, part=link.written)
        return
    standing = kb.standing(link.target)
    if standing == "unknown":
        known = near(link.target)
        hint = message("did you mean '{name}'?", name=known) if known else None
        said = message("the link goes to '{target}', which is not there", target=link.target)
        yield place.fault("ZQ203", said, hint, part=link.target)
    elif standing == "removed":
        redirect = kb.tombstones[link.target].removed.redirect
        said = message("the link goes to '{target}', which was removed", target=link.target)
        hint = message("link to '{target}' instead", target=redirect)
        yield place.fault("ZQ202", said, hint, part=link.target)
    elif link.fragment and standing == "there":
        yield from _fragment(kb, ref, link)


def _fragment(kb: KnowledgeBase, ref: str, link: Link) -> Iterator[Diagnostic]:
    place, entry = kb.place(ref, *link.pointer), kb.find(link.target)
    hint = message("write the value out")
    if link.fragment != "#check":
        said = message("'{written}' is not a value that can be printed", written=link.fragment)
        yield place.fault("ZQ204", said, message("only '#check' is"), part=link.written)
    elif not isinstance(entry, Limit) or not any(version.check for version in entry.versions):
        said = message("'{target}' has no check, so '#check' prints nothing", target=link.target)
        yield place.fault("ZQ204", said, hint, part=link.written)
    elif not (version := in_force(entry, kb.today)) or not version.check:
        said = message("'{target}' has no check on {day}, so '#check' prints nothing", day=kb.today)
        fault = place.fault("ZQ204", said.filled(target=link.target), hint, part=link.written)
        yield replace(fault, severity="warning")


def _unclosed(kb: KnowledgeBase, ref: str, contents: Contents) -> Iterator[Diagnostic]:
    for pointer, text in contents.texts:
        for lang, written in (("zh", text.zh), ("en", text.en)):
            if written and _has_brackets(written) and _has_brackets(rest := LINK.sub("", written)):
                found = _BRACKETS.search(rest)
                left = found[0] if found else ""
                said = message("'{written}' looks like a link that is not closed or nested")
                said = said.filled(written=left.strip())
                yield kb.place(ref, *pointer, lang).fault("ZQ205", said, FORM, part=left[:2])


def _has_brackets(written: str) -> bool:
    return "[[" in written or "]]" in written
