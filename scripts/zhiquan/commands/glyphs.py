"""What is said where the fonts of the PDFs lack a character."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.outputs.book.typesetter import MissingGlyphError
from zhiquan.source.message import Language, message, spoken


@contextmanager
def missing_glyphs_told(kb: KnowledgeBase, *, lang: Language) -> Iterator[None]:
    """Ends the run with the entries and the characters when something cannot be printed."""
    try:
        yield
    except MissingGlyphError as fault:
        for char in fault.characters:
            used = tuple(ref for ref, one in kb.entries() if char in one.model_dump_json())
            said = message(
                "no font of the PDFs has '{char}' ({code}), which stands in {used}: "
                "write it in words, or use a more common character",
                char=char,
                code=f"U+{ord(char):04X}",
                used=used,
            )
            click.echo(spoken(said, lang), err=True)
        sys.exit(1)
