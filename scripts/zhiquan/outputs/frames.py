"""Frames: the theme drawn once per language and section, then filled once per entry.

Drawing the theme around a page costs about 10 ms; filling a frame costs a few microseconds. A
frame is a finished HTML page in which slots such as `@@zq-body@@` stand where the pages differ.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SLOTS = ("head", "alternate", "contents", "crumbs", "body", "tools")
"""What differs from page to page; each must stand in every frame."""

HOME = "home"
"""The slot of the home page, whose other parts are drawn."""

_SLOT = re.compile(r"@@zq-([a-z]+)@@")
_BLANK_LINES = re.compile(r"\s*\n\s*")
"""Ends of lines with their indentation: a tenth of a page that nobody sees."""

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY_MARK = "@@zq-policy@@"


class MissingSlotError(Exception):
    """The theme lost a slot, so pages would miss a part: a fault of ours, not of an editor."""


def slot(name: str) -> str:
    """The mark that stands for one part of the page in a frame."""
    return f"@@zq-{name}@@"


@dataclass(frozen=True)
class Frame:
    """A page cut at its slots: text, slot name, text, slot name, … text."""

    pieces: tuple[str, ...]

    def fill(self, parts: Mapping[str, str]) -> str:
        """The finished page, each slot replaced by the part of its name."""
        return "".join(
            parts[piece] if index % 2 else piece for index, piece in enumerate(self.pieces)
        )


def cut(html: str, *, name: str, slots: Iterable[str] = SLOTS) -> Frame:
    """Cuts a drawn frame at its slots.

    Args:
        html: the page as the theme drew it, with the policy already set.
        name: where the frame came from, for the message.
        slots: those that must be there.

    Raises:
        MissingSlotError: when the theme left out a slot.
    """
    pieces = tuple(_SLOT.split(html))
    missing = [wanted for wanted in slots if wanted not in pieces[1::2]]
    if missing:
        raise MissingSlotError(
            f"{name}: the theme has no slot {', '.join(map(slot, missing))};"
            " see templates/theme/main.html"
        )
    return Frame(pieces)


def tidied(html: str) -> str:
    """The page without indentation and empty lines; it must hold no `<pre>` and no `<textarea>`."""
    return _BLANK_LINES.sub("\n", html)


def with_policy(html: str) -> str:
    """The page with its Content-Security-Policy: this host only, and the theme's own scripts.

    Inline scripts are allowed one by one, by the hash of their text (CSP Level 3, 6.7.2.5).
    """
    allowed = sorted({_hash(script) for script in _INLINE_SCRIPT.findall(html)})
    scripts = " ".join(["script-src 'self'", *allowed])
    policy = (
        f"default-src 'self'; {scripts}; img-src 'self' data:; object-src 'none'; base-uri 'self'"
    )
    return html.replace(_POLICY_MARK, policy)


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"
