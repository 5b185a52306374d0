"""The impact of a law: the claims that rest on it, and by which way."""

from tests.knowledge.samples import TEXT, knowledge, limit
from tests.knowledge.test_overtaken import law, practice, rule, topic
from zhiquan.knowledge.impact import Impact, impact
from zhiquan.knowledge.resting import Resting


def reached(article: str | None) -> tuple[Impact, ...]:
    """The impact of a law on two rules, a practice that rests on both, a situation, a question."""
    asked = {"id": "why", "question": TEXT, "answer": TEXT, "rests_on": ["practices/visit"]}
    kb = knowledge(
        laws={"visits": law()},
        limits={
            "notice": limit(rule(checked="2026-11-23", article="12")),
            "quiet": limit(rule(checked="2026-11-23", article="30"), questions=[asked]),
        },
        practices={"visit": practice("notice", "quiet")},
        topics={"door": topic("quiet")},
    )
    return impact(kb, Resting(kb), "visits", article)


def test_a_law_reaches_what_cites_it_and_what_rests_on_that() -> None:
    """Each claim once, in the order of kinds and ids, with every way that leads to it."""
    assert reached(None) == (
        Impact("limits/notice", ("12",), ()),
        Impact("limits/quiet", ("30",), ()),
        Impact("limits/quiet#q-why", (), ("practices/visit",)),
        Impact("practices/visit", (), ("limits/notice", "limits/quiet")),
        Impact("topics/door", (), ("limits/quiet",)),
    )


def test_an_article_reaches_only_what_rests_on_it() -> None:
    """The other rule, and the situation that rests on it, are left out."""
    assert [one.claim for one in reached("12")] == [
        "limits/notice",
        "limits/quiet#q-why",
        "practices/visit",
    ]
