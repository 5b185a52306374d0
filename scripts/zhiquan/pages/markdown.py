"""The small part of CommonMark that entries are written in, as HTML.

Paragraphs, lists, emphasis, links to http(s), mailto and tel, tables, and `[[links]]` to entries.
No HTML, no headings, no images: what looks like one is shown as the text it is. Most texts are
plain sentences with a link or a bold word, so these never reach the parser.
"""

import re
from collections.abc import Callable, Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from zhiquan.knowledge.anatomy import LINK

Resolve = Callable[[str, str | None, str | None], str]
"""From target, fragment and words of a `[[link]]` to HTML."""

_OFF = (
    "heading",
    "lheading",
    "code",
    "fence",
    "hr",
    "blockquote",
    "html_block",
    "html_inline",
    "reference",
    "image",
    "backticks",
    "entity",  # "&#8238;" would be a character that the reader of YAML refuses
)
_MOST_COLUMNS = 12
"""Of a table. The parser fills up every row, so that a few kilobytes could be a million cells."""
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_STRONG = re.compile(r"\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*")
_MARKS = "*_\\<&"
_ENTRY_LINK = re.compile(r"\[\[[^\[\]\n]++\]\]")
_LISTED = re.compile(r"\s*(?:[-+*]|\d+[.)])(?:\s|$)")
_SIMPLE = re.compile(
    rf"(?!{_LISTED.pattern})"
    rf"(?:[^*_\[\]\\<&\n]++|{_ENTRY_LINK.pattern}|\*\*(?! )[^*_\[\]\\<&\n]++(?<! )\*\*)*+"
)
_NUMBER = re.compile(r"[1-9]\d{0,8}\. (\S.*)")
_OPENING = "-+*0123456789"
_LISTS = ("<ul", "<ol")
_CJK = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…"
_FOLDED = re.compile(f"(?<=[{_CJK}])[ \n](?=[{_CJK}])")


