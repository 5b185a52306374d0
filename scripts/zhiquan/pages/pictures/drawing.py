"""The marks a picture is made of, and lines of text that fit into it.

Colours and type come from the classes in `docs/assets/zhiquan.css`, so one drawing serves light,
dark and print, and no mark needs a style of its own. Lengths are in units of the view box, which
is `WIDTH` wide.
"""

import re
from html import escape

WIDTH = 320
"""Units across: the width of a small phone, so that a unit is about a pixel there."""
SIZE = 13
"""Height of ordinary text, in units; about 11.5 pixels on a screen of 320."""
SIZES = {"zq-title": 15}
"""Heights of the text of classes that set another one."""
LEADING = 17
"""From one line of text to the next, in units."""

_WIDE = "\u2e80-\uffef"
_PIECE = re.compile(rf"[（《「“]*(?:[{_WIDE}]|[^\s{_WIDE}]+)[，。；：、）》」”？！]*\s*")
_LATIN = 0.56
"""Width of a Latin letter in its own height, on the safe side for the system fonts."""
_BOLD = {"zq-title": 1.12, "zq-strong": 1.12}
"""By how much the classes that set bold type widen it."""

Length = float | int


def mark(element: str, content: str | None = None, **attributes: Length | str) -> str:
    """One SVG element; `class_` is written class and `text_anchor` text-anchor.

    Args:
        element: Its name, e.g. `line`.
        content: Finished markup inside it; without one the element is empty.
        attributes: Text is escaped, lengths are rounded to a tenth.
    """
    written = "".join(f' {_name(key)}="{_value(one)}"' for key, one in attributes.items())
    return (
        f"<{element}{written}/>"
        if content is None
        else f"<{element}{written}>{content}</{element}>"
    )


def text(x: Length, y: Length, words: str, class_: str = "", *, anchor: str = "start") -> str:
    """One line of text, its baseline at `y`."""
    kind = {"class_": class_} if class_ else {}
    side = {} if anchor == "start" else {"text_anchor": anchor}
    return mark("text", escape(words, quote=False), x=x, y=y, **kind, **side)


def paragraph(
    x: Length, y: Length, words: str, class_: str = "", *, room: Length
) -> tuple[str, float]:
    """Text in as many lines as it needs.

    Args:
        x: Its left edge.
        y: The baseline of its first line.
        words: Plain text.
        class_: Classes of every line.
        room: How wide it may be.

    Returns:
        The lines, and the baseline of a line that would follow.
    """
    size = SIZES.get(class_, SIZE)
    leading = LEADING * size / SIZE
    rows = lines(words, room / size / _BOLD.get(class_, 1))
    drawn = [text(x, y + row * leading, words, class_) for row, words in enumerate(rows)]
    return "".join(drawn), y + len(rows) * leading


def lines(words: str, room: float) -> list[str]:
    """Text broken into lines of at most `room` times the height of its letters.

    Chinese breaks between any two characters but not before a closing mark, English between words.
    """
    rows = [""]
    for piece in _PIECE.findall(words):
        if rows[-1] and ems(rows[-1] + piece.rstrip()) > room:
            rows.append("")
        rows[-1] += piece
    return [row.strip() for row in rows]


def ems(words: str) -> float:
    """The width of a text, in heights of its letters."""
    return sum(1 if one >= "\u2e80" else _LATIN for one in words)


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-") if key != "viewBox" else key


def _value(given: Length | str) -> str:
    return escape(given) if isinstance(given, str) else f"{round(given, 1):g}"
