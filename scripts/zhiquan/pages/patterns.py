"""Question patterns: data in `templates/faq/<kind>.yaml` that turns a page model into questions.

A pattern fires for an entry when everything named in `when` is there and no written question of
the entry asks the same, which the words in `covered` tell; and in a language when every text it
prints has been written in that language. `each` makes one question per item of a list.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

from zhiquan.entries.entry import Question
from zhiquan.entries.scalars import Kind
from zhiquan.pages.answers import UntranslatedError
from zhiquan.pages.model import EntryModel
from zhiquan.source.message import LANGUAGES, Language

Prints = Callable[[EntryModel[Any], Any], str]


@dataclass(frozen=True)
class Pattern:
    """One pattern in one language."""

    id: str
    when: tuple[str, ...]
    """Dotted names of fields of the page model that must be there and not empty."""
    each: str | None
    """Dotted name of a list; its items have a `key` and are called `it` in the templates."""
    covered: Mapping[Language, re.Pattern[str]]
    """By language: words of a written question that asks the same."""
    question: Prints
    """Prints the question about a page model and, with `each`, an item."""
    answer: Prints


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that has been asked and not yet answered."""

    id: str
    text: str
    pattern: Pattern
    model: EntryModel[Any]
    item: Any
    """The item it is asked about, where the pattern asks one question for each."""


def load_patterns(
    folder: Path, kind: Kind, lang: Language, environment: Environment
) -> tuple[Pattern, ...]:
    """The patterns of one kind, compiled for one language; none where there is no file."""
    file = folder / f"{kind}.yaml"
    if not file.exists():
        return ()
    written = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  # text only
    return tuple(_pattern(one, lang, environment) for one in written)


def _pattern(written: dict[str, Any], lang: Language, environment: Environment) -> Pattern:
    covered = written.get("covered", {})
    return Pattern(
        id=written["id"],
        when=tuple(written.get("when", ())),
        each=written.get("each"),
        covered={tongue: re.compile(words) for tongue, words in covered.items()},
        question=_compiled(written["question"][lang], environment),
        answer=_compiled(written["answer"][lang], environment),
    )


def _compiled(text: str, environment: Environment) -> Prints:
    """A template as a function of `p` and `it`.

    As a macro it is set up once; `Template.render` would make a new context for each question,
    which costs more than the question.
    """
    source = f"{{% macro print(p, it) %}}{text}{{% endmacro %}}"
    made: Prints = vars(environment.from_string(source).module)["print"]
    return made


def drafts(pattern: Pattern, model: EntryModel[Any]) -> Iterator[Draft]:
    """The questions a pattern asks about an entry; none where a needed text is not written."""
    if not all(present(model, name) for name in pattern.when):
        return
    if _is_covered(pattern, model.entry.questions):
        return
    items: Iterable[Any] = attrgetter(pattern.each)(model) if pattern.each else (None,)
    for item in items:
        try:
            text = pattern.question(model, item)
        except UntranslatedError:
            continue
        name = f"{pattern.id}-{item.key}" if pattern.each else pattern.id
        yield Draft(name, " ".join(text.split()), pattern, model, item)


def _is_covered(pattern: Pattern, written: Iterable[Question]) -> bool:
    """Settled for both languages at once, so that both sites ask the same questions."""
    if not pattern.covered:
        return False
    return any(
        pattern.covered[lang].search(question.question.get(lang) or "")
        for question in written
        for lang in LANGUAGES
    )


def present(model: EntryModel[Any], name: str) -> bool:
    """Whether a dotted name leads to something: not None, not empty, not false."""
    value: Any = model
    for part in name.split("."):
        value = getattr(value, part)
        if not value:
            return False
    return True


def answer(draft: Draft, lang: Language) -> str | None:
    """The answer as Markdown; None where a text it needs is not written in the language."""
    try:
        return joined(draft.pattern.answer(draft.model, draft.item), lang)
    except UntranslatedError:
        return None


_BLANK = re.compile(r"\n\s*\n\s*")
_ITEM = re.compile(r"(?:[-|] ?|\d+[.)] )")


def joined(markdown: str, lang: Language) -> str:
    """What a template printed, as Markdown.

    List items keep lines of their own and stay together; other lines are put together, by a space
    in English and by nothing in Chinese; empty lines part paragraphs.
    """
    space = " " if lang == "en" else ""
    made: list[str] = []
    for block in _BLANK.split(markdown.strip()):
        is_list = bool(_ITEM.match(block))
        text = block if is_list else space.join(line.strip() for line in block.split("\n"))
        if is_list and made and _ITEM.match(made[-1]):
            made[-1] += "\n" + text
        elif text:
            made.append(text)
    return "\n\n".join(made)
