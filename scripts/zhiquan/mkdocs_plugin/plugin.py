"""The plugin: it lets MkDocs draw the frames and the hand-written pages, and fills the frames."""

import datetime as dt
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from rjsmin import jsmin

from zhiquan.entries.kinds import KINDS
from zhiquan.outputs.frames import HOME, SLOTS, Frame, cut, slot, tidied, with_policy
from zhiquan.outputs.furniture import parts, way_to
from zhiquan.outputs.project import Project, ProjectError
from zhiquan.outputs.settings import SiteSettings
from zhiquan.outputs.site import Drawn, FrameKey, Site
from zhiquan.outputs.stylesheet import names_of, stylesheet, theme_styles
from zhiquan.pages.addresses import FAQ, STATUS, alternate, home_address
from zhiquan.pages.page import Heading, Page
from zhiquan.pages.publication import Publication
from zhiquan.source.message import (
    LANGUAGES,
    Language,
    Message,
    language_of_the_terminal,
    message,
    spoken,
)

_FRAME_NAME = "zq-frame"

FRAMES = (*(f"{section}/{_FRAME_NAME}" for section in (*KINDS, FAQ)), _FRAME_NAME)
"""Frames of each language, as deep as the pages they make; the last makes the page for editors."""


class ZhiquanOptions(Config):
    """Options of the plugin in `mkdocs.yml`."""

    today = Optional(Type(str))
    """The day the site speaks of, YYYY-MM-DD; the real day when absent."""


