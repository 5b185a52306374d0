"""Pictures: what stands in the entries is what is drawn, for those who see and those who listen."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any, get_args
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import ROOT, TODAY
from tests.pages.conftest import TEMPLATES
from zhiquan.entries.entry import PictureName
from zhiquan.entries.limit import Limit
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.load import load
from zhiquan.pages.pictures.drawing import ems, lines, mark
from zhiquan.pages.pictures.gallery import DRAWN_BY, Gallery
from zhiquan.pages.strings import Strings
from zhiquan.source.message import LANGUAGES, Language

NAMES: tuple[PictureName, ...] = get_args(PictureName)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def real() -> KnowledgeBase:
    """The real entries, on the day of the tests."""
    return load(ROOT, today=TODAY).kb


def figure(kb: KnowledgeBase, name: PictureName, lang: Language = "en") -> str:
    """One picture with its caption and its table; empty where it is not drawn."""
    return str(Gallery(kb, Strings.load(TEMPLATES / "strings", lang))([name]))


def drawing(kb: KnowledgeBase, name: PictureName, lang: Language = "en") -> ET.Element:
    """The SVG of a picture, parsed as XML."""
    found = re.search(r"<svg.*</svg>", figure(kb, name, lang), re.DOTALL)
    assert found
    return ET.fromstring(found[0])  # noqa: S314  # our own


def classes(svg: ET.Element, *wanted: str) -> list[ET.Element]:
    """The marks that carry all these classes."""
    return [one for one in svg.iter() if set(wanted) <= set(one.get("class", "").split())]


def words(svg: ET.Element) -> list[str]:
    """The lines of text in a drawing."""
    return [one.text or "" for one in svg.iter(f"{SVG}text")]


def with_check(kb: KnowledgeBase, limit: str, **check: Any) -> KnowledgeBase:
    """The knowledge base with another condition in every check of one limit."""
    old = kb.limits[limit].model_dump(by_alias=True)
    for version in old["versions"]:
        version["check"] = {"fact": version["check"]["fact"], **check}
    return replace(kb, limits={**kb.limits, limit: Limit.model_validate(old)})


def known_until(kb: KnowledgeBase, day: dt.date) -> KnowledgeBase:
    """The knowledge base with its published rates known up to another day."""
    table = kb.tables["lpr-1y"].model_copy(update={"known_until": day})
    return replace(kb, tables={**kb.tables, "lpr-1y": table})


def test_every_name_has_its_picture() -> None:
    """What an entry may ask for is what the gallery can draw."""
    assert set(DRAWN_BY) == set(NAMES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_named_and_described(
    real: KnowledgeBase, name: PictureName, lang: Language
) -> None:
    """A screen reader says its title and what it shows; the ids are its own."""
    svg = drawing(real, name, lang)
    assert svg.get("role") == "img"
    title, desc = svg[0], svg[1]
    assert (title.tag, desc.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text
    assert desc.text
    assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert name in str(title.get("id"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_keeps_to_the_policy_and_the_screen(
    real: KnowledgeBase, name: PictureName, lang: Language
) -> None:
    """No style, no script, no fixed size: colours are classes, the width is the reader's."""
    svg = drawing(real, name, lang)
    attributes = {key for one in svg.iter() for key in one.attrib}
    assert attributes.isdisjoint({"style", "fill", "stroke", "onload", "href"})
    assert svg.get("width") is None
    assert svg.get("viewBox", "").startswith("0 0 320 ")
    assert not list(svg.iter(f"{SVG}script"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_text_stays_within_the_picture(
    real: KnowledgeBase, name: PictureName, lang: Language
) -> None:
    """Lines of text break before the right edge."""
    for one in drawing(real, name, lang).iter(f"{SVG}text"):
        if not one.get("text-anchor"):
            assert float(one.get("x", 0)) + 13 * ems(one.text or "") <= 324, one.text


@pytest.mark.parametrize("name", NAMES)
def test_the_data_stand_below_in_words(real: KnowledgeBase, name: PictureName) -> None:
    """A caption of one sentence or two, and a table with the same data."""
    html = figure(real, name)
    assert re.search(r"</svg>\s*<figcaption><p>[^<]+</p>\s*<details><summary>", html)
    assert html.rstrip().endswith("</figcaption>\n</figure>")
    assert html.count("<td>") >= 2


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_without_its_entries_is_not_drawn(real: KnowledgeBase, name: PictureName) -> None:
    """A knowledge base without limits and channels has pages without pictures."""
    assert figure(replace(real, limits={}, channels={}), name) == ""


def test_other_hours_make_another_band(real: KnowledgeBase) -> None:
    """The hours are typed once, in the check of the limit."""
    changed = with_check(real, "contact-hours", within=["09:00", "21:00"])
    svg = drawing(changed, "contact-hours")
    assert [one.text for one in classes(svg, "zq-large")] == ["09:00", "21:00"]
    (allowed,) = classes(svg, "zq-tone-permitted")[0].iter(f"{SVG}rect")
    assert (allowed.get("x"), allowed.get("width")) == ("122.5", "150")


def test_hours_past_midnight_are_two_blocks(real: KnowledgeBase) -> None:
    """A window that ends before it begins runs over the end of the day."""
    svg = drawing(with_check(real, "contact-hours", within=["20:00", "02:00"]), "contact-hours")
    bands = [rect for rect in svg.iter(f"{SVG}rect") if rect.get("rx") is None]
    assert [rect.get("width") for rect in bands] == ["25", "50", "225"]


def test_more_visitors_asked_for_are_more_visitors_drawn(real: KnowledgeBase) -> None:
    """The people at the door are as many as the check says."""
    heads = {}
    for number in ("2", "4"):
        svg = drawing(with_check(real, "visitor-number", at_least=number), "compliant-visit")
        (group,) = classes(svg, "zq-tone-soft")
        heads[number] = len(list(group.iter(f"{SVG}circle")))
    assert heads == {"2": 2, "4": 4}


def test_a_visit_without_one_rule_shows_the_others(real: KnowledgeBase) -> None:
    """A missing entry takes its number and its figure with it."""
    fewer = {name: one for name, one in real.limits.items() if name != "show-identification"}
    all_of_them = len(classes(drawing(real, "compliant-visit"), "zq-stop-mark"))
    rest = drawing(replace(real, limits=fewer), "compliant-visit")
    assert len(classes(rest, "zq-stop-mark")) == all_of_them - 2
    assert not classes(rest, "zq-card-mark")


def test_another_ceiling_is_another_line(real: KnowledgeBase) -> None:
    """The value at the end of a line is that of the check."""
    svg = drawing(with_check(real, "licensed-lender-24", at_most="20"), "price-lines")
    assert [one.text for one in classes(svg, "zq-toned", "zq-strong")] == ["36%", "20%", "12%"]


def test_the_published_rate_ends_with_a_mark(real: KnowledgeBase) -> None:
    """The line stops on the last known day; it is never continued to today."""
    ends = {}
    for day in (dt.date(2026, 10, 20), dt.date(2025, 1, 20)):
        svg = drawing(known_until(real, day), "price-lines")
        line, _legend = classes(svg, "zq-open")
        ends[day.year] = float(line.get("cx", 0))
        assert any("the line" in one or "checked" in one for one in words(svg))
    assert ends[2025] < ends[2026] < 312


def test_a_rate_known_until_tomorrow_has_no_mark(real: KnowledgeBase) -> None:
    """Where the rate of today is known, nothing is missing."""
    svg = drawing(known_until(real, TODAY + dt.timedelta(days=1)), "price-lines")
    assert classes(svg, "zq-open") == []


def test_what_was_not_verified_is_dashed_and_says_so(real: KnowledgeBase) -> None:
    """The rule of 2015 is from memory; that of 2021 was read."""
    svg = drawing(real, "price-lines")
    private = classes(svg, "zq-tone-act")[0]
    assert len(classes(private, "zq-line", "zq-dashed")) == 1
    assert len(classes(private, "zq-line")) == 2
    assert "not verified" in words(private)


def test_the_bars_of_the_road_are_as_long_as_the_days(real: KnowledgeBase) -> None:
    """Twice the days, twice the bar."""
    svg = drawing(real, "complaint-road")
    bars = [rect for rect in classes(svg, "zq-area") if rect.get("height") == "12"]
    days = [t.days for c in _stations(real) for t in c.timers[:2]]
    per_day = {round(float(bar.get("width", 0)) / n, 1) for bar, n in zip(bars, days, strict=True)}
    assert len(per_day) == 1


def _stations(kb: KnowledgeBase) -> list[Any]:
    road = ("lender-complaint-desk", "nfra-12378", "nfra-violation-report")
    return [kb.channels[name] for name in (*road, "financial-mediation", "court")]


def test_the_road_names_every_time_in_words(real: KnowledgeBase) -> None:
    """Where a picture has room for two times, the table has all."""
    rows = figure(real, "complaint-road").count("<td>")
    assert rows == 2 * sum(len(channel.timers) for channel in _stations(real))


@pytest.mark.parametrize(
    ("given", "room", "expected"),
    [
        ("two words", 4, ["two", "words"]),
        ("一二三，四五", 3, ["一二", "三，四", "五"]),
        ("", 3, [""]),
    ],
)
def test_text_breaks_between_words_and_never_before_a_comma(
    given: str, room: float, expected: list[str]
) -> None:
    """English breaks at spaces, Chinese between characters, a closing mark stays."""
    assert lines(given, room) == expected


def test_marks_are_escaped_and_rounded() -> None:
    """What an entry says cannot become markup; lengths have one decimal."""
    assert mark("line", x1=1.26, class_='a"b') == '<line x1="1.3" class="a&quot;b"/>'
    assert mark("circle", r=2.0) == '<circle r="2"/>'
