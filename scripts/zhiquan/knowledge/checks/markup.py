"""Texts keep to the part of Markdown that pages, the book and the feeds can all show."""

import re
from collections.abc import Iterator

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message

SCHEMES = ("https://", "http://", "mailto:", "tel:")

_HTML = re.compile(r"<(?!https?://)[A-Za-z/!?][^>\n]*>?")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?=[ \t])|(?<=\S\n) {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]")
_ADDRESS = re.compile(r"\]\(\s*<?([^)\s>]*)|^ {0,3}\[[^\]]+\]:\s*(\S+)", re.MULTILINE)

_HOST = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]+)?(?:[/?#]|$)", re.IGNORECASE)
# Words of a link that are an address themselves, up to its host, and the host it leads to.
_NAMED = re.compile(
    r"\[\s*(?:https?://)?((?:[a-z0-9-]{1,63}\.)+[a-z]{2,24})(?:[/:?#][^\[\]]*)?\s*\]"
    r"\(\s*<?https?://([a-z0-9.-]+)",
    re.IGNORECASE,
)


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """HTML, images, headings, and links to anything but a web, mail or phone address."""
    for ref, contents in kb.contents.items():
        if _perhaps(contents.all("zh")) or _perhaps(contents.all("en")):
            for pointer, text in contents.texts:
                for lang in text.languages():
                    yield from _faults(kb.place(ref, *pointer, lang), text.get(lang) or "")


def _perhaps(written: str) -> bool:
    """Whether a sign of Markdown stands here; mostly none does."""
    return "<" in written or "](" in written or "#" in written or "\n" in written


def _faults(place: Place, written: str) -> Iterator[Diagnostic]:
    for match in _HTML.finditer(written):
        said = message("HTML '{written}' in a text", written=match[0])
        hint = message("write Markdown, or the word itself")
        yield place.fault("ZQ407", said, hint, part=match[0])
    for match in _IMAGE.finditer(written):
        said, hint = message("an image in a text"), message("say it in words")
        yield place.fault("ZQ408", said, hint, part=match[0])
    for match in _HEADING.finditer(written):
        part = match[0].strip()
        said = message("a heading in a text: the page has its own")
        yield place.fault("ZQ409", said, message("use **bold** or a new paragraph"), part=part)
    for match in _ADDRESS.finditer(written):
        address = match[1] or match[2] or ""
        if address.lower().startswith("http") and not _HOST.match(address):
            said = message("the host of '{address}' is not what it seems", address=address)
            hint = message("write it in plain letters (others as xn--…), with no name before it")
            yield place.fault("ZQ410", said, hint, part=address)
        elif not address.lower().startswith(SCHEMES):
            said = message("a link to '{address}'", address=address)
            hint = message("allowed: {schemes}", schemes=(*SCHEMES, "[[kind/id]]"))
            yield place.fault("ZQ410", said, hint, part=address or match[0])
    for match in _NAMED.finditer(written):
        named, leads_to = match[1].lower(), match[2].lower()
        if named.removeprefix("www.") != leads_to.removeprefix("www."):
            said = message("the link says '{named}' and leads to '{host}'")
            hint = message("say where it leads")
            yield place.fault("ZQ410", said.filled(named=named, host=leads_to), hint, part=match[0])