class Markdown:
    """Renders texts of one language for pages of one depth."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._parser = parser(resolve)

    def block(self, text: str) -> str:
        """A text as paragraphs, lists and tables."""
        return self._plain_blocks(text) or str(self._parser.render(text)).strip()

    def inline(self, text: str) -> str:
        """A text as one phrase, without a paragraph around it; lists and tables stay text."""
        if _is_simple(text):
            return self._simple(text)
        return str(self._parser.renderInline(text)).strip()

    def _plain_blocks(self, text: str) -> str | None:
        """Simple paragraphs and flat lists as HTML; None for everything the parser must see."""
        made: list[str] = []
        for block in text.split("\n\n"):
            html = self._paragraph(block) or self._list(block)
            if html is None or (made and html[:3] in _LISTS and made[-1][:3] == html[:3]):
                return None
            made.append(html)
        return "\n".join(made)

    def _paragraph(self, block: str) -> str | None:
        return f"<p>{self._simple(block)}</p>" if _is_simple(block) else None

    def _list(self, block: str) -> str | None:
        """A list whose items are one simple line each."""
        is_bullet = block.startswith("- ")
        items = _bullets(block) if is_bullet else _numbered(block)
        if not items or not _are_simple(items):
            return None
        made = "<li>" + self._simple("\n".join(items)).replace("\n", "</li>\n<li>") + "</li>"
        if is_bullet:
            return f"<ul>\n{made}\n</ul>"
        first = block.partition(".")[0]
        start = "" if first == "1" else f' start="{first}"'
        return f"<ol{start}>\n{made}\n</ol>"

    def _simple(self, text: str) -> str:
        """Plain words with `[[links]]` and bold; the pattern has kept `<` and `&` out."""
        if "[[" not in text:
            return _bold(text)
        pieces = LINK.split(text)
        made = [_bold(pieces[0])]
        for at in range(1, len(pieces), 4):
            made += (self._resolve(*pieces[at : at + 3]), _bold(pieces[at + 3]))
        return "".join(made)


def _is_simple(text: str) -> bool:
    """Whether plain words, `[[links]]` and bold are all there is.

    The pattern answers it; most texts hold none of its characters, which is seen much sooner.
    """
    if "\n" in text or _has_mark(text):
        return _SIMPLE.fullmatch(text) is not None
    return _has_links_only(text) and not _LISTED.match(text)


def _are_simple(items: list[str]) -> bool:
    """Whether every item is simple."""
    text = "\n".join(items)
    if _has_mark(text):
        return all(map(_SIMPLE.fullmatch, items))
    return _has_links_only(text) and not any(map(_opens_a_list, items))


def _opens_a_list(item: str) -> bool:
    return item[:1] in _OPENING and _LISTED.match(item) is not None


def _bullets(block: str) -> list[str] | None:
    """The items of a list with bullets; None where a line begins otherwise."""
    items = block[2:].split("\n- ")
    is_flat = len(items) == block.count("\n") + 1 and all(items)
    return items if is_flat and not any(item[0].isspace() for item in items) else None


def _numbered(block: str) -> list[str] | None:
    """The items of a numbered list; None where a line begins otherwise."""
    found = [_NUMBER.fullmatch(line) for line in block.split("\n")]
    return [one[1] for one in found if one] if all(found) else None


def _has_mark(text: str) -> bool:
    for mark in _MARKS:  # noqa: SIM110  # a generator takes three times as long
        if mark in text:
            return True
    return False


def _has_links_only(text: str) -> bool:
    """Whether the brackets of a text are all those of links."""
    rest = _ENTRY_LINK.sub("", text) if "[" in text else text
    return "[" not in rest and "]" not in rest


def _bold(text: str) -> str:
    if ">" in text:
        text = text.replace(">", "&gt;")
    return _STRONG.sub(r"<strong>\1</strong>", text) if "**" in text else text


def unfold(text: str) -> str:
    """The text without the spaces that folded lines leave between Chinese characters."""
    return _FOLDED.sub("", text) if " " in text or "\n" in text else text


def parser(resolve: Resolve) -> MarkdownIt:
    """A parser of the part of CommonMark that entries use.

    Args:
        resolve: its words become the content of the `html_inline` token of each `[[link]]`.
    """
    made = MarkdownIt("commonmark").enable("table").disable(_OFF)
    made.validateLink = _valid_link  # type: ignore[method-assign]  # the documented hook
    # Addresses are shown as they are: xn--… put into letters can look like somebody else's.
    made.normalizeLinkText = _as_it_is  # type: ignore[method-assign]  # same
    made.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    made.inline.ruler.before("emphasis", "strong", _strong)
    made.inline.ruler.before("link", "entry_link", _entry_link(resolve))
    made.add_render_rule("link_open", _external)
    made.add_render_rule("table_open", _reachable)
    return made


def _reachable(*_: object) -> str:
    """A table wider than a phone scrolls in itself, so the keyboard must reach it (WCAG 2.1.1)."""
    return '<table tabindex="0">'


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # the parser's signature
    """A table; one with more columns than anybody reads stays text."""
    line = state.src[state.bMarks[start] : state.eMarks[start]]
    return line.count("|") <= _MOST_COLUMNS + 1 and table(state, start, end, silent)


def _as_it_is(link: str) -> str:
    return link


def _valid_link(url: str) -> bool:
    return bool(_ADDRESS.match(url))


def _strong(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the parser's signature
    """Bold also where CommonMark's word rules stop it: beside Chinese punctuation."""
    match = _STRONG.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        end, state.posMax = state.posMax, match.end(1)
        state.pos = match.start(1)
        state.push("strong_open", "strong", 1)
        state.md.inline.tokenize(state)
        state.push("strong_close", "strong", -1)
        state.posMax = end
    state.pos = match.end()
    return True


def _entry_link(resolve: Resolve) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the parser's signature
        match = LINK.match(state.src, state.pos, state.posMax)
        if not match:
            return False
        if not silent:
            token = state.push("html_inline", "", 0)
            token.content = resolve(*match.groups())
        state.pos = match.end()
        return True

    return rule


def _external(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    idx: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    if str(tokens[idx].attrs["href"]).startswith("http"):
        tokens[idx].attrs["rel"] = "noopener"
    return renderer.renderToken(tokens, idx, options, env)
