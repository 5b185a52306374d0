"""The pictures drawn from the entries as data for Typst: shapes as SVG, words apart.

Typst's SVG would set words in the thinnest weight of a variable font and in Japanese forms, so the
template sets them itself, each at its place over the shapes, in the fonts of the book.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from zhiquan.pages.pictures.drawing import WIDTH
from zhiquan.pages.pictures.picture import Picture
from zhiquan.pages.strings import Strings

_IN_FONTS = str.maketrans("✕", "×")
"""A sign that the fonts lack, and the one nearest to it that they have."""
_TONE = "zq-tone-"


def told(picture: Picture, strings: Strings) -> dict[str, Any]:
    """A picture with its caption, its alternative text and its data in words.

    Args:
        picture: as it is drawn for the site.
        strings: of its language.
    """
    drawing = ET.fromstring(f"<svg>{picture.marks}</svg>")  # noqa: S314  (our own marks)
    words = list(_words(drawing, "ink"))
    shapes = "".join(ET.tostring(one, encoding="unicode") for one in drawing)
    title = strings(f"picture.{picture.name}.title")
    return {
        "title": title,
        "caption": _printed(strings(f"picture.{picture.name}.caption")),
        "alt": f"{title}{strings['list.colon']}{picture.description}",
        "width": WIDTH,
        "height": round(picture.height),
        "shapes": shapes,
        "words": words,
        "columns": list(picture.columns),
        "groups": [
            {"title": group.title, "rows": [[_printed(cell) for cell in row] for row in group.rows]}
            for group in picture.groups
        ],
    }


def _words(parent: ET.Element, tone: str) -> Iterator[dict[str, Any]]:
    """Takes the lines of text out of a drawing; each tells its place, its looks and its tone."""
    for child in list(parent):
        if child.tag == "text":
            parent.remove(child)
            yield {
                "x": float(child.attrib["x"]),
                "y": float(child.attrib["y"]),
                "words": _printed(child.text or ""),
                "looks": child.get("class", "").split(),
                "anchor": child.get("text-anchor", "start"),
                "tone": tone,
            }
        else:
            looks = child.get("class", "")
            yield from _words(child, looks.removeprefix(_TONE) if _TONE in looks else tone)


def _printed(words: str) -> str:
    return words.translate(_IN_FONTS)
