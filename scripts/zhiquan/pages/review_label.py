"""The label of what is under review: a law was amended after the claim had been checked."""

from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup

from zhiquan.knowledge.overtaken import Overtaken
from zhiquan.pages.edition import Edition

Where = Literal["page", "answer"]
"""A page tells when it was checked and what to do; an answer says it in one sentence."""


class ReviewLabel:
    """Says in one language why something is under review; every output says it in these words."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._strings = edition.strings

    def markdown(self, laws: Iterable[Overtaken], where: Where) -> str:
        """A paragraph that begins with the mark and the label, e.g. `△ **待复核**：…`."""
        mark, label = self._strings["mark.under-review"], self._strings["under-review.label"]
        return f"{mark} **{label}**{self._strings['list.colon']}{self._said(laws, where)}"

    def html(self, laws: Iterable[Overtaken], where: Where) -> Markup:
        """The same as a notice; the mark is not read aloud."""
        mark, label = self._strings["mark.under-review"], self._strings["under-review.label"]
        said = self._edition.inline(self._said(laws, where))
        return Markup(
            '<p class="zq-notice zq-under-review">'
            '<span class="zq-mark" aria-hidden="true">{}</span> <strong>{}</strong>{}{}</p>'
        ).format(mark, label, self._strings["list.colon"], said)

    def _said(self, laws: Iterable[Overtaken], where: Where) -> str:
        told = [self._strings(f"under-review.{where}", **self._values(one)) for one in laws]
        if where == "page":
            told.append(self._strings["under-review.until"])
        return self._strings["list.sentence"].join(told)

    def _values(self, one: Overtaken) -> dict[str, str]:
        law = self._edition.kb.laws[one.law.partition("/")[2]]
        short = law.short.shown(self._edition.lang)[0]
        return {
            "law": f"[[{one.law}|{short}]]",
            "amended": self._strings.date(one.amended),
            "effective": self._strings.date(one.effective),
            "checked": self._strings.date(one.checked),
        }
