"""A seeded synthetic knowledge base of any size, with entries about as long as real ones."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

SHARES = {
    "topics": 0.01,
    "laws": 0.06,
    "channels": 0.03,
    "lenders": 0.04,
    "limits": 0.36,
    "practices": 0.36,
    "terms": 0.14,
}
"""Share of each kind among the entries; what rounding leaves over goes to the limits."""

_REVIEW = {"on": "2026-11-01", "by": "bench"}
_VERIFIED = {"level": "primary-text", "on": "2026-11-01", "copy_read": "bench copy"}
_ZH = """
催收 联系 借款人 机构 电话 上门 记录 费用 利率 合同 证据 投诉 时间 同意 身份 告知 第三人 个人信息
""".split()  # noqa: SIM905  (a list of words reads better as a line of words)
_EN = """
collector contact borrower lender call visit record charge rate contract proof complaint
""".split()  # noqa: SIM905
_NUMBERS, _LINKS, _QUESTIONS = 0.3, 0.1, 0.3
"""Share of texts that hold a number and a link, and of entries with a written question: as in the
real entries."""

Tree = dict[str, Any]


class _Plain(yaml.CSafeDumper):
    """Writes shared parts out in full: entries have no anchors."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Whether a value is written out wherever it stands: always."""
        return True


