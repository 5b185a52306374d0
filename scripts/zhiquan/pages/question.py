"""A question with its answer: one type for those written by hand and those made from an entry."""

from dataclasses import dataclass

from zhiquan.knowledge.overtaken import Overtaken
from zhiquan.source.message import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that one entry answers, in one language."""

    id: str
    """Unique in its language and the same in both: `limits/contact-hours#q-today`."""
    anchor: str
    """Fragment on the entry's page: `q-` and the id of the pattern or of the written question."""
    entry: str
    """Ref of the entry, e.g. `limits/contact-hours`."""
    lang: Language
    question: str
    """Plain text."""
    answer: str
    """Markdown with `[[links]]`, as it was written or made."""
    answer_html: str
    """The answer for a page two folders deep."""
    generated: bool
    """False where an editor wrote it."""
    claim: str
    """What it is judged by: its own id where it names what it rests on, or else its entry."""
    under_review: tuple[Overtaken, ...] = ()
    """The laws that were amended since it was checked; the answer begins with a label then."""
