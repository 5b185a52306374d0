"""HTML that is finished: what has been escaped already and is printed as it is."""

import re
from html import escape

from markupsafe import Markup

_SPECIAL = re.compile("[&<>\"']").search


def finished(html: str) -> Markup:
    """A string of finished HTML as `Markup`.

    The same as `Markup(html)` for a string, without the look at what else it might be: a page
    holds some forty of them.
    """
    return str.__new__(Markup, html)


def escaped(text: str) -> str:
    """A text as HTML, good for attributes too; most hold nothing that needs it."""
    return escape(text) if _SPECIAL(text) else text
