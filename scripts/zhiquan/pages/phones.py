"""Telephone numbers: whether one was checked, which its channel's sources tell."""

from zhiquan.entries.channel import Channel, Phone
from zhiquan.entries.provenance import Source
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.knowledge.trust import level
from zhiquan.source.message import LANGUAGES


def is_verified(phone: Phone, channel: Channel, kb: KnowledgeBase) -> bool:
    """Whether a number was read somewhere reliable.

    A phone has no sources of its own: those of the channel count that name the number, or all
    where none does. Nobody is sent to check an emergency number before dialling it.
    """
    if channel.step == "emergency":
        return True
    naming = [source for source in channel.sources if _names(source, phone.number, kb)]
    return level(naming or channel.sources) != "unverified"


def _names(source: Source, number: str, kb: KnowledgeBase) -> bool:
    if source.report:
        return number in (source.report.title or "")
    law = kb.laws.get(source.law or "")
    return law is not None and any(number in (law.about.get(lang) or "") for lang in LANGUAGES)
