"""Drawing frames, hand-written pages and assets with MkDocs, and reading its settings."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from zhiquan.mkdocs_plugin.plugin import ZhiquanPlugin, site_settings
from zhiquan.outputs.project import Project
from zhiquan.outputs.settings import SiteSettings
from zhiquan.outputs.site import Drawn


def draw(config_file: Path, site_dir: Path, project: Project) -> Drawn:
    """Builds frames, hand-written pages and assets with MkDocs and gives what the theme drew.

    Args:
        config_file: `mkdocs.yml`.
        site_dir: the folder to build into; emptied first.
        project: the entries, already read.
    """
    # MkDocs speaks of each file it writes; our own summary says it in one line.
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with _without_entries(config_file.parent / "docs") as docs:
        config = load_config(str(config_file), site_dir=str(site_dir), docs_dir=str(docs))
        plugin = config.plugins["zhiquan"]
        if not isinstance(plugin, ZhiquanPlugin):
            raise TypeError("the plugin 'zhiquan' of mkdocs.yml is not ours")
        plugin.project, plugin.reads_entries, plugin.writes_pages = project, False, False
        mkdocs_build(config)
        return plugin.drawn(config)


def read_settings(config_file: Path) -> SiteSettings:
    """The same, for what needs no theme."""
    return site_settings(load_config(str(config_file)))


@contextmanager
def _without_entries(docs: Path) -> Iterator[Path]:
    """A folder that leads to everything in `docs` but the entries.

    MkDocs looks at every file it is given, and 10,000 entries cost it 1.6 s to leave out.
    """
    with TemporaryDirectory(prefix="zhiquan-docs-") as name:
        folder = Path(name)
        for path in docs.iterdir():
            if path.name != "entries":
                (folder / path.name).symlink_to(path.absolute())
        yield folder
