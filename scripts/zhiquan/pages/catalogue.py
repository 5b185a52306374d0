"""All questions of one language, each once: written ones first, then those patterns make."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from zhiquan.entries.entry import Question as Written
from zhiquan.knowledge.collection import without_collection
from zhiquan.pages.edition import Edition
from zhiquan.pages.markup import finished
from zhiquan.pages.model import EntryModel
from zhiquan.pages.models import Models
from zhiquan.pages.patterns import Draft, Pattern, answer, drafts
from zhiquan.pages.plain import plain
from zhiquan.pages.question import Question
from zhiquan.pages.review_label import ReviewLabel

_IDLE = re.compile(r"[\W_]+")


class Asked(NamedTuple):
    """A question of one entry before it is known whether another asks the same."""

    anchor: str
    text: str
    said: str
    """What it says, as `normal` puts it: two that agree in this ask the same."""
    source: Written | Draft


class Catalogue:
    """The questions of every entry in one language.

    Who asks is settled for all entries at once, since no two questions may say the same; answers
    are made entry by entry, when somebody reads them.
    """

    def __init__(
        self,
        models: Models,
        edition: Edition,
        patterns: Mapping[str, tuple[Pattern, ...]],
    ) -> None:
        self._models = models
        self._edition = edition
        self._patterns = patterns
        self._label = ReviewLabel(edition)
        self._made: dict[str, tuple[Question, ...]] = {}

    def of(self, ref: str) -> tuple[Question, ...]:
        """The questions of one entry: written ones first, then those made, in pattern order."""
        found = self._made.get(ref)
        if found is None:
            answered = (self._answered(ref, one) for one in self.asked.get(ref, ()))
            found = self._made[ref] = tuple(filter(None, answered))
        return found

    def all(self) -> tuple[Question, ...]:
        """Every question, by the ref of its entry."""
        with without_collection():
            return tuple(question for ref in sorted(self.asked) for question in self.of(ref))

    @cached_property
    def asked(self) -> Mapping[str, tuple[Asked, ...]]:
        """By ref: its questions, without those that another asks already; written ones stay.

        Nothing is answered yet. A made question whose answer turns out not to have been written in
        this language is left out by `of`.
        """
        with without_collection():
            found = {ref: tuple(self._of_entry(ref)) for ref, _ in self._edition.kb.entries()}
        first: dict[str, Asked] = {}
        for written in (True, False):
            for asked in found.values():
                for one in asked:
                    if isinstance(one.source, Written) is written:
                        first.setdefault(one.said, one)
        return {
            ref: tuple(one for one in asked if first[one.said] is one)
            for ref, asked in found.items()
        }

    def _of_entry(self, ref: str) -> Iterator[Asked]:
        """Written questions, then made ones; a written one takes the place of its pattern's."""
        model, lang = self._models.of(ref), self._edition.lang
        taken = set()
        for question in model.entry.questions:
            text = question.question.get(lang)
            taken.add(question.id)
            if text and question.answer.get(lang):
                yield _asked(question.id, plain(text, self._edition.links), question)
        yield from self._from_patterns(model, taken)

    def _from_patterns(self, model: EntryModel[Any], taken: set[str]) -> Iterator[Asked]:
        for pattern in self._patterns.get(model.kind, ()):
            for draft in drafts(pattern, model):
                if draft.id not in taken:
                    yield _asked(draft.id, draft.text, draft)

    def _answered(self, ref: str, asked: Asked) -> Question | None:
        lang, source = self._edition.lang, asked.source
        written = isinstance(source, Written)
        text = source.answer.get(lang) if isinstance(source, Written) else answer(source, lang)
        if not text:
            return None
        edition = self._edition
        answer_html = edition.block(text, lang) if written else edition.unfolded_block(text)
        claim = _claim(ref, source)
        laws = self._models.under_review.get(claim, ())
        if laws:
            text = f"{self._label.markdown(laws, 'answer')}\n\n{text}"
            answer_html = f"{self._label.html(laws, 'answer')}\n{answer_html}"
        return Question(
            id=f"{ref}#{asked.anchor}",
            anchor=asked.anchor,
            entry=ref,
            lang=lang,
            question=asked.text,
            answer=text,
            answer_html=finished(answer_html),
            generated=not written,
            claim=claim,
            under_review=laws,
        )


def _asked(name: str, text: str, source: Written | Draft) -> Asked:
    return Asked(f"q-{name}", text, normal(text), source)


def _claim(ref: str, source: Written | Draft) -> str:
    """What a question is judged by (see `knowledge.resting`)."""
    if isinstance(source, Written) and (source.rests_on or source.sources):
        return f"{ref}#q-{source.id}"
    return ref


def normal(question: str) -> str:
    """A question without case, spaces and punctuation: two that agree in this say the same."""
    return _IDLE.sub("", question).casefold()
