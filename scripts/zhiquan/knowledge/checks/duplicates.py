"""What must be said once: titles within a kind, questions, the order of channels and topics."""

import re
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from zhiquan.entries.kinds import KINDS
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.place import Place
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import LANGUAGES, message

Key = TypeVar("Key", bound=Hashable)
_WORDS = re.compile(r"[^\W_]+")


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Second uses of a title, a question's id or words, and an order number."""
    for second, first, title in _seconds(_titles(kb)):
        said = message("'{title}' is also the title of {path}", title=title[2], path=first.path)
        yield second.fault("ZQ211", said)
    for second, _, (_, question) in _seconds(_question_ids(kb)):
        said = message("two questions of this entry have the id '{id}'", id=question)
        yield second.fault("ZQ212", said, message("each anchor on a page is used once"))
    asked = {(at.path, at.pointer[:-1]): (at, first) for at, first, _ in _seconds(_questions(kb))}
    for second, first in asked.values():
        said = message("the same question stands in {path}", path=first.path)
        yield second.fault("ZQ213", said)
    for second, first, (_, order) in _seconds(_orders(kb)):
        said = message("order {order} is taken by {path}", order=order, path=first.path)
        yield second.fault("ZQ217", said)


def said_once(kb: KnowledgeBase) -> Iterator[tuple[Place, Hashable]]:
    """Everything that a second entry may not say, with its place."""
    yield from _titles(kb)
    yield from _questions(kb)
    yield from _orders(kb)


def _seconds(items: Iterable[tuple[Place, Key]]) -> Iterator[tuple[Place, Place, Key]]:
    """Every place whose key was met before, with the first place."""
    firsts: dict[Key, Place] = {}
    for place, key in items:
        first = firsts.setdefault(key, place)
        if first is not place:
            yield place, first, key


def _titles(kb: KnowledgeBase) -> Iterator[tuple[Place, tuple[str, str, str]]]:
    for kind in KINDS:
        for name, entry in kb.of(kind).items():
            for lang in entry.title.languages():
                title = entry.title.get(lang) or ""
                yield kb.place(f"{kind}/{name}", "title", lang), (kind, lang, title)


def _question_ids(kb: KnowledgeBase) -> Iterator[tuple[Place, tuple[str, str]]]:
    for ref, entry in kb.entries():
        for index, question in enumerate(entry.questions):
            yield kb.place(ref, "questions", index, "id"), (ref, question.id)


def _questions(kb: KnowledgeBase) -> Iterator[tuple[Place, tuple[str, str]]]:
    for ref, entry in kb.entries():
        for index, question in enumerate(entry.questions):
            place = kb.place(ref, "questions", index, "question")
            for lang in LANGUAGES:
                if written := question.question.get(lang):
                    yield place.at(lang), (lang, "".join(_WORDS.findall(written)).casefold())


def _orders(kb: KnowledgeBase) -> Iterator[tuple[Place, tuple[str, int]]]:
    for name, channel in kb.channels.items():
        yield kb.place(f"channels/{name}", "order"), ("channels", channel.order)
    for name, topic in kb.topics.items():
        yield kb.place(f"topics/{name}", "order"), ("topics", topic.order)
