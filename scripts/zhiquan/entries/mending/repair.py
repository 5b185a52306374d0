"""What keeps a file from being read as YAML, as far as there is but one way to mend it."""

import re

from zhiquan.source.quoting import quoted

_BOM = "\ufeff"
_WIDE_COLON = re.compile(r"^( *(?:- +)*[a-z_]+)：[ \t]*(?=(\S)?)", re.MULTILINE)
_COLON_INSIDE = re.compile(
    r"^( *(?:- +)*[a-z_]+: +)([^\s\"'|>\[{&*#][^#\n]*: [^#\n]*?)[ \t]*$", re.MULTILINE
)


def repaired(text: str) -> str:
    """A text that may be readable.

    It has no byte order mark, half-width colons behind its fields, and quotes around values that
    hold a colon.
    Whether it can be read now is for the caller to see.
    """
    text = _WIDE_COLON.sub(_half_width, text.removeprefix(_BOM))
    return _COLON_INSIDE.sub(lambda found: found[1] + quoted(found[2]), text)


def _half_width(found: re.Match[str]) -> str:
    return f"{found[1]}:{' ' if found[2] else ''}"