class Corpus:
    """Writes entries that refer to each other and pass every check."""

    def __init__(self, size: int, *, seed: int = 7) -> None:
        """Plans how many entries of each kind there are.

        Args:
            size: number of entries; at least 50.
            seed: the same seed and size give the same files.
        """
        self._random = random.Random(seed)  # noqa: S311  (a benchmark, not a secret)
        self._linked = "laws"
        self.counts = {kind: max(2, round(size * share)) for kind, share in SHARES.items()}
        self.counts["limits"] += size - sum(self.counts.values())

    def write(self, project: Path, *, like: Path) -> None:
        """Makes a whole project: this corpus with the templates and pages of another.

        Args:
            project: the new folder.
            like: the project whose templates, pages and settings are taken.
        """
        for name in ("templates", "docs/zh", "docs/en", "docs/assets", "docs/schema"):
            shutil.copytree(like / name, project / name)
        for name in ("mkdocs.yml", "docs/index.md", "docs/entries/facts.yaml"):
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(like / name, project / name)
        shutil.copytree(like / "docs/entries/tables", project / "docs/entries/tables")
        for kind, name, tree in self.entries():
            path = project / "docs/entries" / kind / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            text = yaml.dump(tree, Dumper=_Plain, allow_unicode=True, sort_keys=False)
            path.write_text(text, encoding="utf-8")

    def entries(self) -> Iterator[tuple[str, str, Tree]]:
        """Kind, id and content of each entry."""
        for kind, count in self.counts.items():
            make = getattr(self, f"_{kind}")
            self._linked = "terms" if kind == "laws" else "laws"
            for number in range(count):
                shared: Tree = {
                    "title": self._title(kind, number),
                    "summary": self._text(1),
                    "review": _REVIEW,
                }
                if kind not in {"laws", "topics"}:
                    shared["topics"] = [self._id("topics")]
                if self._happens(_QUESTIONS):
                    shared["questions"] = [self._question(f"{kind}-{number}")]
                yield kind, f"{kind}-{number}", shared | make(number)

    def _id(self, kind: str) -> str:
        return f"{kind}-{self._random.randrange(self.counts[kind])}"

    def _title(self, kind: str, number: int) -> Tree:
        return {
            "zh": f"{self._words(_ZH, 2, '')}{kind}第{number}号",
            "en": f"{self._words(_EN, 2, ' ').capitalize()} {kind} No. {number}",
        }

    def _words(self, words: list[str], count: int, gap: str) -> str:
        return gap.join(self._random.choices(words, k=count))

    def _happens(self, share: float) -> bool:
        return self._random.random() < share

    def _text(self, sentences: int) -> Tree:
        zh = [f"{self._words(_ZH, 11, '')}。" for _ in range(sentences)]
        en = [f"{self._words(_EN, 12, ' ').capitalize()}." for _ in range(sentences)]
        if self._happens(_NUMBERS):
            days = self._random.randrange(2, 90)
            zh[0], en[0] = f"{days}天内{zh[0]}", f"Within {days} days {en[0].lower()}"
        if self._happens(_LINKS):
            link = f"[[{self._linked}/{self._id(self._linked)}]]"
            zh[-1], en[-1] = f"{zh[-1][:-1]}{link}。", f"{en[-1][:-1]} {link}."
        return {"zh": "".join(zh), "en": " ".join(en)}

    def _question(self, name: str) -> Tree:
        ask = {"zh": f"{name}是什么情况？", "en": f"What happens in the case of {name}?"}
        return {"id": "written", "question": ask, "answer": self._text(3)}

    def _source(self) -> Tree:
        article = str(self._random.randrange(1, 200))
        return {"law": self._id("laws"), "article": article, "verified": _VERIFIED}

    def _topics(self, number: int) -> Tree:
        return {
            "order": str(number),
            **({"urgent": "true"} if number == 0 else {}),
            "answer": self._text(2),
            "do_today": [self._text(1) for _ in range(3)],
            "keep": [self._text(1) for _ in range(3)],
            "tell_them": [self._text(1) for _ in range(2)],
            "practices": sorted({self._id("practices") for _ in range(4)}),
            "channels": sorted({self._id("channels") for _ in range(3)}),
        }

    def _laws(self, number: int) -> Tree:
        return {
            "short": {"zh": f"文件{number}", "en": f"Instrument {number}"},
            "number": f"文号〔2020〕{number}号",
            "issuer": {"zh": "发布机关", "en": "Issuer"},
            "type": "statute",
            "promulgated": "2019-06-01",
            "effective": "2020-01-01",
            "status": {"zh": "现行有效。", "en": "In force."},
            "about": self._text(2),
            "verified": _VERIFIED,
        }

    def _channels(self, number: int) -> Tree:
        return {
            "operator": self._text(1),
            "step": "by-subject",
            "order": str(number),
            "handles": [self._text(1) for _ in range(3)],
            "not_handles": [self._text(1) for _ in range(2)],
            "phones": [{"number": f"{10000 + number}"}],
            "bring": [self._text(1) for _ in range(3)],
            "timers": [
                {
                    "what": self._text(1),
                    "starts": self._text(1),
                    "days": "15",
                    "sources": [self._source()],
                }
            ],
            "outcome": self._text(1),
            "next": [f"channels-{(number + 1) % self.counts['channels']}"],
            "sources": [self._source()],
        }

    def _lenders(self, _number: int) -> Tree:
        fact = {"label": self._text(1), "value": self._text(1), "sources": [self._source()]}
        return {
            "type": "other",
            "about": self._text(2),
            "regulator": {"zh": "监管机构", "en": "Regulator"},
            "facts": [{"id": f"fact-{n}", **fact} for n in range(4)],
            "channels": [self._id("channels")],
        }

    def _limits(self, _number: int) -> Tree:
        given = [("09:00", "within"), ("23:00", "exceeded"), ("22:00", "within")]
        return {
            "subject": "calls",
            "binds": ["lender", "collector"],
            "protects": ["borrower"],
            "versions": [
                {
                    "from": "2020-01-01",
                    "rule": self._text(3),
                    "sources": [self._source(), self._source()],
                    "check": {"fact": "contact-time", "within": ["08:00", "22:00"]},
                }
            ],
            "examples": [
                {
                    "given": {"date": "2026-03-01", "contact-time": time},
                    "result": result,
                    "why": self._text(1),
                }
                for time, result in given
            ],
            "consequence": {"text": self._text(2), "sources": [self._source()]},
            "do": self._text(1),
            "see": [f"practices/{self._id('practices')}"],
        }

    def _practices(self, _number: int) -> Tree:
        return {
            "stage": "by-phone",
            "answer": self._text(2),
            "verdict": "conditional",
            "limits": [self._id("limits")],
            "signs": [self._text(1) for _ in range(2)],
            "steps": [
                {
                    "title": self._text(1),
                    "verdict": verdict,
                    "limits": [self._id("limits")],
                    "allowed": self._text(1),
                    "not_allowed": self._text(1),
                    "you": self._text(1),
                }
                for verdict in ("permitted", "conditional", "forbidden")
            ],
            "do_now": [self._text(1) for _ in range(4)],
            "evidence": [self._text(1) for _ in range(3)],
            "channels": [
                {"channel": f"channels-{n}", "when": self._text(1)}
                for n in self._random.sample(range(self.counts["channels"]), 2)
            ],
            "consequence": self._text(1),
        }

    def _terms(self, number: int) -> Tree:
        return {
            "definition": self._text(2),
            "also": {"zh": [f"别名{number}"], "en": [f"other name {number}"]},
            "ask": "true",
            "see": [f"limits/{self._id('limits')}"],
        }
