"""What a build made, in a few lines for the person who ran it."""

from collections.abc import Sequence

from zhiquan.entries.kinds import KINDS
from zhiquan.source.message import LANGUAGES
from zhiquan.outputs.book.pdf_file import kilobytes
from zhiquan.outputs.downloads import Listed
from zhiquan.outputs.site import Drawn
from zhiquan.pages.publication import Publication


def summary(
    publication: Publication, drawn: Drawn, listed: Sequence[Listed], *, seconds: float
) -> str:
    """Entries, pages, questions, files to keep and time, a line each."""
    kb = publication.kb
    counts = {kind: len(kb.of(kind)) for kind in KINDS}
    kinds = ", ".join(f"{kind} {count}" for kind, count in counts.items())
    lines = [f"entries    {sum(counts.values())}  ({kinds})"]
    for lang in LANGUAGES:
        made = sum(address.startswith(f"{lang}/") for address in publication.addresses())
        questions = len(publication.questions(lang))
        lines.append(f"pages {lang}   {made + len(drawn.hand_written)}, questions {questions}")
    if listed:
        size = kilobytes(sum(one.size for one in listed))
        lines.append(f"downloads  {len(listed)}, {size}")
    lines.append(f"seconds    {seconds:.1f}")
    return "\n".join(lines)
