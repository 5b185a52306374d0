"""What a code means, for the command line and for the reference page."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from zhiquan.source.codes import CODES, STAGES, Code
from zhiquan.source.message import message

_WORDS = {
    "zh": {"wrong": "错误示例", "right": "正确示例", "error": "错误", "warning": "警告"},
    "en": {"wrong": "Wrong", "right": "Right", "error": "error", "warning": "warning"},
}
_STAGE_TITLES = {
    "yaml": "ZQ0xx: YAML · 文件格式",
    "schema": "ZQ1xx: fields and values · 字段和取值",
    "references": "ZQ2xx: references · 引用",
    "law": "ZQ3xx: law and dates · 法律与日期",
    "translation": "ZQ4xx: translation and wording · 翻译与措辞",
    "output": "ZQ5xx: output · 输出",
}


class UnknownCodeError(LookupError):
    """There is no such code; `said` tells which there are."""

    def __init__(self, code: str) -> None:
        self.said = message(
            "no code '{code}'; codes run from {first} to {last}",
            code=code,
            first=min(CODES),
            last=max(CODES),
        )
        super().__init__(str(self.said))


def explain(code: str, lang: str = "en") -> str:
    """Why the code exists, a wrong and a right example.

    Args:
        code: E.g. ZQ102; case does not matter.
        lang: `zh` or `en`.

    Raises:
        UnknownCodeError: No such code.
    """
    found = CODES.get(code.upper())
    if found is None:
        raise UnknownCodeError(code)
    words = _WORDS[lang]
    return (
        f"{found.code} ({words[found.severity]}): {found.title[lang]}\n\n"
        f"{found.why[lang]}\n\n"
        f"{words['wrong']}:\n\n{indent(found.wrong, '    ')}\n\n"
        f"{words['right']}:\n\n{indent(found.right, '    ')}\n"
    )


def reference() -> str:
    """The reference page of all codes, in Markdown, in both languages."""
    return "\n".join(_reference_lines())


def _reference_lines() -> Iterator[str]:
    yield "# Diagnostics · 检查提示\n"
    yield "Every code that `zhiquan check` can print; `zhiquan explain ZQ102` prints one of them."
    yield "Made from `scripts/zhiquan/source/codes/` by `zhiquan schema`: change it there.\n"
    for stage in STAGES:
        codes = [code for code in CODES.values() if code.stage == stage]
        if codes:
            yield f"## {_STAGE_TITLES[stage]}\n"
        for code in codes:
            yield from _section(code)


def _section(code: Code) -> Iterator[str]:
    yield f"### {code.code} {code.title['en']} · {code.title['zh']}\n"
    if code.severity == "warning":
        yield "A warning · 警告\n"
    yield f"{code.why['en']}\n"
    yield f"{code.why['zh']}\n"
    for example in ("wrong", "right"):
        yield f"{_WORDS['en'][example]} · {_WORDS['zh'][example]}:\n"
        yield f"```yaml\n{getattr(code, example)}\n```\n"


def write_reference(path: Path) -> Path:
    """Write the reference page; gives the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(reference(), "utf-8")
    return path
