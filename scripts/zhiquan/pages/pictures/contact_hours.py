"""The hours of a day in which contact is allowed: a band of 24 hours."""

from zhiquan.pages.pictures.drawing import mark, paragraph, text
from zhiquan.pages.pictures.picture import Group, Picture
from zhiquan.pages.pictures.studio import Studio, verified

NAME = "contact-hours"
LIMIT = "contact-hours"

LEFT, RIGHT, TOP, BOTTOM = 10, 310, 40, 96
HOURS = 24

Span = tuple[float, float]


def draw(studio: Studio) -> Picture | None:
    """The band, or None where the rule in force states no hours."""
    found = studio.checked_today(LIMIT)
    check = found[1].check if found else None
    if found is None or check is None or check.within is None:
        return None
    first, last = check.within
    begin, end = _hour(first), _hour(last)
    allowed = [(begin, end)] if begin <= end else [(0.0, end), (begin, float(HOURS))]
    quiet = [(end, begin)] if begin > end else [(0.0, begin), (end, float(HOURS))]
    band = "".join(_block(span, "zq-tone-permitted", known=verified(found[1])) for span in allowed)
    band += "".join(_block(span, "zq-tone-forbidden", known=verified(found[1])) for span in quiet)
    told = _told(studio, first, last, check.unless, known=verified(found[1]))
    key, height = _key(told)
    return Picture(
        name=NAME,
        height=height,
        marks="\n".join((band, _ends(first, last), _sky(allowed, quiet), _hours(), key)),
        description=" ".join(said for _, said in told),
        columns=tuple(studio.strings(f"picture.{NAME}.{one}") for one in ("hours", "contact")),
        groups=(Group(studio.words(found[0].title), _rows(studio, first, last, told)),),
    )


def _hour(clock: str) -> float:
    hours, _, minutes = clock.partition(":")
    return int(hours) + int(minutes) / 60


def _x(hour: float) -> float:
    return LEFT + (RIGHT - LEFT) * hour / HOURS


def _block(span: Span, tone: str, *, known: bool) -> str:
    begin, end = span
    if begin == end:
        return ""
    edge = "zq-area" if known else "zq-area zq-dashed"
    width = _x(end) - _x(begin)
    shape = mark("rect", x=_x(begin), y=TOP, width=width, height=BOTTOM - TOP, class_=edge)
    return mark("g", shape, class_=tone)


def _ends(first: str, last: str) -> str:
    """The two times on the band, large: they are the answer."""
    anchored = ((first, "middle"), (last, "middle"))
    return "".join(
        mark("line", x1=_x(_hour(one)), y1=TOP - 6, x2=_x(_hour(one)), y2=BOTTOM, class_="zq-edge")
        + text(_x(_hour(one)), TOP - 14, one, "zq-large", anchor=anchor)
        for one, anchor in anchored
    )


def _sky(allowed: list[Span], quiet: list[Span]) -> str:
    """A sign on each block: a sun where contact is allowed, a moon where it is not."""
    middle = (TOP + BOTTOM) / 2
    signs = [_sun(sum(span) / 2, middle) for span in allowed if span[1] - span[0] >= 1]
    signs += [_moon(sum(span) / 2, middle) for span in quiet if span[1] - span[0] >= 1]
    return "".join(signs)


def _sun(hour: float, y: float) -> str:
    x = _x(hour)
    rays = "".join(
        f"M{x + 13 * dx:.1f} {y + 13 * dy:.1f}L{x + 18 * dx:.1f} {y + 18 * dy:.1f}"
        for dx, dy in ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1))
    )
    rays += f"M{x + 9.1:.1f} {y - 9.1:.1f}L{x + 12.6:.1f} {y - 12.6:.1f}"
    disc = mark("circle", cx=x, cy=y, r=8, class_="zq-solid")
    return mark("g", disc + mark("path", d=rays, class_="zq-line"), class_="zq-tone-permitted")


def _moon(hour: float, y: float) -> str:
    x = _x(hour)
    crescent = f"M{x + 3:.1f} {y - 9:.1f}a9.5 9.5 0 1 0 6.5 14 a8 8 0 0 1 -6.5 -14z"
    return mark("g", mark("path", d=crescent, class_="zq-solid"), class_="zq-tone-forbidden")


def _hours() -> str:
    """The scale under the band: a tick each hour, a number every six."""
    marks = []
    for hour in range(HOURS + 1):
        long = hour % 6 == 0
        marks.append(
            mark(
                "line",
                x1=_x(hour),
                y1=BOTTOM + 2,
                x2=_x(hour),
                y2=BOTTOM + (8 if long else 5),
                class_="zq-rule",
            )
        )
        if long:
            anchor = {0: "start", HOURS: "end"}.get(hour, "middle")
            x = _x(hour) + {0: -6, HOURS: 6}.get(hour, 0)
            marks.append(text(x, BOTTOM + 22, f"{hour}:00", "zq-quiet", anchor=anchor))
    return "".join(marks)


def _told(
    studio: Studio, first: str, last: str, unless: str | None, *, known: bool
) -> list[tuple[str, str]]:
    """What the band says, each sentence with the tone of its block."""
    say = studio.strings
    quiet = say(f"picture.{NAME}.quiet", first=last, last=first)
    if unless:
        quiet += say(f"picture.{NAME}.unless", fact=studio.facts.name(unless))
    told = [("permitted", say(f"picture.{NAME}.allowed", first=first, last=last))]
    told.append(("forbidden", quiet + say("faq.stop")))
    return told if known else [*told, ("unverified", say("picture.dashed"))]


def _key(told: list[tuple[str, str]]) -> tuple[str, float]:
    marks, y = [], BOTTOM + 52.0
    for tone, said in told:
        edge = "zq-area zq-dashed" if tone == "unverified" else "zq-area"
        swatch = mark("rect", x=LEFT, y=y - 11, width=14, height=13, rx=2, class_=edge)
        words, y = paragraph(LEFT + 24, y, said, room=RIGHT - LEFT - 24)
        marks.append(mark("g", swatch, class_=f"zq-tone-{tone}") + words)
        y += 4
    return "\n".join(marks), y - 8


def _rows(
    studio: Studio, first: str, last: str, told: list[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    spans = (f"{first}–{last}", f"{last}–{first}", studio.strings("picture.unverified"))
    return tuple((span, said) for span, (_, said) in zip(spans, told, strict=False))