class ZhiquanPlugin(BasePlugin[ZhiquanOptions]):
    """Adds the generated pages to a MkDocs site."""

    def __init__(self) -> None:
        self.project: Project | None = None
        self.reads_entries = True
        self.writes_pages = True
        self.frames: dict[FrameKey, Frame] = {}
        self.homes: dict[Language, Frame] = {}
        self.hand_written: set[str] = set()
        self.written: set[str] = set()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Being here keeps this object between the builds of one `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads and checks the entries; a fault stops the build before anything is touched."""
        if config.use_directory_urls:
            raise _wrong(message("zhiquan needs 'use_directory_urls: false' in mkdocs.yml"))
        root = Path(config.config_file_path).parent
        self.project = self.project or Project(root, today=self._today(), pdfs=False)
        try:
            if self.reads_entries:
                self.project.refresh()
        except ProjectError as fault:
            raise PluginError(fault.report(language_of_the_terminal())) from None
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds one frame per language and section, and makes scripts and styles light."""
        self.frames, self.homes, self.hand_written, self.written = {}, {}, set(), set()
        body = "---\ntitle: frame\n---\n"
        for lang in LANGUAGES:
            for frame in FRAMES:
                files.append(File.generated(config, f"{lang}/{frame}.md", content=body))
        _lighten(files, config)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Learns which files are copied as they are."""
        copied = (file for file in files if not file.is_documentation_page())
        self.written.update(file.dest_uri for file in copied if file.inclusion.is_included())
        return nav

    def on_page_content(
        self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Puts the slot in frames."""
        return slot("body") if _is_frame(page) else html

    def on_page_context(
        self, context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Gives the theme what it cannot know: finished parts, or slots."""
        if (lang := _language(page)) is None:
            return context
        filled = {name: slot(name) for name in SLOTS}
        if not _is_frame(page):
            filled = self._parts(page, lang, site_settings(config))
        filled[HOME] = slot(HOME) if page.file.dest_uri == home_address(lang) else ""
        context["zq"] = {
            **{name: Markup(part) for name, part in filled.items()},  # noqa: S704  (our own HTML)
            "policy": slot("policy"),
            "lang": lang,
            "other": "en" if lang == "zh" else "zh",
            "section": _section(page),
            "urgent": self._publication.urgent(),
            "s": self._publication.strings(lang),
            **self._publication.as_of(lang),
        }
        return context

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keeps frames and home pages back, to be filled later; gives every page its policy."""
        lang = _language(page)
        if lang and _is_frame(page):
            drawn = with_policy(tidied(output))
            self.frames[lang, _section(page)] = cut(drawn, name=page.file.src_uri)
            return ""
        if lang:
            self.hand_written.add(page.file.dest_uri.removeprefix(f"{lang}/"))
        if lang and page.file.dest_uri == home_address(lang):
            drawn = with_policy(tidied(output))
            self.homes[lang] = cut(drawn, name=page.file.src_uri, slots=[HOME])
            return ""
        self.written.add(page.file.dest_uri)
        return with_policy(output)

    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """The page for unknown addresses has a policy too; MkDocs' own sitemap lists frames."""
        return "" if template_name == "sitemap.xml" else with_policy(output_content)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Fills the frames and writes every generated file."""
        if self.writes_pages:
            Site(self._publication, self.drawn(config)).write(Path(config.site_dir))

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """A saved entry or template rebuilds the preview."""
        for folder in ("docs/entries", "templates"):
            server.watch(str(Path(config.config_file_path).parent / folder))
        return server

    def drawn(self, config: MkDocsConfig) -> Drawn:
        """What the theme drew in the last build."""
        listed = tuple(sorted(self.hand_written - {"404.html"}))
        files = tuple(sorted(self.written))
        return Drawn(self.frames, listed, site_settings(config), self.homes, files)

    @property
    def _publication(self) -> Publication:
        if self.project is None:
            raise PluginError("zhiquan: the entries have not been read")
        return self.project.publication

    def _today(self) -> dt.date:
        given = self.config.today
        try:
            return dt.date.fromisoformat(given) if given else dt.date.today()  # noqa: DTZ011
        except ValueError:
            raise _wrong(message("'{value}' is no day: write YYYY-MM-DD", value=given)) from None

    def _parts(self, page: MkDocsPage, lang: Language, settings: SiteSettings) -> dict[str, str]:
        """The parts of a hand-written page, whose body the theme already holds."""
        strings = self._publication.strings(lang)
        address, title = page.file.dest_uri, str(page.meta.get("title") or page.title or "")
        shown = Page(
            address=address,
            lang=lang,
            section=_section(page),
            title=title,
            description=str(page.meta.get("description", "")),
            body="",
            contents=tuple(
                Heading(anchor=item.id, title=item.title)
                for top in page.toc
                for item in ([top] if top.level > 1 else top.children)
            ),
            alternate=alternate(address),
            crumbs=way_to(address, title, strings),
            source_file=f"docs/{page.file.src_uri}",
        )
        return parts(shown, settings, strings)


def _wrong(said: Message) -> PluginError:
    return PluginError(spoken(said, language_of_the_terminal()))


def site_settings(config: MkDocsConfig) -> SiteSettings:
    """The addresses that `mkdocs.yml` states."""
    return SiteSettings.stated(config.site_name, config.site_url, config.repo_url, config.edit_uri)


def _lighten(files: Files, config: MkDocsConfig) -> None:
    """Takes the theme's scripts and pictures out, and makes one stylesheet of its and ours."""
    ours = (config.docs_dir, config.theme.custom_dir)
    for file in [file for file in files if file.src_dir and file.src_dir not in ours]:
        files.remove(file)
    theirs = theme_styles(config.theme.dirs)
    names = names_of(Path(config.config_file_path).parent / "templates", Path(config.docs_dir))
    for sheet in files.css_files():
        sheet.content_string = stylesheet(theirs, sheet.content_string, names)
    for script in files.javascript_files():
        script.content_string = jsmin(script.content_string)


def _language(page: MkDocsPage) -> Language | None:
    folder = page.file.src_uri.split("/")[0]
    return next((lang for lang in LANGUAGES if lang == folder), None)


def _is_frame(page: MkDocsPage) -> bool:
    return page.file.src_uri.endswith(f"/{_FRAME_NAME}.md")


def _section(page: MkDocsPage) -> str:
    name = page.file.src_uri.split("/")[1].removesuffix(".md")
    return STATUS if name == _FRAME_NAME else name
