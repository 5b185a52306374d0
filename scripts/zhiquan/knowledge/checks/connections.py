"""How entries hang together: nothing out of reach, no situation without help."""

from collections.abc import Iterator

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.source.diagnostic import Diagnostic
from zhiquan.source.message import message

LISTED = frozenset({"topics", "terms", "channels", "lenders", "laws"})
"""Kinds whose index alone is a way a reader takes: a glossary word needs no link to it."""


def check(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    """Entries that nothing leads to, and topics that lead nowhere."""
    for ref, entry in kb.entries():
        listed = ref.partition("/")[0] in LISTED
        if not (listed or entry.topics or kb.linked_from(ref)):
            said = message("no entry links here and no topic is named, so readers will not find it")
            hint = message("name a topic, or link to it from an entry that readers come through")
            yield kb.place(ref, "title").fault("ZQ210", said, hint)
    yield from _empty_topics(kb)


def _empty_topics(kb: KnowledgeBase) -> Iterator[Diagnostic]:
    with_practice = {topic for entry in kb.practices.values() for topic in entry.topics}
    with_channel = {topic for entry in kb.channels.values() for topic in entry.topics}
    for name, topic in kb.topics.items():
        place = kb.place(f"topics/{name}", "title")
        hint = message("name one here, or '{topic}' in its topics", topic=name)
        if not topic.practices and name not in with_practice:
            yield place.fault("ZQ216", message("no practice belongs to this topic"), hint)
        if not topic.channels and name not in with_channel:
            yield place.fault("ZQ216", message("no channel belongs to this topic"), hint)
