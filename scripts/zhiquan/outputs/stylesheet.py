"""The site's one stylesheet: what our pages use of the theme's, then our own.

Material's stylesheet is made for every site; of its 138 KB our pages use a twentieth. A selector
stays when every class, id and attribute it names is written somewhere in our templates; what is
left out can therefore not have matched. Types of elements are not looked at: Markdown makes them.
"""

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import tinycss2
from rcssmin import cssmin
from tinycss2.ast import AtRule, Node, QualifiedRule

_THEME_STYLES = "assets/stylesheets/main.*.css"
_ATTRIBUTE = re.compile(r"""([\w-]+)="([^"]*)\"""")
_SET_IN_MARKDOWN = re.compile(r"\{:?\s*((?:[.#][\w-]+\s*)+)\}")
_WORD = re.compile(r"[\w-]+")
_NEGATION = re.compile(r":not\([^)]*\)")
_NAMED = re.compile(r"""([.#])([\w-]+)|\[([\w-]+)(?:=["']?([\w-]+))?""")
_VARIABLE_READ = re.compile(r"var\((--[\w-]+)")
_VARIABLE_SET = re.compile(r"""(--[\w-]+):((?:[^;{}"']|"[^"]*"|'[^']*')*);?""")
_EMPTY = re.compile(r"(?:^|(?<=[{}]))[^{}]*\{\}")

Names = frozenset[str]
"""What markup names, as a selector writes it: `.class`, `#id`, `[attribute`, `[attribute=value`."""


def theme_styles(folders: Iterable[str]) -> str:
    """The CSS of the theme: the first `main` stylesheet in its folders; empty without one."""
    found = (path for folder in folders for path in Path(folder).glob(_THEME_STYLES))
    return "".join(path.read_text("utf-8") for path in [*found][:1])


def names_of(templates: Path, docs: Path) -> Names:
    """What the templates and the hand-written pages of a project name.

    A class that a template puts together counts by its parts.
    """
    files = [*templates.rglob("*.html"), *docs.glob("*/*.md")]
    return frozenset(name for file in files for name in _names(file.read_text("utf-8")))


def _names(text: str) -> Iterator[str]:
    for attribute, value in _ATTRIBUTE.findall(text):
        yield from (f"[{attribute}", f"[{attribute}={value}")
        sign = {"class": ".", "id": "#"}.get(attribute)
        if sign:
            yield from (sign + word for word in _WORD.findall(value))
    for listed in _SET_IN_MARKDOWN.findall(text):
        yield from listed.split()


@lru_cache(maxsize=1)
def stylesheet(theme: str, own: str, names: Names) -> str:
    """What is left of the theme's stylesheet, and ours behind it, without comments and spaces.

    Args:
        theme: the theme's CSS.
        own: ours.
        names: what may stand in a page.
    """
    left = "".join(_kept(tinycss2.parse_stylesheet(theme, skip_comments=True), names))
    whole: str = cssmin(left + "\n" + own)
    return _without_idle_variables(whole)


def _kept(nodes: Iterable[Node], names: Container[str]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield from _rule(node, names)
        elif isinstance(node, AtRule):
            yield from _at_rule(node, names)


def _rule(rule: QualifiedRule, names: Container[str]) -> Iterator[str]:
    selectors = [one for one in _selectors(rule) if _can_match(one, names)]
    if selectors:
        yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"


def _selectors(rule: QualifiedRule) -> Iterator[str]:
    """The selectors of a rule; a comma within brackets parts none."""
    listed = groupby(rule.prelude, key=lambda part: part == ",")
    return (tinycss2.serialize(parts).strip() for is_comma, parts in listed if not is_comma)


def _can_match(selector: str, names: Container[str]) -> bool:
    asked = _NAMED.findall(_NEGATION.sub("", selector))
    return all(_name(*parts) in names for parts in asked)


def _name(sign: str, word: str, attribute: str, value: str) -> str:
    return sign + word if sign else f"[{attribute}={value}" if value else f"[{attribute}"


def _at_rule(rule: AtRule, names: Container[str]) -> Iterator[str]:
    """Rules under a condition are cut as well; animations, which move for no reader, stay away."""
    if rule.lower_at_keyword == "page":
        yield tinycss2.serialize([rule])
    if rule.lower_at_keyword not in ("media", "supports") or rule.content is None:
        return
    inner = "".join(_kept(tinycss2.parse_rule_list(rule.content), names))
    if inner:
        yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"


def _without_idle_variables(css: str) -> str:
    """The CSS without custom properties that nothing reads, also not another such property."""
    read = frozenset(_VARIABLE_READ.findall(css))
    shorter = _VARIABLE_SET.sub(lambda one: one[0] if one[1] in read else "", css)
    return _EMPTY.sub("", css) if shorter == css else _without_idle_variables(shorter)
