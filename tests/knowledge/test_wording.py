"""Promises and verdicts are found where this site speaks, and left where others are quoted."""

import pytest

from tests.knowledge.samples import knowledge, limit, version
from zhiquan.knowledge.checks import wording

PROMISES = [
    ("zh", "房东不是借款人，投诉肯定能解决。"),
    ("zh", "投诉一定能成功。"),
    ("zh", "这样做包赢。"),
    ("zh", "我们保证能减免利息。"),
    ("en", "This will guarantee a reduction."),
    ("en", "You will definitely win the case."),
    ("en", "The refund is guaranteed."),
]
VERDICTS = [
    ("zh", "催收违规，这笔钱不用还了。"),
    ("zh", "利率太高就无需偿还。"),
    ("zh", "你的合同无效。"),
    ("zh", "这样的约定违法无效。"),
    ("en", "After that you need not repay."),
    ("en", "You don't have to pay back the loan."),
    ("en", "Your contract is void."),
    ("en", "So this loan is illegal."),
]
RIGHT = [
    ("zh", "谁说一定能成功，都是骗人。"),
    ("zh", "承诺“包赢”的多半是骗子。"),
    ("zh", "没有人能保证结果。"),
    ("zh", "保证人要还多少，看保证方式。"),
    ("zh", "投诉不等于不用还钱。"),
    ("zh", "超过4倍LPR的部分，法院不支持，借款人可以不还款。"),
    ("zh", "父母没有签字，不用替他还款。"),
    ("zh", "合同是否无效，由法院认定。"),
    ("en", "Nobody can guarantee the outcome."),
    ("en", "Whoever promises that the refund is guaranteed is a scam."),
    ("en", "A complaint does not mean that you need not repay."),
    ("en", "Without a written guarantee you owe nothing under it."),
    ("en", "Complaints are free, and you need not pay anyone for them."),
    ("en", "If you renounce, you need not repay the debts you would inherit."),
    ("en", "A court decides whether your contract is void."),
    ("en", "They may say “you need not repay”."),
]


def codes(field: str, lang: str, words: str) -> list[str]:
    """The codes for words that stand in one field of a limit."""
    text = {"zh": "规则", "en": "A rule"} | {lang: words}
    rule = {**version("2025-01-01"), "rule": text} if field == "rule" else version("2025-01-01")
    fields = {field: text} if field != "rule" else {}
    found = wording.check(knowledge(limits={"contact-hours": limit(rule, **fields)}))
    return [fault.code for fault in found]


@pytest.mark.parametrize(("lang", "words"), PROMISES)
def test_a_promise_of_an_outcome_is_found(lang: str, words: str) -> None:
    """Nobody can guarantee an outcome, so this site does not."""
    assert codes("summary", lang, words) == ["ZQ411"]


@pytest.mark.parametrize(("lang", "words"), VERDICTS)
def test_a_verdict_on_the_readers_own_loan_is_found(lang: str, words: str) -> None:
    """Whether a reader must pay is for a court, not for this site."""
    assert codes("rule", lang, words) == ["ZQ412"]


@pytest.mark.parametrize(("lang", "words"), RIGHT)
def test_warnings_denials_and_quotations_are_right(lang: str, words: str) -> None:
    """The same words are right in a warning, in a denial, about others, and in quotation marks."""
    assert codes("summary", lang, words) == []


@pytest.mark.parametrize(("lang", "words"), PROMISES + VERDICTS)
def test_the_title_may_ask_what_people_ask(lang: str, words: str) -> None:
    """Titles, questions and claims say what people say; only our own voice is checked."""
    assert codes("title", lang, words) == []


@pytest.mark.parametrize("rule", [rule for found in wording.rules().values() for rule in found])
def test_the_quick_look_covers_its_rule(rule: wording.Rule) -> None:
    """Whatever a rule finds among these sentences, one of its plain words stands in it."""
    for _, words in PROMISES + VERDICTS + RIGHT:
        if rule.words().search(words):
            assert any(word in words.lower() for word in rule.seek)
