"""How far the knowledge base has come, in numbers."""

import datetime as dt

from tests.knowledge.samples import REVIEW, SOURCE, TEXT, TODAY, VERIFIED, knowledge, limit, version
from zhiquan.entries.law import Law
from zhiquan.entries.limit import Limit
from zhiquan.entries.term import Term
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.status import KindStatus, status

DAY = dt.timedelta(days=1)


def reviewed(days_left: int, **fields: object) -> Limit:
    """A limit whose next review is due so many days from today; 365 days lie between two."""
    on = TODAY - 365 * DAY + days_left * DAY
    return limit(version("2021-01-01"), review={**REVIEW, "on": on.isoformat()}, **fields)


def of(kb: KnowledgeBase, kind: str) -> KindStatus:
    """The numbers of one kind."""
    return next(one for one in status(kb).kinds if one.kind == kind)


def test_a_review_counts_as_due_on_its_day_and_as_overdue_from_the_next() -> None:
    """The horizons hold one another, and each ends with its last day."""
    days = (-1, 0, 30, 31, 60, 61, 90, 91)
    kb = knowledge(limits={f"due-{n:02}": reviewed(left) for n, left in enumerate(days)})
    limits = of(kb, "limits")
    assert limits.overdue == 1
    assert dict(limits.due) == {30: 2, 60: 4, 90: 6}
    assert [one.overdue for one in status(kb).due] == [True] + [False] * 6
    assert [one.ref for one in status(kb).due] == [f"limits/due-{n:02}" for n in range(7)]


def test_sources_are_counted_by_how_they_were_checked() -> None:
    """Each source counts, not each entry: one unread article beside a read one is seen."""
    unread = {**SOURCE, "verified": {**VERIFIED, "level": "unverified"}}
    two = {**version("2021-01-01"), "sources": [SOURCE, unread]}
    found = of(knowledge(limits={"two": limit(two)}), "limits")
    assert dict(found.levels) == {"primary-text": 1, "reliable-report": 0, "unverified": 1}


def test_a_text_without_a_language_is_counted_under_it() -> None:
    """What readers see with a label is what editors find here."""
    term = Term.model_validate(
        {"title": {"zh": "本金"}, "definition": {"zh": "借款", "en": "A loan"}, "review": REVIEW}
    )
    found = of(knowledge(terms={"principal": term}), "terms")
    assert (found.texts, dict(found.missing)) == (2, {"zh": 0, "en": 1})


def test_waivers_tell_their_owner_and_expire_on_their_day() -> None:
    """The first to expire comes first; on the day itself a waiver no longer counts."""
    waiver = {"code": "ZQ403", "why": "quoted", "by": "A. Lawyer"}
    waivers = [{**waiver, "expires": TODAY + DAY}, {**waiver, "expires": TODAY}]
    found = status(knowledge(limits={"one": reviewed(200, waivers=waivers)})).waivers
    assert [(one.expires, one.expired, one.by) for one in found] == [
        (TODAY, True, "A. Lawyer"),
        (TODAY + DAY, False, "A. Lawyer"),
    ]


def test_what_an_amendment_has_overtaken_is_under_review() -> None:
    """The entry counts once, whichever and however many of its claims it is."""
    law = Law.model_validate(
        {
            "title": TEXT, "short": TEXT, "issuer": TEXT, "type": "statute", "status": TEXT,
            "about": TEXT, "review": REVIEW, "verified": {**VERIFIED, "level": "unverified"},
            "amendments": [{"on": TODAY, "effective": TODAY, "what": TEXT}],
        }
    )  # fmt: skip
    early = {**SOURCE, "verified": {**VERIFIED, "on": "2026-01-01"}}
    rule = limit({**version("2021-01-01"), "sources": [early, early]})
    found = status(knowledge(laws={"civil-code": law}, limits={"one": rule, "two": reviewed(200)}))
    (one,) = found.under_review
    assert (one.ref, one.laws, one.amended) == ("limits/one", ("laws/civil-code",), TODAY)


def test_an_entry_that_no_other_names_is_found() -> None:
    """A link to oneself is no link; a field and a link in a text both are."""
    entries = {
        "alone": reviewed(200, see=["limits/alone"]),
        "first": reviewed(200, see=["limits/second"]),
        "second": reviewed(200, summary={"zh": "[[limits/first]]", "en": "A rule"}),
    }
    assert of(knowledge(limits=entries), "limits").unlinked == ("limits/alone",)


def test_files_that_cannot_be_read_are_told() -> None:
    """What is counted nowhere is named, so that the numbers do not look better than they are."""
    assert status(KnowledgeBase(today=TODAY, broken=frozenset({"laws/x"}))).broken == ("laws/x",)
