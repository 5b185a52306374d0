"""Terms: what does this word mean?"""

from zhiquan.entries.entry import Entry
from zhiquan.entries.provenance import Source
from zhiquan.entries.scalars import Flag
from zhiquan.entries.text import Text, Words


class Term(Entry):
    """A word of the field: glossary entry and search synonyms in one.

    `also` holds other names and abbreviations.
    """

    definition: Text
    """What it means, in plain words."""
    colloquial: Words = Words()
    """What people say instead, regional words included."""
    misspellings: Words = Words()
    """Common wrong spellings and wrong characters, for search only; never shown."""
    ask: Flag = False
    """True where a reader would ask "what does it mean?": makes an FAQ entry."""
    sources: tuple[Source, ...] = ()
