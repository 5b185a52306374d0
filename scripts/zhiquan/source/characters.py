"""Bytes to text: the encoding and the characters a file may hold."""

import codecs
import re
import unicodedata

from zhiquan.source.diagnostic import Diagnostic, Span
from zhiquan.source.message import Message, message

MAX_BYTES = 256 * 1024
"""Longest file the reader takes; an entry of this size is a mistake or an attack."""

_BOM = "\ufeff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# C0 and C1 controls and the other line separators of YAML. A lone CR too: it would be a line break
# for YAML and none for an editor.
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
# What Unicode calls default-ignorable (DerivedCoreProperties.txt: zero-width characters, soft
# hyphen, fillers, variation selectors, tags), the empty Braille cell, non-characters.
_INVISIBLE = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u206f\u2800\u3164"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_REFUSED = re.compile(f"[\t{_BIDI}{_CONTROLS}{_INVISIBLE}]")
# In a name that the system gives, bytes that are no UTF-8 arrive as lone surrogates.
_UNSEEN = re.compile(f"[\t\n{_BIDI}{_CONTROLS}{_INVISIBLE}\ud800-\udfff]")
# Most files hold nothing but these: ASCII, Chinese, the signs of both. One run of them is seen four
# times as fast as that none of the others is there.
_ORDINARY = re.compile("[\n -~\u00b7\u00d7\u2010-\u2027\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]*")
_IS_BIDI = re.compile(f"[{_BIDI}]")
_LEGACY = {
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_LINES_NAMED = 4

_Place = tuple[int, int]
"""Line and column, from 1."""


def shown(data: bytes) -> str:
    """The text of a file for a report, whatever its bytes are: lines end in a line feed."""
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


def visible(text: str) -> str:
    """A text for a terminal or a log: one replacement sign for each character that is unseen there.

    Whatever stands in a file or in its name, what is said of it stays on its line, changes no
    colours and gives no orders to the terminal or to a workflow run.
    """
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def decode(data: bytes, *, name: str) -> str | Diagnostic:
    """The text of a file with line feeds as line ends, or why its bytes cannot be read."""
    if len(data) > MAX_BYTES:
        return too_large(len(data), name)
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as e:
        return _not_utf8(data, e.start, name)


def too_large(size: int, name: str, *, most: int = MAX_BYTES) -> Diagnostic:
    """The fault of a file of more bytes than are read."""
    return Diagnostic(
        code="ZQ010",
        message=message(
            "the file has {size:,} bytes; at most {most:,} are read", size=size, most=most
        ),
        path=name,
        span=Span(1, 1, 1),
        hint=message("split it into several entries"),
    )


def _not_utf8(data: bytes, start: int, name: str) -> Diagnostic:
    before = shown(data[:start])
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Diagnostic(
        code="ZQ006",
        message=message(
            "the file is not UTF-8: byte 0x{byte:02X} does not belong here", byte=data[start]
        ),
        path=name,
        span=Span(line, column, 1),
        hint=message("it looks like {encoding}: save it as UTF-8", encoding=_likely(data)),
    )


def _likely(data: bytes) -> str | Message:
    if data[:2] in _LEGACY:
        return _LEGACY[data[:2]]
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return message("another encoding")
    return "GBK (GB18030)"


def refused(text: str, *, name: str) -> tuple[Diagnostic, ...]:
    """The characters that no entry may hold: one fault per character, at its first place."""
    if _ORDINARY.fullmatch(text) or not _REFUSED.search(text):
        return ()
    places: dict[str, list[_Place]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        for found in _REFUSED.finditer(line):
            places.setdefault(found[0], []).append((number, found.start() + 1))
    return tuple(_fault(character, at, name=name) for character, at in sorted(places.items()))


def hidden(value: str) -> tuple[str, Message, Message] | None:
    """Code, message and hint for a refused character that a value holds by an escape, if any."""
    found = _REFUSED.search(value)
    return _described(found[0], (0, 0)) if found else None


def without_refused(text: str) -> str:
    """The text with a blank for every refused character, to look for other faults: same lines."""
    return _REFUSED.sub(" ", text.removeprefix(_BOM))


def lines_refused(text: str) -> frozenset[int]:
    """The numbers, from 1, of the lines that hold a refused character."""
    lines = enumerate(text.split("\n"), 1)
    return frozenset(number for number, line in lines if _REFUSED.search(line))


def indented_by_tab(text: str) -> bool:
    """True where a tab stands before the first word of a line, so that nesting cannot be told."""
    return "\t" in text and re.search(r"^ *(?:- *)*\t", text, re.MULTILINE) is not None


def _fault(character: str, places: list[_Place], *, name: str) -> Diagnostic:
    code, what, hint = _described(character, places[0])
    lines = sorted({line for line, _ in places})
    return Diagnostic(
        code=code, message=_on(lines, what), path=name, span=Span(*places[0], 1), hint=hint
    )


def _described(character: str, place: _Place) -> tuple[str, Message, Message]:
    if character == "\t":
        return "ZQ005", message("a tab"), message("use spaces, two for each level")
    if character == _BOM and place == (1, 1):
        what = message("the file begins with a byte order mark")
        return "ZQ007", what, message("save it as UTF-8 without BOM")
    called = f"U+{ord(character):04X}{_named(character)}"
    if _IS_BIDI.match(character):
        what = message("the text-direction character {called}", called=called)
        return "ZQ009", what, message("delete it: it makes text read otherwise than it is")
    return "ZQ008", message("the invisible character {called}", called=called), message("delete it")


def _named(character: str) -> str:
    return f" ({unicodedata.name(character, 'control character').lower()})"


def _on(lines: list[int], what: Message) -> Message:
    """What stands on the first of the lines, and where else it stands."""
    others = lines[1:]
    named, more = tuple(others[:_LINES_NAMED]), len(others) - _LINES_NAMED
    if not others:
        return what
    if more > 0:
        several = message("{what}, also on lines {lines} and {more} more")
        return several.filled(what=what, lines=named, more=more)
    if len(others) == 1:
        return message("{what}, also on line {line}", what=what, line=others[0])
    return message("{what}, also on lines {lines}", what=what, lines=named)
