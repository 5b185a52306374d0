"""Under review: a law was amended after what rests on it had been checked."""

import datetime as dt
from typing import Any

import pytest

from tests.knowledge.samples import TEXT, Tree, knowledge, limit, version
from zhiquan.entries.law import Law
from zhiquan.entries.practice import Practice
from zhiquan.entries.topic import Topic
from zhiquan.knowledge.articles import meet
from zhiquan.knowledge.overtaken import Overtaken, overtaken
from zhiquan.knowledge.resting import Resting

REVIEW = {"on": "2026-11-23", "by": "editors"}


def law(*amendments: Tree, read: str = "2026-11-23") -> Law:
    """A law with these amendments, its own text read on a day."""
    verified = {"level": "primary-text", "on": read, "copy_read": "mirror"}
    names = dict.fromkeys(("title", "short", "issuer", "status", "about"), TEXT)
    tree = {"type": "statute", "verified": verified, "review": REVIEW, "amendments": amendments}
    return Law.model_validate({**names, **tree})


def amended(on: str, effective: str = "2027-01-01", articles: str | None = None) -> Tree:
    """An amendment promulgated on a day."""
    return {"on": on, "effective": effective, "what": TEXT, "articles": articles}


def rule(*, checked: str, article: str | None = "12", **fields: Any) -> Tree:
    """A version of a rule that rests on an article, checked on a day."""
    level = fields.pop("level", "primary-text")
    verified = {"level": level, "on": checked, "copy_read": "mirror"}
    source = {"law": "visits", "article": article, "verified": verified}
    return {**version("2025-01-01"), "sources": [source], **fields}


def practice(*limits: str, **fields: Any) -> Practice:
    """A practice whose verdict rests on these limits."""
    step: Tree = {"title": TEXT, "verdict": "forbidden", "limits": limits}
    tree: Tree = {"title": TEXT, "stage": "at-the-door", "answer": TEXT, "verdict": "forbidden"}
    tree |= {"steps": [step], "do_now": [TEXT], "review": REVIEW}
    return Practice.model_validate({**tree, **fields})


def topic(*limits: str) -> Topic:
    """A situation whose first aid rests on these limits."""
    lists = {key: [TEXT] for key in ("do_today", "keep", "tell_them")}
    tree = {"title": TEXT, "order": "1", "answer": TEXT, "limits": limits, "review": REVIEW}
    return Topic.model_validate({**tree, **lists})


def found(**entries: Any) -> dict[str, tuple[Overtaken, ...]]:
    """What is under review in a knowledge base of these entries."""
    kb = knowledge(**entries)
    return dict(overtaken(kb, Resting(kb)))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("50", "50", True),
        ("50", "51", False),
        ("50(2)", "50", True),
        ("50(2)", "50(1)", False),
        ("6.3", "6.3.1", True),
        ("6.3", "6.4", False),
        ("56-58", "57", True),
        ("56–58", "59, 60", False),
        ("675, 676", "600-675", True),
        ("293-1", "293", False),
        ("293-1", "293-1", True),
        ("290-295", "293-1", True),
        ("90, 139(9)", "139", True),
    ],
)
def test_articles_meet_where_they_speak_of_the_same_text(
    *, one: str, other: str, together: bool
) -> None:
    """A paragraph is part of its article; 293-1 is an article of its own, not a range."""
    assert meet(one, other) is together
    assert meet(other, one) is together


def test_a_claim_checked_before_the_amendment_is_under_review() -> None:
    """The label says which law, when it changed, from when, and when the claim was checked."""
    claims = found(
        laws={"visits": law(amended("2026-06-01"))},
        limits={"notice": limit(rule(checked="2026-03-01"))},
    )
    days = dt.date(2026, 6, 1), dt.date(2027, 1, 1), dt.date(2026, 3, 1)
    assert claims == {"limits/notice": (Overtaken("laws/visits", *days),)}


