"""The site as one zip: unpacked anywhere, `index.html` opens it without a network.

The pages are those of the site, and nothing in them needs a server. The copy differs in this: the
strip that says which day a copy is of is shown, its link leads to the same page of the live site, a
link to this zip leads to the live one, and keeping pages in the browser is not offered. What only a
server, a search engine or a browser's cache can use is left out.
"""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from zipfile import ZipFile

from zhiquan.outputs import api
from zhiquan.outputs.archive import CHECKSUMS, member

NAME = "zhiquan-site.zip"
ROOT = "zhiquan-site"
"""The one folder in the archive, so that unpacking fills no folder of the reader's."""
MANIFEST = "MANIFEST.json"

LEFT_OUT = re.compile(
    r"404\.html|(?:zh|en)/404\.html"  # nothing leads there without a server
    r"|robots\.txt|sitemap[\w-]*\.xml"
    r"|sw\.js|offline/.*"  # a file has no service worker
    r"|downloads/\.?zhiquan-site\.zip.*"  # this archive, and what a killed run left of it
    rf"|downloads/{CHECKSUMS}"  # they name this archive, so it cannot hold them
)
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]*)"')
_STRIP = b'<aside class="zq-saved" hidden'
_SHOWN = b'<aside class="zq-saved"'
_LIVE = re.compile(rb'(<span class="zq-saved__live">[^<]*<a href=")[^"]*')
_DAY = b'<time class="zq-saved__day">'
_KEEP = re.compile(rb'data-zq-keep="[^"]*"')
_LIVE_ONLY = re.compile(rb'(?<=href=")(?:\.\./)*(?=downloads/(?:zhiquan-site\.zip|SHA256SUMS)")')
_OWN_FIGURES = re.compile(rb'(?<=<span class="zq-zip">)[^<]*')
"""Size and checksum of this archive, which a page in it cannot state."""
_FIRST = """\
先解压整个文件夹，再双击里面的 index.html。不需要网络。
Unpack the whole folder first, then double-click index.html in it. No network is needed.

{day} · {url}
"""

Progress = Callable[[int, int], None]


class NotASiteError(Exception):
    """The folder holds no site made here, so there is nothing to pack."""


class MissingStripError(Exception):
    """The theme lost the strip that says which day a copy is of: a fault of ours."""


@dataclass(frozen=True)
class Origin:
    """What a copy is a copy of."""

    url: str
    """Address of the live site, ending in a slash."""
    day: dt.date


@dataclass(frozen=True)
class Packed:
    """A file in the archive, as the manifest lists it."""

    path: str
    size: int
    sha256: str


def write_bundle(site: Path, target: Path, *, progress: Progress | None = None) -> None:
    """Packs a finished site, one file after the other.

    Args:
        site: The folder of the site.
        target: The zip to write, in one step once it is whole.
        progress: Told how many of how many files are packed.

    Raises:
        NotASiteError: There is no site made here in the folder.
        MissingStripError: A page has no place to say which day it is of.
    """
    origin, names = _origin(site), tuple(_names(site))
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    try:
        with ZipFile(part, "w") as archive:
            _pack(archive, site, names, origin, progress or (lambda _done, _all: None))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _pack(
    archive: ZipFile, site: Path, names: tuple[str, ...], origin: Origin, progress: Progress
) -> None:
    packed = []
    for done, name in enumerate(names, 1):
        content = _content(site, name, origin)
        archive.writestr(member(f"{ROOT}/{name}", origin.day), content)
        packed.append(Packed(name, len(content), hashlib.sha256(content).hexdigest()))
        progress(done, len(names))
    for name, text in _about(origin, packed).items():
        archive.writestr(member(f"{ROOT}/{name}", origin.day), text)


def copied(name: str, page: bytes, origin: Origin) -> bytes:
    """A page of the site as it stands in the copy.

    Args:
        name: Its path, for the message.
        page: The page as it stands on the site.
        origin: The live site and the day.

    Raises:
        MissingStripError: It has no place to say which day it is of.
    """
    if _STRIP not in page:
        raise MissingStripError(f"{name}: see templates/theme/partials/saved.html")
    shown = page.replace(_STRIP, _SHOWN, 1)
    shown = shown.replace(_DAY, _DAY + origin.day.isoformat().encode())
    shown = _LIVE_ONLY.sub(origin.url.encode(), _KEEP.sub(b'data-zq-keep=""', shown))
    shown = _OWN_FIGURES.sub(b"", shown)
    address = _canonical(page).encode()
    return _LIVE.sub(lambda match: match[1] + address, shown, count=1)


def _origin(site: Path) -> Origin:
    try:
        index = json.loads((site / api.ROOT / "index.json").read_bytes())
    except FileNotFoundError:
        raise NotASiteError(f"'{site}' holds no site made here: run zhiquan build first") from None
    url = _canonical((site / "index.html").read_bytes())
    return Origin(url, dt.date.fromisoformat(index["date"]))


def _names(site: Path) -> Iterator[str]:
    """The files to pack, sorted."""
    found = (path for path in site.rglob("*") if path.is_file())
    for name in sorted(path.relative_to(site).as_posix() for path in found):
        if not LEFT_OUT.fullmatch(name):
            yield name


def _content(site: Path, name: str, origin: Origin) -> bytes:
    content = (site / name).read_bytes()
    return copied(name, content, origin) if name.endswith(".html") else content


def _canonical(page: bytes) -> str:
    found = _CANONICAL.search(page)
    return found[1].decode() if found else ""


def _about(origin: Origin, packed: list[Packed]) -> dict[str, str]:
    """What says how to open the copy, and what it holds."""
    lines = "".join(f"{one.sha256}  {one.path}\n" for one in packed)
    manifest = {
        "site": origin.url,
        "date": origin.day.isoformat(),
        "version": hashlib.sha256(lines.encode()).hexdigest()[:12],
        "files": [asdict(one) for one in packed],
    }
    return {
        MANIFEST: json.dumps(manifest, ensure_ascii=False, indent=1) + "\n",
        "READ-ME-FIRST.txt": _FIRST.format(day=origin.day.isoformat(), url=origin.url),
    }
