"""The templates of pages in one language: `templates/pages`, compiled once, and what they can use.

Names come into a template in three ways: as filters, which print something of an entry; as tables
of small finished pieces such as badges, each drawn once by its macro in `pieces.html`; and as
interface strings `t['…']`, which are put in when the template is compiled.
"""

from collections.abc import Callable, Container
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup

from zhiquan.entries.provenance import Source
from zhiquan.knowledge.dates import in_force
from zhiquan.knowledge.trust import authority, level
from zhiquan.pages.edition import Edition
from zhiquan.pages.markup import finished
from zhiquan.pages.phones import is_verified
from zhiquan.pages.pictures.gallery import Gallery
from zhiquan.pages.review_label import ReviewLabel
from zhiquan.pages.typesetting import (
    Codes,
    DirectEnvironment,
    DirectMacro,
    Labels,
    Table,
    Typesetting,
)
from zhiquan.pages.values import measured_by, value_of


class Layout:
    """Renders the templates of pages for one edition."""

    def __init__(
        self,
        edition: Edition,
        folder: Path,
        *,
        under_review: Container[str],
        codes: Codes,
        pdfs: bool,
    ) -> None:
        """Compiles the templates.

        Args:
            edition: What they print with.
            folder: Where they stand.
            under_review: Refs of the entries that lists mark as under review.
            codes: Keeps what is compiled.
            pdfs: Whether there are PDFs to link.
        """
        self._edition = edition
        self._cited: dict[tuple[int, ...], Markup] = {}
        self._pages: dict[str, Callable[..., str]] = {}
        self._environment = _environment(edition, folder, codes)
        self._environment.globals["pdfs"] = pdfs
        self._environment.filters["is_under_review"] = lambda ref: ref in under_review
        self._environment.filters["cites"] = self._cites
        pieces = self._environment.get_template("pieces.html").module
        macros = {name: one for name, one in vars(pieces).items() if isinstance(one, DirectMacro)}
        self._tables = {name: Table(macro) for name, macro in macros.items()}
        self._environment.globals |= self._tables
        components = self._environment.get_template("components.html").module
        self._globals = {**self._environment.globals, "c": components}

    def render(self, template: str, **values: Any) -> str:
        """The HTML of a template.

        A context of our own costs a fifth of the one that `Template.render` makes.
        """
        return self._rendered(template, values)[0]

    def page(self, kind: str, model: object, questions: object) -> str:
        """The HTML of an entry's page: what the macro `page` of its kind's template prints.

        As a macro it is set up once; to set up a whole template takes a fifth of a page.
        """
        macro = self._pages.get(kind)
        if macro is None:
            macro = self._pages[kind] = self._rendered(f"{kind}.html", {})[1]["page"]
        return macro(model, questions)

    def _rendered(self, template: str, values: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """What a template prints and the names it leaves behind."""
        made = self._environment.get_template(template)
        context = Context(self._environment, self._globals, template, made.blocks)
        context.vars = values
        return "".join(made.root_render_func(context)), context.vars

    def _cites(self, sources: tuple[Source, ...]) -> Markup:
        """Sources by name: with one badge where they were verified alike, else with one each."""
        key = tuple(map(id, sources))  # they live as long as the knowledge base
        found = self._cited.get(key)
        if found is not None:
            return found
        badges = [self._tables["level_badge"][source.verified.level] for source in sources]
        names: list[str] = [self._edition.cited(source) for source in sources]
        if len(set(badges)) > 1:
            names = [f"{name} {badge}" for name, badge in zip(names, badges, strict=True)]
            badges = []
        listed = self._edition.strings["list.semicolon"].join(names)
        found = self._cited[key] = finished(" ".join((listed, *badges[:1])))
        return found


def _environment(edition: Edition, folder: Path, codes: Codes) -> DirectEnvironment:
    made = DirectEnvironment(
        codes=codes,
        loader=FileSystemLoader(folder),
        autoescape=True,
        auto_reload=False,
        cache_size=-1,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Typesetting],
    )
    made.filters |= _texts(edition) | _look_ups(edition)
    made.globals |= {"t": Labels(edition.strings), "lang": edition.lang, "today": edition.kb.today}
    return made


def _texts(edition: Edition) -> dict[str, Callable[..., Any]]:
    """Filters that print something as HTML or as text of the language."""
    strings, facts, label = edition.strings, edition.facts, ReviewLabel(edition)
    return {
        "prose": edition.prose,
        "phrase": edition.phrase,
        "items": edition.items,
        "plain": edition.plain,
        "own": edition.own,
        "foreign": edition.foreign,
        "day": edition.day,
        "pictures": Gallery(edition.kb, strings),
        "date": strings.date,
        "duration": lambda timer: strings.count(f"unit.{timer.unit}", timer.days),
        "parties": lambda names: strings.listed(strings[f"party.{name}"] for name in names),
        "fact_name": facts.name,
        "fact_value": lambda given, fact: facts.value(fact, given),
        "value": lambda version, on: value_of(version, on, edition.kb, edition.lang),
        "measure": lambda version, title: measured_by(version, title, edition.kb, edition.lang),
        "review_notice": lambda laws: label.html(laws, "page"),
        "behind_notice": label.behind,
        "host": lambda url: url.partition("://")[2].strip("/"),
    }


def _look_ups(edition: Edition) -> dict[str, Callable[..., Any]]:
    """Filters that find an entry, its address, its rule in force, or who says something."""
    kb, links = edition.kb, edition.links
    return {
        "link": edition.link,
        "href": links.href,
        "faq_href": edition.faq_href,
        "handbook_href": edition.handbook_href,
        "title_of": links.title,
        "entry": links.entry,
        "in_force": lambda limit: in_force(limit, kb.today),
        "cited": edition.cited,
        "article": edition.citations.article,
        "numbers": lambda sources, listed: listed.numbers(sources),
        "level": level,
        "verified": lambda phone, channel: is_verified(phone, channel, kb),
        "authority": lambda source: authority(source, kb),
    }
