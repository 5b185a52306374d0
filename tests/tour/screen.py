"""What a terminal showed, as an SVG picture: monospaced, two cells for a Chinese character."""

from html import escape
from itertools import groupby

from zhiquan.source.excerpt import cells

CELL, LINE, MARGIN = 8.4, 20, 16
"""Width of a cell, height of a line and the frame around all, in pixels."""
STYLE = (
    "text{font:14px ui-monospace,Consolas,'Noto Sans Mono CJK SC',monospace;fill:#23201b;"
    "white-space:pre}.typed{font-weight:700;fill:#0b5357}"
)


def picture(shown: str, *, title: str) -> str:
    """The picture of some lines; what a person typed begins with `$` and is bold.

    Args:
        shown: The lines, without control characters.
        title: What it shows, for those who cannot see it.
    """
    lines = shown.rstrip("\n").split("\n")
    width = round(max(map(cells, lines)) * CELL + 2 * MARGIN)
    height = len(lines) * LINE + 2 * MARGIN
    drawn = (_line(line, MARGIN + (row + 0.75) * LINE) for row, line in enumerate(lines))
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
            f"<title>{escape(title)}</title><style>{STYLE}</style>",
            f'<rect width="{width}" height="{height}" rx="6" fill="#fbf9f4" stroke="#d8d2c4"/>',
            *filter(None, drawn),
            "</svg>\n",
        ]
    )


def _line(line: str, y: float) -> str:
    """One line; each run of wide or of narrow characters is set to its cells, whatever the font."""
    runs, column = [], 0
    for _, group in groupby(line, key=lambda text: cells(text[0])):
        text = "".join(group)
        if text.strip():
            x, length = MARGIN + column * CELL, cells(text) * CELL
            runs.append(f'<tspan x="{x:.1f}" textLength="{length:.1f}">{escape(text)}</tspan>')
        column += cells(text)
    kind = ' class="typed"' if line.startswith("$") else ""
    return f'<text y="{y:.1f}"{kind} xml:space="preserve">{"".join(runs)}</text>' if runs else ""
