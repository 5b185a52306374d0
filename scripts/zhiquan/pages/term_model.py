"""Terms: a word, and where it matters."""

from zhiquan.entries.term import Term
from zhiquan.pages.model import EntryModel


class TermModel(EntryModel[Term]):
    """What is shown of a term."""

    @property
    def used_in(self) -> tuple[str, ...]:
        """Refs of the entries that link to it and that it does not link to itself."""
        shown = {self.ref, *self.entry.see}
        return self.existing(ref for ref in self.kb.linked_from(self.ref) if ref not in shown)
