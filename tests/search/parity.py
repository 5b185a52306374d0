"""The parity file: strings and their tokens, to which Python and the browser are both held."""

import json
from typing import Any

from tests.conftest import ROOT
from tests.search.golden import queries
from zhiquan.outputs.search.folding import Folding
from zhiquan.outputs.search.tokens import tokens

CASES = ROOT / "tests/search/parity.json"

HARD = """
LPR（贷款市场报价利率）|GB/T 45251-2025|P2P网贷|M1、M2、M3|24%红线|法释〔2020〕17号|３６％
百分之24|1,000元|0.0175%|8:00–22:00|2026-11-23|第42条第1款|6.3.1|v2.0|e-mail: a@b.cn|A4纸
iPhone 15 Pro|5G|12,378|400-018-0000|+86 110|收帳|妳好嗎|她的帳戶|臺灣|裡面|隻有|乾淨|后來
後來|瞭解|甚麼|為什麼|於是|餘額|滙款|賬單|綫上|牀|衆人|爲了|〇年〇月|二〇二六年|々|㈠|①②③
Ⅳ|㎡|½|ﬁne|ＡＢＣ|ｱｲｳ|Ä Ö Ü ß|naïve café|Straße|İstanbul|ΑΣ|don't|can’t|collector's
borrowers’|rock‘n’roll|it`s|O´Neill|e.g.|U.S.|co-worker|pay-day|running|stopped|planned
beginning|classes|boxes|watches|wishes|analysis|status|bus|gas|his|this|ties|dies|cries
applied|happily|early|pay|paid|days|ways|money|notary|agencies|judgment|statement|payment
moment|lender|order|letter|number|collector|debtor|nation|million|ion|or|er|ly|ing|ed|need
speed|bed|ring|thing|a|ab|abc|的|催|催收|催收催收催收|abc催收def|催1收2|1催2|%|24%%|..24..
24.|.5|a.b.c|a.1|1.a|x%|催%|🙂催收🙂|𠮷野家|㐀㐁|鿿|催~收|催 收|催　收|催\u00ad收|tab\tline
GBT45251|gb/t45251|covid19|abc123|ab12|x1000y|
  leading and trailing  |“引号”《书名》（括号）【方】
""".strip()
"""What might be cut differently in two languages, separated by bars and lines."""


def texts() -> list[str]:
    """Every string of the file: the golden queries and the hard ones."""
    hard = [text for line in HARD.split("\n") for text in line.split("|")]
    return [*dict.fromkeys([*(query.text for query in queries()), *hard])]


def written(folding: Folding) -> str:
    """The file as Python would write it."""
    cases = [[text, tokens(folding.fold(text))] for text in texts()]
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    return f"[\n{lines}\n]\n"


def expected() -> list[Any]:
    """The file as it is."""
    cases: list[Any] = json.loads(CASES.read_text(encoding="utf-8"))
    return cases
