"""A finished picture: its marks, what it tells those who cannot see it, the words under it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from zhiquan.pages.pictures.drawing import WIDTH, mark
from zhiquan.pages.strings import Strings


@dataclass(frozen=True)
class Group:
    """Rows of the words under a picture that belong together."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    """Cells, as many as the table has columns."""


@dataclass(frozen=True)
class Picture:
    """One drawing with everything a reader needs who cannot see it."""

    name: str
    """Its name in the field `pictures` of an entry, e.g. `price-lines`."""
    height: float
    """Units of the view box from top to bottom."""
    marks: str
    """The SVG inside the drawing."""
    description: str
    """What it shows, in words, for a screen reader."""
    columns: tuple[str, ...]
    """The heads of the table under it."""
    groups: tuple[Group, ...]
    """The same data in words."""

    def figure(self, strings: Strings) -> Markup:
        """The picture, its caption and its data in words."""
        title = escape(strings(f"picture.{self.name}.title"))
        caption = escape(strings(f"picture.{self.name}.caption"), quote=False)
        summary = escape(strings("picture.in-words"), quote=False)
        return Markup(  # noqa: S704  # every part has been escaped
            f'<figure class="zq-picture zq-picture-{self.name}">\n{self._drawing(title)}\n'
            f"<figcaption><p>{caption}</p>\n"
            f"<details><summary>{summary}</summary>\n{_table(title, self.columns, self.groups)}"
            "</details></figcaption>\n</figure>"
        )

    def _drawing(self, title: str) -> str:
        name = f"zq-picture-{self.name}"
        told = mark("title", title, id=f"{name}-title")
        told += mark("desc", escape(self.description, quote=False), id=f"{name}-desc")
        return mark(
            "svg",
            f"{told}\n{self.marks}\n",
            viewBox=f"0 0 {WIDTH} {round(self.height)}",
            role="img",
            aria_labelledby=f"{name}-title {name}-desc",
            xmlns="http://www.w3.org/2000/svg",
        )


def _table(title: str, columns: Sequence[str], groups: Iterable[Group]) -> str:
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in columns)
    bodies = "".join(_body(group, len(columns)) for group in groups)
    return (
        f'<table class="zq-picture-table" aria-label="{title}">'
        f"<thead><tr>{heads}</tr></thead>\n{bodies}</table>"
    )


def _body(group: Group, columns: int) -> str:
    head = f'<tr><th scope="rowgroup" colspan="{columns}">{escape(group.title)}</th></tr>'
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n"
        for row in group.rows
    )
    return f"<tbody>{head}\n{rows}</tbody>\n"
