"""The templates of pages in one language: `templates/pages`, compiled once, and what they can use.

Names end up in a template in three ways: as filters, which print something of an entry; as tables,
which hold small finished pieces such as badges, each drawn once by its macro in `pieces.html`; and
as interface strings, which are put in when a template is compiled.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from markupsafe import Markup

from zhiquan.entries.provenance import Source
from zhiquan.knowledge.dates import in_force
from zhiquan.knowledge.trust import authority, level
from zhiquan.pages.edition import Edition
from zhiquan.pages.strings import Strings
from zhiquan.pages.values import value_of

PIECES = (
    "anchor",
    "h2",
    "verdict",
    "level_badge",
    "level_meaning",
    "authority_badge",
    "authority_meaning",
    "status_badge",
    "claim_badge",
    "outcome",
    "unofficial",
    "summary",
)
"""Macros of `pieces.html` that take one word and are drawn once for each."""

_STATIC = re.compile(r"\{\{ t\['([\w.-]+)'\] \}\}")
_INDENT = re.compile(r"^[ \t]+|\n(?=\s*\n)", re.MULTILINE)


class Layout:
    """Renders the templates of pages for one edition."""

    def __init__(self, edition: Edition, folder: Path) -> None:
        self._environment = _environment(edition, folder)
        self._globals = dict(self._environment.globals)
        pieces = self._environment.get_template("pieces.html").module
        for name in PIECES:
            self._globals[name] = Table(getattr(pieces, name))
        self._environment.globals |= self._globals

    def render(self, template: str, **values: Any) -> str:
        """The HTML of a template.

        A context of our own costs a fifth of the one that `Template.render` makes.
        """
        made = self._environment.get_template(template)
        context = made.new_context({**self._globals, **values}, shared=True)
        return "".join(made.root_render_func(context))


class Table(dict[str, Markup]):
    """Finished pieces by word, each drawn when it is first asked for."""

    def __init__(self, draw: Callable[[str], Markup]) -> None:
        super().__init__()
        self._draw = draw

    def __missing__(self, word: str) -> Markup:
        self[word] = piece = self._draw(word)
        return piece


class Labels(dict[str, Markup]):
    """The interface strings as HTML, each escaped when it is first asked for."""

    def __init__(self, strings: Strings) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, key: str) -> Markup:
        self[key] = label = Markup.escape(self._strings[key])
        return label

    def __call__(self, key: str, **values: object) -> Markup:
        """A string with its `{names}` filled; the values are escaped."""
        return self[key].format(**values)


class QuickEscape(CodeGenerator):
    """Compiles what a template prints to a check that lets finished HTML through first."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.html(")


class PageEnvironment(Environment):
    """Escapes everything that is printed, and spends nothing on what is HTML already.

    Nine of ten values that a page prints are `Markup`. Jinja's own `escape` makes a new one of
    each, which was a fifth of the cost of a page.
    """

    code_generator_class = QuickEscape

    @staticmethod
    def html(value: Any) -> Markup:
        """The value as HTML: `Markup` as it is, everything else escaped."""
        return value if value.__class__ is Markup else Markup.escape(value)


class Typesetting(Extension):
    """Prepares a template for compiling: its interface strings put in, its indentation dropped."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """The source without leading spaces and empty lines, and with the strings of its language.

        Raises:
            MissingStringError: The template names a string that the language does not have.
        """
        labels: Any = self.environment.globals["t"]
        return _STATIC.sub(lambda key: labels[key[1]], _INDENT.sub("", source))


def mixed(sources: tuple[Source, ...]) -> bool:
    """Whether some sources were verified better than others, so that each needs its own badge."""
    return any(one.verified.level != sources[0].verified.level for one in sources)


def host(url: str) -> str:
    """The part of a web address that people recognise, e.g. `www.nfra.gov.cn`."""
    return url.partition("://")[2].strip("/")


def _environment(edition: Edition, folder: Path) -> Environment:
    made = PageEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        auto_reload=False,
        cache_size=-1,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Typesetting],
    )
    made.filters |= _filters(edition)
    made.globals |= {"t": Labels(edition.strings), "lang": edition.lang, "today": edition.kb.today}
    return made


def _filters(edition: Edition) -> dict[str, Callable[..., Any]]:
    kb, links = edition.kb, edition.links
    return {
        "prose": edition.prose,
        "phrase": edition.phrase,
        "plain": edition.plain,
        "own": edition.own,
        "host": host,
        "date": edition.strings.date,
        "day": edition.day,
        "cited": edition.cited,
        "link": edition.link,
        "href": links.href,
        "faq_href": edition.faq_href,
        "title_of": links.title,
        "entry": links.entry,
        "level": level,
        "mixed": mixed,
        "numbers": lambda sources, listed: listed.numbers(sources),
        "authority": lambda source: authority(source, kb),
        "article": edition.citations.article,
        "duration": lambda timer: edition.strings.count(f"unit.{timer.unit}", timer.days),
        "fact_name": edition.facts.name,
        "fact_value": lambda given, fact: edition.facts.value(fact, given),
        "in_force": lambda limit: in_force(limit, kb.today),
        "value": lambda version, on: value_of(version, on, kb, edition.lang),
    }
