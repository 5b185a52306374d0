"""Question patterns: data in `templates/faq/<kind>.yaml` that turns a page model into questions.

A pattern fires for an entry when everything named in `when` is there, and in a language when every
text it prints has been written in that language. `each` makes one question per item of a list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Template

from zhiquan.entries.scalars import Kind
from zhiquan.pages.answers import UntranslatedError, answer_environment
from zhiquan.pages.edition import Edition
from zhiquan.pages.model import EntryModel


@dataclass(frozen=True)
class Pattern:
    """One pattern in one language."""

    id: str
    when: tuple[str, ...]
    """Dotted names of fields of the page model that must be there and not empty."""
    each: str | None
    """Dotted name of a list; its items have a `key` and are called `it` in the templates."""
    question: Template
    answer: Template


@dataclass(frozen=True)
class Draft:
    """A question that has been asked and not yet answered."""

    id: str
    text: str
    answer: Template
    context: dict[str, Any]


def load_patterns(folder: Path, kind: Kind, edition: Edition) -> tuple[Pattern, ...]:
    """The patterns of one kind, compiled for the language of the edition."""
    file = folder / f"{kind}.yaml"
    if not file.exists():
        return ()
    environment, lang = answer_environment(edition), edition.lang
    written = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  # text only
    return tuple(
        Pattern(
            id=one["id"],
            when=tuple(one.get("when", ())),
            each=one.get("each"),
            question=environment.from_string(one["question"][lang]),
            answer=environment.from_string(one["answer"][lang].strip()),
        )
        for one in written
    )


def drafts(pattern: Pattern, model: EntryModel[Any]) -> Iterator[Draft]:
    """The questions a pattern asks about an entry; none where a needed text is not written."""
    if not all(present(model, name) for name in pattern.when):
        return
    for key, context in _contexts(pattern, model):
        try:
            text = " ".join(pattern.question.render(context).split())
        except UntranslatedError:
            continue
        yield Draft(pattern.id + key, text, pattern.answer, context)


def _contexts(pattern: Pattern, model: EntryModel[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if pattern.each is None:
        yield "", {"p": model}
        return
    for item in attrgetter(pattern.each)(model):
        yield f"-{item.key}", {"p": model, "it": item}


def present(model: EntryModel[Any], name: str) -> bool:
    """Whether a dotted name leads to something: not None, not empty, not false."""
    value: Any = model
    for part in name.split("."):
        value = getattr(value, part)
        if not value:
            return False
    return True


def answer(draft: Draft) -> str | None:
    """The answer as Markdown; None where a text it needs is not written in the language."""
    try:
        return draft.answer.render(draft.context).strip()
    except UntranslatedError:
        return None