@pytest.mark.parametrize("checked", ["2026-06-01", "2026-11-23"])
def test_a_new_check_takes_the_label_away(checked: str) -> None:
    """Whoever checks on the day of the amendment or later has read the amended text."""
    laws = {"visits": law(amended("2026-06-01"))}
    assert found(laws=laws, limits={"notice": limit(rule(checked=checked))}) == {}


@pytest.mark.parametrize(
    ("articles", "cited", "affected"),
    [
        ("12", "12", True),
        ("13-15", "12", False),
        (None, "12", True),
        ("13-15", None, True),
    ],
)
def test_an_amendment_of_named_articles_overtakes_what_cites_them(
    *, articles: str | None, cited: str | None, affected: bool
) -> None:
    """Where either side names no article, nobody knows, so the claim is looked at again."""
    laws = {"visits": law(amended("2026-06-01", articles=articles))}
    claims = found(laws=laws, limits={"notice": limit(rule(checked="2026-03-01", article=cited))})
    assert ("limits/notice" in claims) is affected


def test_an_ended_version_stays_as_it_was() -> None:
    """The old rule is history: closed on the day of the change, it needs no new check."""
    laws = {"visits": law(amended("2026-06-01", "2027-01-01"))}
    old = rule(checked="2026-03-01", to="2027-01-01")
    new = {**rule(checked="2026-07-01"), "from": "2027-01-01"}
    assert found(laws=laws, limits={"notice": limit(old, new)}) == {}


def test_what_was_never_checked_cannot_be_overtaken() -> None:
    """It carries the label of what is not verified, which says more."""
    laws = {"visits": law(amended("2026-06-01"))}
    assert (
        found(laws=laws, limits={"a": limit(rule(checked="2026-03-01", level="unverified"))}) == {}
    )


def test_an_amendment_of_the_future_is_none_yet() -> None:
    """The day of promulgation decides, and it must have come."""
    laws = {"visits": law(amended("2026-12-01"))}
    assert found(laws=laws, limits={"notice": limit(rule(checked="2026-03-01"))}) == {}


def test_the_text_of_the_law_itself_was_read_too_early() -> None:
    """The page of the law says what we read, so it is labelled as well."""
    claims = found(laws={"visits": law(amended("2026-06-01"), read="2026-03-01")})
    assert [one.law for one in claims["laws/visits"]] == ["laws/visits"]


def test_the_label_follows_what_rests_on_the_claim() -> None:
    """From the limit to the verdict, to the situation, to a printed value and to an answer."""
    printed = {"zh": "见[[limits/notice#check]]。", "en": "See [[limits/notice#check]]."}
    asked = {"id": "why", "question": TEXT, "answer": TEXT, "rests_on": ["practices/visit"]}
    claims = found(
        laws={"visits": law(amended("2026-06-01"))},
        limits={
            "notice": limit(rule(checked="2026-03-01")),
            "other": limit(rule(checked="2026-11-23"), do=printed),
            "third": limit(rule(checked="2026-11-23"), questions=[asked], see=["limits/notice"]),
        },
        practices={"visit": practice("notice"), "call": practice("third")},
        topics={"door": topic("notice")},
    )
    assert list(claims) == [
        "limits/notice",
        "limits/other",
        "limits/third#q-why",
        "practices/visit",
        "topics/door",
    ]
    assert len(set(claims.values())) == 1


def test_of_several_amendments_and_checks_the_widest_gap_is_told() -> None:
    """The newest amendment and the earliest check that it overtook."""
    both = [*rule(checked="2025-05-01")["sources"], *rule(checked="2026-03-01")["sources"]]
    one = limit({**version("2025-01-01"), "sources": both})
    laws = {"visits": law(amended("2025-08-01", "2025-09-01"), amended("2026-06-01"))}
    (told,) = found(laws=laws, limits={"notice": one})["limits/notice"]
    assert (told.amended, told.checked) == (dt.date(2026, 6, 1), dt.date(2025, 5, 1))
