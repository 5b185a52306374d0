"""The greatest yearly prices over time: one line for each limit, at the height of its checks."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from zhiquan.entries.limit import Limit, Version
from zhiquan.entries.rule import Multiple
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.pages.pictures.drawing import SIZE, ems, mark, paragraph, text
from zhiquan.pages.pictures.picture import Group, Picture
from zhiquan.pages.pictures.studio import Studio, verified

NAME = "price-lines"
LINES = {
    "illegal-lending-36": "forbidden",
    "licensed-lender-24": "conditional",
    "private-lending-cap": "act",
}
"""The limits that are drawn, the highest first, each with the tone of its line."""

LEFT, RIGHT, TOP, BOTTOM = 34, 312, 26, 226
STEP = 12
"""Percentage points from one line of the grid to the next."""
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Days on which one ceiling held."""

    first: dt.date
    end: dt.date
    """The first day on which it no longer held, or that has not come yet."""
    ceiling: Decimal
    """Per cent a year."""
    verified: bool


@dataclass(frozen=True)
class PriceLine:
    """The ceilings of one limit in order of time."""

    title: str
    tone: str
    stretches: tuple[Stretch, ...]
    unknown_from: dt.date | None
    """The day from which a published rate is missing, so that the line ends before today."""


@dataclass(frozen=True)
class Scale:
    """From days and percentages to places in the drawing."""

    first: dt.date
    end: dt.date
    most: float

    def x(self, day: dt.date) -> float:
        """The place of the beginning of a day."""
        return LEFT + (RIGHT - LEFT) * ((day - self.first) / (self.end - self.first))

    def y(self, ceiling: Decimal | float) -> float:
        """The place of a percentage."""
        return BOTTOM - (BOTTOM - TOP) * float(ceiling) / self.most


def draw(studio: Studio) -> Picture | None:
    """The price lines up to today, or None where no limit has a ceiling in its checks."""
    made = [_line(studio, name, tone) for name, tone in LINES.items()]
    drawn = [line for line in made if line.stretches]
    if not drawn:
        return None
    stretches = [one for line in drawn for one in line.stretches]
    scale = Scale(
        min(one.first for one in stretches),
        studio.kb.today + DAY,
        float(max(one.ceiling for one in stretches)) * 1.08,
    )
    legend, height = _legend(studio, drawn)
    # The widest line lies lowest, so that a line that runs on another leaves both to be seen.
    plot = "\n".join(_drawn(line, scale, studio) for line in drawn)
    return Picture(
        name=NAME,
        height=height,
        marks=f"{_grid(scale)}\n{plot}\n{legend}",
        description=_description(studio, drawn),
        columns=tuple(studio.strings(f"picture.{NAME}.{one}") for one in ("days", "at-most")),
        groups=tuple(Group(line.title, tuple(_rows(line, studio))) for line in drawn),
    )


def _line(studio: Studio, name: str, tone: str) -> PriceLine:
    limit = studio.kb.limits.get(name)
    if limit is None:
        return PriceLine("", tone, (), None)
    found = tuple(one for version in limit.versions for one in _stretches(version, studio.kb))
    return PriceLine(studio.words(limit.title), tone, found, _unknown_from(limit, studio.kb))


def _stretches(version: Version, kb: KnowledgeBase) -> Iterator[Stretch]:
    """What one version allowed, up to today."""
    end = min(version.to or dt.date.max, kb.today + DAY)
    check = version.check
    if check and check.at_most is not None and version.from_ < end:
        yield Stretch(version.from_, end, check.at_most, verified(version))
    elif check and check.at_most_times:
        for first, until, ceiling in _published(check.at_most_times, kb):
            start, stop = max(first, version.from_), min(until, end)
            if start < stop:
                yield Stretch(start, stop, ceiling, verified(version))


def _published(stated: Multiple, kb: KnowledgeBase) -> Iterator[tuple[dt.date, dt.date, Decimal]]:
    """The multiples of a published rate: first day, day after the last, per cent."""
    table = kb.tables.get(stated.table)
    if table:
        days = [*(point.on for point in table.points), table.known_until]
        for (first, until), point in zip(pairwise(days), table.points, strict=True):
            yield first, min(until, table.known_until), point.value * stated.times


def _unknown_from(limit: Limit, kb: KnowledgeBase) -> dt.date | None:
    """Where the published rate ends although the rule goes on."""
    check = limit.versions[-1].check
    table = kb.tables.get(check.at_most_times.table) if check and check.at_most_times else None
    return table.known_until if table and table.known_until <= kb.today else None


