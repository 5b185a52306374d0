"""A short mark of what the entries say, printed where a copy can outlive the site it came from."""

import hashlib

from zhiquan.knowledge.knowledge_base import KnowledgeBase

LENGTH = 10


def data_version(kb: KnowledgeBase) -> str:
    """The first hexadecimal digits of a SHA-256 over every entry; no date goes into it."""
    mark = hashlib.sha256()
    for ref, entry in kb.entries():
        mark.update(f"{ref}\0{entry.model_dump_json(exclude_unset=True)}\0".encode())
    return mark.hexdigest()[:LENGTH]
