"""No promise of an outcome, and no verdict on the reader's own loan."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from zhiquan.entries.text import Text
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import LANGUAGES, Language, Message, message
from zhiquan.source.pattern import pattern

OTHERS_SPEAK = frozenset({"question", "claim", "says", "signs", "title", "note", "label", "name"})
"""Fields in which a myth, a claim or a reader is quoted: whatever they say stands."""

_QUOTED = pattern(r"“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|「[^「」]*」|『[^『』]*』|\[\[[^\[\]]*\]\]")
_SENTENCE = pattern(r"[^。！？；\n.!?;]*[。！？；\n.!?;]?")

Reason = Literal["outcome", "debt", "validity"]
REASONS: Mapping[Reason, tuple[Message, Message]] = {
    "outcome": (
        message("nobody can guarantee an outcome"),
        message("say what the rule says and whom to ask"),
    ),
    "debt": (
        message("whether the reader's own debt must be paid is not ours to decide"),
        message("say what the rule says, then whom to ask"),
    ),
    "validity": (
        message("whether the reader's own loan is valid is for a court"),
        message("say what the rule says, then who decides"),
    ),
}
"""Why words are not written, and what to write instead."""


@dataclass(frozen=True)
class Rule:
    """Words that are not written in one language, except in certain sentences."""

    code: str
    lang: Language
    seek: tuple[str, ...]
    words: Callable[[], re.Pattern[str]]
    unless: Callable[[], re.Pattern[str]] | None
    reason: Reason


@cache
def rules() -> Mapping[Language, tuple[Rule, ...]]:
    """The rules of `wording.yaml` by language."""
    text = Path(__file__).with_suffix(".yaml").read_text("utf-8")
    listed = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (scalars only, our own file)
    every = [_rule(**fields) for fields in listed]
    return {lang: tuple(rule for rule in every if rule.lang == lang) for lang in LANGUAGES}


def _rule(*, seek: list[str], words: str, unless: str = "", **rest: Any) -> Rule:
    excuse = pattern(unless, re.IGNORECASE) if unless else None
    return Rule(seek=tuple(seek), words=pattern(words, re.IGNORECASE), unless=excuse, **rest)


@cache
def _sought(lang: Language) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for rule in rules()[lang] for word in rule.seek))


@cache
def _sought_in_chinese() -> re.Pattern[str]:
    """Few characters begin one of the words, so one pattern is quickest; of letters, most do."""
    return re.compile("|".join(map(re.escape, _sought("zh"))))


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Sentences that promise or judge, in the fields where this site itself speaks."""
    for ref, contents in kb.contents.items():
        for lang in LANGUAGES:
            if _perhaps(lang, contents.all(lang)):
                for pointer, text in contents.texts:
                    if OTHERS_SPEAK.isdisjoint(pointer) and _perhaps(lang, text.get(lang) or ""):
                        yield from _faults(kb.place(ref, *pointer, lang), lang, text)


def _perhaps(lang: Language, written: str) -> bool:
    """Whether a word stands here that one of the rules is about; mostly none does."""
    if lang == "zh":
        return _sought_in_chinese().search(written) is not None
    lowered = written.lower()
    return bool([word for word in _sought(lang) if word in lowered])


def _faults(place: Place, lang: Language, text: Text) -> Iterator[Diagnostic]:
    for sentence in _SENTENCE().findall(_QUOTED().sub("", text.get(lang) or "")):
        for rule in rules()[lang]:
            match = rule.words().search(sentence)
            if match and not (rule.unless and rule.unless().search(sentence)):
                why, instead = REASONS[rule.reason]
                said = message("'{words}': {why}", words=match[0], why=why)
                yield place.fault(rule.code, said, instead, part=match[0])
