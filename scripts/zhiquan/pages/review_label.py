"""Labels of what is not settled: a law was amended, or a language left behind, since the check."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup

from zhiquan.knowledge.overtaken import Overtaken
from zhiquan.pages.addresses import alternate, entry_address
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

    def behind_said(self, day: dt.date) -> str:
        """The same as Markdown, without the link to the other language."""
        mark, label = self._strings["mark.behind"], self._strings["behind.label"]
        said = self._strings("behind.said", day=self._strings.date(day))
        return f"{mark} **{label}**{self._strings['list.colon']}{said}"

    def behind(self, ref: str, day: dt.date) -> Markup:
        """The notice of a page whose language was not compared with a change of the other.

        Args:
            ref: The entry, whose page in the other language is linked.
            day: When both were compared last.
        """
        address = alternate(entry_address(ref, self._edition.lang))
        other = address.partition("/")[0]
        return Markup(
            '<p class="zq-notice zq-behind"><span class="zq-mark" aria-hidden="true">{}</span>'
            ' <strong>{}</strong>{}{} <a href="../../{}" lang="{}" hreflang="{}">{}</a></p>'
        ).format(
            self._strings["mark.behind"],
            self._strings["behind.label"],
            self._strings["list.colon"],
            self._strings("behind.said", day=self._strings.date(day)),
            address,
            other,
            other,
            self._strings["site.other_language"],
        )

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
