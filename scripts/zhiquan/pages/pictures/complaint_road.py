"""The road of a complaint: its stations from top to bottom, the days of each as bars to scale."""

from zhiquan.entries.channel import Channel, Timer
from zhiquan.knowledge.trust import level
from zhiquan.pages.pictures.drawing import mark, paragraph, text
from zhiquan.pages.pictures.picture import Group, Picture
from zhiquan.pages.pictures.studio import Studio

NAME = "complaint-road"
STATIONS = (
    "lender-complaint-desk",
    "nfra-12378",
    "nfra-violation-report",
    "financial-mediation",
    "court",
)
"""The channels that are drawn, in the order in which to use them."""
BARS = 2
"""How many times of each station are drawn; the words under the picture name all."""

ROAD, LEFT, RIGHT = 14, 40, 316
PER_DAY = {"days": 1.0, "working-days": 1.4, "months": 30.0, "years": 365.0}
"""About how many calendar days one of each unit is, for the length of a bar only."""


def draw(studio: Studio) -> Picture | None:
    """The road, or None where a knowledge base holds none of its stations with a time."""
    channels = [studio.kb.channels[name] for name in STATIONS if name in studio.kb.channels]
    timers = [timer for channel in channels for timer in channel.timers[:BARS]]
    if not timers:
        return None
    scale = (RIGHT - LEFT) * 0.6 / max(_length(timer) for timer in timers)
    stations, places, y = [], [], 18.0
    for channel in channels:
        places.append(y - 5)
        drawn, y = _station(channel, y, scale, studio)
        stations.append(drawn)
    marks = "\n".join((_road(places), *stations, _key(y, studio)))
    groups = tuple(_group(number, channel, studio) for number, channel in enumerate(channels, 1))
    return Picture(
        name=NAME,
        height=y + 26,
        marks=marks,
        description=" ".join(_told(group, studio) for group in groups),
        columns=tuple(studio.strings(f"picture.{NAME}.{one}") for one in ("time", "what")),
        groups=groups,
    )


def _length(timer: Timer) -> float:
    return max(1, timer.days) * PER_DAY[timer.unit]


def _road(places: list[float]) -> str:
    """The line down the left side and the numbered stations on it."""
    line = mark("line", x1=ROAD, y1=places[0], x2=ROAD, y2=places[-1], class_="zq-road")
    stops = "".join(
        mark("circle", cx=ROAD, cy=y, r=12, class_="zq-stop-mark")
        + text(ROAD, y + 5, str(number), "zq-toned zq-strong", anchor="middle")
        for number, y in enumerate(places, 1)
    )
    return mark("g", line + stops, class_="zq-tone-act")


def _station(channel: Channel, y: float, scale: float, studio: Studio) -> tuple[str, float]:
    title = studio.words(channel.title)
    drawn, y = paragraph(LEFT, y, title, "zq-title", room=RIGHT - LEFT)
    marks, y = [drawn], y + 3
    for timer in channel.timers[:BARS]:
        bar, y = _bar(timer, y, scale, studio)
        marks.append(bar)
    return "\n".join(marks), y + 14


def _bar(timer: Timer, y: float, scale: float, studio: Studio) -> tuple[str, float]:
    """A bar as long as the time, its days beside it, what must happen below."""
    known = level(timer.sources) != "unverified"
    width = max(4.0, _length(timer) * scale)
    edge = "zq-area" if known else "zq-area zq-dashed"
    marks = [mark("rect", x=LEFT, y=y - 10, width=width, height=12, rx=3, class_=edge)]
    end = LEFT + width
    if timer.extension:
        marks.append(
            mark("path", d=f"M{end + 3:.1f} {y - 4:.1f}h8m-4 -4l4 4l-4 4", class_="zq-way")
        )
        end += 13
    marks.append(text(end + 6, y + 1, _days(timer, studio), "zq-strong"))
    what, y = paragraph(LEFT, y + 19, studio.words(timer.what), room=RIGHT - LEFT)
    starts = studio.strings("channel.starts") + studio.words(timer.starts)
    since, y = paragraph(LEFT, y, starts, "zq-quiet", room=RIGHT - LEFT)
    tone = "act" if known else "unverified"
    return mark("g", "".join(marks), class_=f"zq-tone-{tone}") + what + since, y + 8


def _days(timer: Timer, studio: Studio) -> str:
    return studio.strings.count(f"unit.{timer.unit}", timer.days)


def _key(y: float, studio: Studio) -> str:
    bar = mark("rect", x=LEFT, y=y - 10, width=22, height=11, rx=3, class_="zq-area zq-dashed")
    way = mark("path", d=f"M{LEFT + 5} {y + 13:.1f}h10m-4 -4l4 4l-4 4", class_="zq-way")
    words = text(LEFT + 32, y, studio.strings("picture.dashed"), "zq-quiet")
    longer = text(LEFT + 32, y + 18, studio.strings(f"picture.{NAME}.longer"), "zq-quiet")
    return mark("g", bar + way, class_="zq-tone-unverified") + words + longer


def _group(number: int, channel: Channel, studio: Studio) -> Group:
    rows = tuple((_time(timer, studio), _what(timer, studio)) for timer in channel.timers)
    return Group(f"{number}. {studio.words(channel.title)}", rows)


def _time(timer: Timer, studio: Studio) -> str:
    known = level(timer.sources) != "unverified"
    return _days(timer, studio) + ("" if known else studio.strings("picture.unverified-note"))


def _what(timer: Timer, studio: Studio) -> str:
    """What must happen, from when, and by how much longer it may take."""
    stop, starts = studio.strings("faq.stop"), studio.strings("channel.starts")
    said = [studio.words(timer.what) + stop, starts + studio.words(timer.starts) + stop]
    if timer.extension:
        said.append(studio.words(timer.extension))
    return ("" if studio.lang == "zh" else " ").join(said)


def _told(group: Group, studio: Studio) -> str:
    """A station for a screen reader: its name and its times."""
    times = studio.strings["list.comma"].join(time for time, _ in group.rows)
    return (f"{group.title}{studio.strings['list.colon']}{times}" if times else group.title) + (
        studio.strings["faq.stop"]
    )
