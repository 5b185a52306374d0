"""HTML that is finished: what has been escaped already and is printed as it is."""

from markupsafe import Markup


def finished(html: str) -> Markup:
    """A string of finished HTML as `Markup`.

    The same as `Markup(html)` for a string, without the look at what else it might be: a page
    holds some forty of them.
    """
    return str.__new__(Markup, html)
