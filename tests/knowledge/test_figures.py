"""Figures in two languages: what says the same passes, what differs is found."""

import pytest

from zhiquan.knowledge.checks.agreement import same_digits
from zhiquan.knowledge.figures import Group, unanswered
from zhiquan.knowledge.figures_en import EN
from zhiquan.knowledge.figures_zh import ZH

SAME = [
    ("罚款205万元。", "Fined RMB 2.05 million."),
    ("注册资本20.9亿元。", "RMB 2,090 million of capital."),
    ("10亿到15亿元。", "RMB 1,000 to 1,500 million."),
    ("3至5万元。", "RMB 30,000 to 50,000."),
    ("2万亿元。", "RMB 2,000 billion."),
    ("日息万分之五。", "0.05% a day."),
    ("日息0.05%。", "5 per 10,000 a day."),
    ("百分之24。", "24 per cent."),
    ("3.00%的4倍是12%。", "4 times 3.00% is 12%."),
    ("2026年1月1日起。", "From 1 January 2026."),
    ("2026年1月1日至3月31日。", "From 1 January to 31 March 2026."),
    ("2025年7月公布，5月生效。", "Published in July 2025, in force since May."),
    ("5月可以来吗？", "May they come in May?"),
    ("2026-01-01以后。", "After 1 January 2026."),
    ("晚上10点以后，早上8点以前。", "After 10 pm and before 8 am."),
    ("22:00至次日08:00。", "From 10 pm to 8 a.m."),
    ("晚上10点半。", "Half past 10 in the evening."),
    ("22:30以后。", "After half past ten in the evening."),
    ("夜里2点。", "At 2 at night."),
    ("夜里12点。", "At 24:00."),
    ("下午3点20分。", "At 15:20."),
    ("8点到22点。", "From 8 o'clock to 22:00."),
    ("早8晚10。", "08:00 to 22:00."),
    ("早上8点到10点。", "8 to 10 am."),
    ("第50条。", "Article 50."),
    ("第675、676条和第680条第2款。", "Articles 675 and 676, and article 680, paragraph 2."),
    ("第56至58条。", "Articles 56–58."),
    ("第139条第9项。", "Article 139(9)."),
    ("第6.3条。", "Clause 6.3."),
    ("第五十条。", "Article 50."),
    ("每天3次。", "Three calls a day."),
    ("三次。", "3 calls."),
    ("二十四小时。", "24 hours."),
    ("两人。", "Two people."),
    ("1个月。", "A month."),
    ("半年。", "6 months."),
    ("5天内。", "Within five days."),
    ("100元。", "One hundred yuan."),
    ("打0532-12345678。", "Call 0532-12345678."),
    ("打400-018-5526。", "Call 400-018-5526."),
    ("打12378，看12378.gov.cn。", "Call 12378, see www.nfra.gov.cn."),
    ("见[[limits/rate-24]]。", "See [[laws/notice-2025|the notice]]."),
    ("见[[limits/x|第24条]]。", "See [[limits/y|article 24]]."),
    ("国标GB/T 45251-2025。", "The standard GB/T45251-2025."),
    ("机构编码X0006H237020001。", "Institution code: see the list."),
    ("1. 录音。\n2. 报警。", "- Record.\n- Call the police."),
]
DIFFERENT: list[tuple[str, str, set[Group]]] = [
    ("罚款205万元。", "Fined RMB 205 million.", {"number"}),
    ("罚款205万元。", "Fined RMB 2.5 million.", {"number"}),
    ("每天3次。", "Four calls a day.", {"number"}),
    ("每天3次。", "At most 4 calls a day.", {"number"}),
    ("24%以内。", "Within 36%.", {"number"}),
    ("2025年。", "In 2026.", {"number"}),
    ("2026年1月1日。", "1 February 2026.", {"date"}),
    ("2026年1月2日。", "3 January 2026.", {"number"}),
    ("22:00以后。", "After 10 am.", {"date"}),
    ("08:00以后。", "After 20:00.", {"date"}),
    ("晚上10点。", "At half past ten in the evening.", {"date"}),
    ("第50条。", "Article 42.", {"article"}),
    ("第675、676条。", "Articles 675 and 677.", {"article"}),
    ("第6.3条。", "Clause 6.2.", {"article"}),
    ("打0532-12345678。", "Call 0532-12345679.", {"number"}),
    ("打12378。", "Call 12387.", {"number"}),
    ("15个工作日。", "Within a few working days.", {"number"}),
]


def differences(zh: str, en: str) -> set[Group]:
    """The kinds of figure that stand in one language only."""
    if same_digits(zh, en):
        return set()
    chinese, english = ZH.figures(zh), EN.figures(en)
    only = unanswered(chinese, english.offered | EN.spelt_out(en))
    only += unanswered(english, chinese.offered | ZH.spelt_out(zh))
    return {group for group, _ in only}


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_the_same_figure_may_be_written_as_each_language_does(zh: str, en: str) -> None:
    """万 and million, 点 and pm, 月 and January, 条 and article; words answer for digits."""
    assert differences(zh, en) == set()


@pytest.mark.parametrize(("zh", "en", "groups"), DIFFERENT)
def test_a_figure_that_differs_is_found(zh: str, en: str, groups: set[Group]) -> None:
    """A wrong power of ten, day, half of the day, article or phone number does not pass."""
    assert differences(zh, en) == groups


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_the_quick_look_never_lets_a_difference_pass(zh: str, en: str) -> None:
    """What the quick look calls the same has no difference on the second look either."""
    changed = zh.replace("3", "7").replace("5", "9")
    if same_digits(changed, en):
        chinese, english = ZH.figures(changed), EN.figures(en)
        assert unanswered(chinese, english.offered | EN.spelt_out(en)) == []
        assert unanswered(english, chinese.offered | ZH.spelt_out(changed)) == []
