"""`zhiquan bundle`."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from zhiquan.commands.options import lang_option, root_option
from zhiquan.commands.terminal import progress, waiting
from zhiquan.outputs.archive import checksum, write_checksums
from zhiquan.outputs.bundle import NAME, NotASiteError, write_bundle
from zhiquan.pages.addresses import DOWNLOADS
from zhiquan.source.holding import held
from zhiquan.source.message import Language, message, spoken


@click.command("bundle")
@root_option
@lang_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="The site to pack; site in the project when not given.",
)
@click.option(
    "--to",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The zip to write; downloads/zhiquan-site.zip in the site when not given.",
)
def bundle_command(root: Path, lang: Language, site_dir: Path | None, to: Path | None) -> None:
    """Pack the built site into a zip that opens without a network.

    Example: zhiquan bundle --to build/zhiquan-site.zip
    """
    site = (site_dir or root / "site").resolve()
    target = (to or site / DOWNLOADS / NAME).resolve()
    try:
        with _held(site, lang), progress(message("bundle"), lang=lang) as told:
            write_bundle(site, target, progress=told)
            if to is None:
                write_checksums(target.parent)
    except NotASiteError:
        said = message("'{folder}' holds no site made here: run zhiquan build first", folder=site)
        raise click.UsageError(spoken(said, lang)) from None
    click.echo(f"{checksum(target)}  {target}")


def _held(site: Path, lang: Language) -> AbstractContextManager[object]:
    """No build swaps the site while it is read."""
    folder = site.parent
    if not folder.is_dir():
        return nullcontext()
    return held(folder, waiting=waiting(folder, lang))
