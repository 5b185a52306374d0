"""Links of one language: from a ref to an address, a title, a link or the value of a check."""

from html import escape

from markupsafe import Markup

from zhiquan.entries.entry import Entry
from zhiquan.entries.limit import Limit
from zhiquan.knowledge.dates import in_force
from zhiquan.knowledge.evaluate import check_value
from zhiquan.knowledge.knowledge_base import KnowledgeBase
from zhiquan.source.message import Language


class Links:
    """Finds entries by ref for a reader of one language on pages of one depth.

    A ref that names nothing is shown as plain words: the checks report it to the editor. A ref of
    a removed entry leads to where its readers go now.
    """

    def __init__(self, kb: KnowledgeBase, lang: Language, prefix: str) -> None:
        self.kb = kb
        self.lang = lang
        self.prefix = prefix
        self._links: dict[tuple[str, str | None], Markup] = {}

    def href(self, ref: str) -> str:
        """The relative address of an entry's page."""
        return f"{self.prefix}{ref}.html"

    def entry(self, ref: str) -> Entry | None:
        """The entry of a ref; of a removed entry, the one its readers go to."""
        return self.kb.find(self.living(ref))

    def living(self, ref: str) -> str:
        """The ref itself, or where a removed entry sends its readers."""
        tombstone = self.kb.tombstones.get(ref)
        return tombstone.removed.redirect if tombstone else ref

    def title(self, ref: str) -> str:
        """The entry's title in plain text; the bare ref where there is no entry."""
        entry = self.entry(ref)
        return entry.title.shown(self.lang)[0] if entry else ref

    def link(self, ref: str, words: str | None = None) -> Markup:
        """A link with the entry's title, or other words, as its words."""
        key = (ref, words)
        found = self._links.get(key)
        if found is None:
            found = self._links[key] = Markup(self._linked(ref, words))  # noqa: S704  # escaped
        return found

    def resolve(self, target: str, fragment: str | None, words: str | None) -> str:
        """A `[[link]]` as HTML: the value of a check for `#check`, otherwise a link."""
        if fragment == "#check":
            return escape(self.value(target) or words or self.title(target), quote=False)
        return self.link(target, words)

    def value(self, ref: str) -> str | None:
        """The value of a limit's check today, e.g. `08:00–22:00`; None where it has none."""
        limit = self.entry(ref)
        version = in_force(limit, self.kb.today) if isinstance(limit, Limit) else None
        if version is None or version.check is None:
            return None
        return check_value(version.check, self.kb, self.lang, self.kb.today)

    def _linked(self, ref: str, words: str | None) -> str:
        entry = self.entry(ref)
        if entry is None:
            return escape(words or ref, quote=False)
        title, lang = entry.title.shown(self.lang)
        foreign = "" if words or lang == self.lang else f' lang="{lang}"'
        href = self.href(self.living(ref))
        return f'<a href="{href}"{foreign}>{escape(words or title, quote=False)}</a>'