def _grid(scale: Scale) -> str:
    marks = []
    for percent in range(0, int(scale.most) + 1, STEP):
        y = scale.y(percent)
        marks.append(mark("line", x1=LEFT, y1=y, x2=RIGHT, y2=y, class_="zq-rule"))
        marks.append(text(LEFT - 5, y + 4, f"{percent}%", "zq-quiet", anchor="end"))
    years = range(scale.first.year + 1, scale.end.year + 1)
    for year in years:
        x = scale.x(dt.date(year, 1, 1))
        marks.append(mark("line", x1=x, y1=BOTTOM, x2=x, y2=BOTTOM + 4, class_="zq-rule"))
        if (years[-1] - year) % 3 == 0:
            marks.append(text(x, BOTTOM + 18, str(year), "zq-quiet", anchor="middle"))
    return "".join(marks)


def _drawn(line: PriceLine, scale: Scale, studio: Studio) -> str:
    """The line in pieces of one verification, the value at its end, and its mark if it breaks."""
    pieces = [
        _piece(tuple(run), known, scale, studio)
        for known, run in groupby(line.stretches, key=lambda one: one.verified)
    ]
    last = line.stretches[-1]
    x, y = scale.x(last.end), scale.y(last.ceiling)
    if line.unknown_from == last.end:
        pieces.append(mark("circle", cx=x, cy=y, r=4, class_="zq-open"))
    pieces.append(text(x, y - 8, _percent(last.ceiling), "zq-toned zq-strong", anchor="end"))
    return mark("g", "".join(pieces), class_=f"zq-tone-{line.tone}")


def _piece(run: tuple[Stretch, ...], known: bool, scale: Scale, studio: Studio) -> str:  # noqa: FBT001
    way = f"M{scale.x(run[0].first):.1f} {scale.y(run[0].ceiling):.1f}"
    for one in run:
        way += f"V{scale.y(one.ceiling):.1f}H{scale.x(one.end):.1f}"
    drawn = mark("path", d=way, class_="zq-line" if known else "zq-line zq-dashed")
    longest = max(run, key=lambda one: one.end - one.first)
    words = studio.strings("picture.unverified")
    if known or scale.x(longest.end) - scale.x(longest.first) < SIZE * ems(words):
        return drawn
    x, y = scale.x(longest.first) + 2, scale.y(longest.ceiling)
    return drawn + text(x, y - 8, words, "zq-toned")


def _legend(studio: Studio, drawn: list[PriceLine]) -> tuple[str, float]:
    """What each line is, below the plot; and where the drawing ends."""
    marks, y = [], BOTTOM + 46.0
    for line in drawn:
        swatch = mark("line", x1=2, y1=y - 5, x2=24, y2=y - 5, class_="zq-line")
        words, y = paragraph(34, y, line.title, room=284)
        marks.append(mark("g", swatch, class_=f"zq-tone-{line.tone}") + words)
        if line.unknown_from:
            told = _ends(line.unknown_from, studio)
            ring = mark("circle", cx=13, cy=y - 5, r=4, class_="zq-open")
            words, y = paragraph(34, y, told, "zq-quiet", room=284)
            marks.append(mark("g", ring, class_=f"zq-tone-{line.tone}") + words)
        y += 5
    dashed = mark("line", x1=2, y1=y - 5, x2=24, y2=y - 5, class_="zq-line zq-dashed")
    key = text(34, y, studio.strings("picture.dashed"), "zq-quiet")
    marks.append(mark("g", dashed + key, class_="zq-tone-unverified"))
    return "\n".join(marks), y + 8


def _ends(day: dt.date, studio: Studio) -> str:
    return studio.strings(f"picture.{NAME}.ends", day=studio.strings.date(day))


def _rows(line: PriceLine, studio: Studio) -> Iterator[tuple[str, str]]:
    for one in line.stretches:
        note = "" if one.verified else studio.strings("picture.unverified-note")
        yield _days(one, studio), _percent(one.ceiling) + note
    if line.unknown_from:
        yield _ends(line.unknown_from, studio), studio.strings("picture.unknown")


def _days(one: Stretch, studio: Studio) -> str:
    """From when until when; what still holds today has no end."""
    first, last = studio.strings.date(one.first), studio.strings.date(one.end - DAY)
    if one.end > studio.kb.today:
        return studio.strings("limit.from", first=first)
    return studio.strings("limit.from-to", first=first, last=last)


def _description(studio: Studio, drawn: list[PriceLine]) -> str:
    said = []
    for line in drawn:
        first, last = line.stretches[0], line.stretches[-1]
        said.append(
            studio.strings(
                f"picture.{NAME}.told",
                title=line.title,
                since=studio.strings.date(first.first),
                first=_percent(first.ceiling),
                until=studio.strings.date(last.end - DAY),
                last=_percent(last.ceiling),
            )
        )
    return " ".join(said)


def _percent(ceiling: Decimal) -> str:
    return f"{ceiling:.2f}".rstrip("0").rstrip(".") + "%"
