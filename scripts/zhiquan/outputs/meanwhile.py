"""What the preview shows while no entries without faults have been read yet."""

import re
from html import escape
from pathlib import Path

from zhiquan.outputs.overlay import Overlay, ShownFault
from zhiquan.outputs.swap import MARK
from zhiquan.source.message import Language, Message, message, spoken

_FAULT = """<li><p><code>{place}</code> <b>{weight} {code}</b> {message}</p>
<pre>{before}<mark>{at}</mark>{after}</pre><p>{hint}</p></li>"""
_PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{summary}</title>
<meta name="viewport" content="width=device-width">
<style>body{{font:1rem/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}}
pre{{overflow-x:auto;padding:.5rem;background:#f3f3f3}}</style></head>
<body><h1>{summary}</h1><p>{why}</p><ul>{faults}</ul></body></html>
"""
_WHY: Message = message("Mend these and save: the site is shown as soon as there is no error left.")


class LastBuilt:
    """The site that was built last, as far as there is one."""

    def __init__(self, folder: Path) -> None:
        """Lists the files once; nothing that is not listed is ever given away."""
        self._folder = folder
        found = folder.rglob("*") if (folder / MARK).is_file() else ()
        self._files = {path.relative_to(folder).as_posix() for path in found if path.is_file()}

    def get(self, address: str) -> bytes | None:
        """The file at an address."""
        if address not in self._files:
            return None
        try:
            return (self._folder / address).read_bytes()
        except OSError:  # a new build took its place
            return None


def page_of_faults(laid: Overlay) -> bytes:
    """A plain page with the faults, for where no page can be shown."""
    lang: Language = "zh" if laid.lang.startswith("zh") else "en"
    faults = "\n".join(map(_fault, laid.faults))
    why = escape(spoken(_WHY, lang))
    summary = escape(laid.summary)
    return _PAGE.format(lang=laid.lang, summary=summary, why=why, faults=faults).encode()


def is_a_page(address: str) -> bool:
    """Whether a browser that asks for it is to show it as a page."""
    return re.search(r"(?:^|/)[^/.]*$|\.html$", address) is not None


def _fault(one: ShownFault) -> str:
    before, at, after = map(escape, one.line)
    return _FAULT.format(
        place=escape(one.place),
        weight=escape(one.weight),
        code=one.code,
        message=escape(one.message),
        before=before,
        at=at,
        after=after,
        hint=escape(one.hint),
    )
