"""What a visit looks like that keeps to the rules: a scene at the door, each thing numbered."""

from dataclasses import dataclass

from zhiquan.entries.limit import Version
from zhiquan.entries.rule import Check
from zhiquan.knowledge.evaluate import check_value
from zhiquan.pages.pictures import figures
from zhiquan.pages.pictures.drawing import mark, paragraph, text
from zhiquan.pages.pictures.figures import DOOR, GROUND, Figure
from zhiquan.pages.pictures.picture import Group, Picture
from zhiquan.pages.pictures.studio import Studio, verified

NAME = "compliant-visit"
VISITORS = "visitor-number"
MOST_DRAWN = 6
"""More people than this are not drawn, only named."""


@dataclass(frozen=True)
class Place:
    """Where a rule stands in the scene."""

    limit: str
    x: float
    y: float
    figure: Figure | None
    """What is drawn for it; None for the visitors, whose number the check gives."""


PLACES = (
    Place("contact-hours", 64, 28, figures.clock),
    Place(VISITORS, DOOR - 104, GROUND - 66, None),
    Place("show-identification", DOOR - 18, GROUND - 26, figures.badge),
    Place("talk-only-to-debtor", DOOR - 76, 56, figures.speech),
    Place("home-entry", DOOR + 2, 80, figures.door),
    Place("no-search-no-seizure", DOOR + 25, GROUND - 47, figures.cupboard),
    Place("leave-when-asked", DOOR - 138, GROUND + 12, figures.way_out),
)
"""The rules in the order in which a reader meets them, from the hour to the leaving."""


@dataclass(frozen=True)
class Seen:
    """One rule that is drawn."""

    place: Place
    title: str
    keeps: str
    """What keeps to it or breaks it, after ✓ or ✕."""
    tone: str
    version: Version


def draw(studio: Studio) -> Picture | None:
    """The scene, or None where none of its rules has a check in force."""
    seen = [one for place in PLACES if (one := _seen(place, studio))]
    if not seen:
        return None
    rows, height = _rows(seen, studio)
    scene = "".join(_figure(one) for one in seen)
    numbers = "".join(_number(n, one, one.place.x, one.place.y) for n, one in enumerate(seen, 1))
    return Picture(
        name=NAME,
        height=height,
        marks=f"{figures.house()}\n{scene}\n{numbers}\n{rows}",
        description=_told(seen, studio),
        columns=tuple(studio.strings(f"picture.{NAME}.{one}") for one in ("sign", "since")),
        groups=tuple(
            Group(f"{number}. {one.title}", ((one.keeps, studio.strings.date(one.version.from_)),))
            for number, one in enumerate(seen, 1)
        ),
    )


def _seen(place: Place, studio: Studio) -> Seen | None:
    found = studio.checked_today(place.limit)
    if found is None or found[1].check is None:
        return None
    limit, version = found
    known = verified(version)
    tone = ("forbidden" if found[1].check.must_not else "permitted") if known else "unverified"
    keeps = _keeps(found[1].check, studio)
    if not known:
        keeps += studio.strings("picture.unverified-note")
    return Seen(place, studio.words(limit.title), keeps, tone, version)


def _keeps(check: Check, studio: Studio) -> str:
    """The value of the check, or the flag that must be or must not be so, with its sign."""
    sign = studio.strings("mark.forbidden" if check.must_not else "mark.permitted")
    if check.must or check.must_not:
        return f"{sign} {studio.facts.name(check.fact)}"
    return f"{sign} {check_value(check, studio.kb, studio.lang, studio.kb.today)}"


def _figure(one: Seen) -> str:
    drawn = one.place.figure() if one.place.figure else figures.visitors(_visitors(one))
    return mark("g", drawn, class_=f"zq-tone-{one.tone if one.place.figure else 'soft'}")


def _visitors(one: Seen) -> int:
    """How many people the check asks for, as far as there is room for them."""
    check = one.version.check
    least = check.at_least if check and check.at_least is not None else 1
    return min(MOST_DRAWN, max(1, int(least)))


def _number(number: int, one: Seen, x: float, y: float) -> str:
    ring = "zq-stop-mark" if one.tone != "unverified" else "zq-stop-mark zq-dashed"
    disc = mark("circle", cx=x, cy=y, r=10, class_=ring)
    digit = text(x, y + 4.5, str(number), "zq-toned zq-strong", anchor="middle")
    return mark("g", disc + digit, class_=f"zq-tone-{one.tone}")


def _rows(seen: list[Seen], studio: Studio) -> tuple[str, float]:
    """The numbers again with what they stand for, below the scene; and where they end."""
    marks, y = [], GROUND + 54.0
    for number, one in enumerate(seen, 1):
        badge = _number(number, one, 12, y - 4)
        title, y = paragraph(32, y, one.title, "zq-strong", room=286)
        keeps, y = paragraph(32, y, one.keeps, "zq-toned", room=286)
        marks.append(badge + title + mark("g", keeps, class_=f"zq-tone-{one.tone}"))
        y += 9
    if any(one.tone == "unverified" for one in seen):
        marks.append(text(32, y, studio.strings("picture.dashed"), "zq-quiet"))
        y += 17
    return "\n".join(marks), y - 14


def _told(seen: list[Seen], studio: Studio) -> str:
    """The numbers with what they stand for, for a screen reader."""
    colon, stop = studio.strings["list.colon"], studio.strings["faq.stop"]
    said = (f"{number}. {one.title}{colon}{one.keeps}" for number, one in enumerate(seen, 1))
    return " ".join(one + stop for one in said)
