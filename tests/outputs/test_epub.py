"""The EPUB: a container that readers open, documents that are XML, links that lead somewhere.

What these tests cannot judge, epubcheck does (`make audit`).
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit
from zipfile import ZIP_STORED, ZipFile

import pytest

from zhiquan.outputs.archive import checksum
from zhiquan.outputs.epub.book import write_epub
from zhiquan.outputs.epub.chapters import chapters
from zhiquan.outputs.epub.xhtml import xhtml
from zhiquan.outputs.project import Project
from zhiquan.outputs.settings import SiteSettings
from zhiquan.source.message import LANGUAGES, Language

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XML = "{http://www.w3.org/XML/1998/namespace}"
TAGS = {"zh": "zh-Hans", "en": "en"}
both = pytest.mark.parametrize("lang", LANGUAGES)


@dataclass(frozen=True)
class Read:
    """A book as XML."""

    names: tuple[str, ...]
    package: ET.Element
    documents: dict[str, ET.Element]
    """By path from the package's folder."""

    def meta(self, name: str) -> list[str]:
        """The values of a property of the package."""
        found = self.package.iter(f"{OPF}meta")
        return [one.text or "" for one in found if one.get("property") == name]


@cache
def read(site: Path, lang: Language) -> Read:
    """The real book of a language."""
    with ZipFile(site / f"downloads/zhiquan-{lang}.epub") as archive:
        names = tuple(archive.namelist())
        trees = {
            name.removeprefix("EPUB/"): ET.fromstring(archive.read(name))  # noqa: S314  (our own)
            for name in names
            if name.endswith((".xhtml", ".opf", ".ncx", ".svg"))
        }
    package = trees.pop("package.opf")
    return Read(names, package, trees)


def links(tree: ET.Element) -> Iterator[str]:
    """What a document names: other documents, styles and pictures."""
    for node in tree.iter():
        yield from (node.attrib[name] for name in ("href", "src") if name in node.attrib)


@both
def test_container_is_what_readers_look_for(built_site: Path, lang: Language) -> None:
    """The first file is `mimetype`, not compressed, so its text stands at a fixed place."""
    path = built_site / f"downloads/zhiquan-{lang}.epub"
    with ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.testzip() is None
    assert path.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


@both
def test_manifest_lists_every_file_once(built_site: Path, lang: Language) -> None:
    """Nothing is in the container that the package does not know, and the other way round."""
    book = read(built_site, lang)
    listed = [item.get("href", "") for item in book.package.iter(f"{OPF}item")]
    outside = {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    assert len(listed) == len(set(listed))
    assert {f"EPUB/{name}" for name in listed} == set(book.names) - outside
    assert len(book.names) == len(set(book.names))


@both
def test_every_document_is_read_once(built_site: Path, lang: Language) -> None:
    """The spine holds each XHTML document of the manifest, and documents with pictures say so."""
    book = read(built_site, lang)
    items = {item.get("id", ""): item for item in book.package.iter(f"{OPF}item")}
    spine = [one.get("idref", "") for one in book.package.iter(f"{OPF}itemref")]
    is_document = {key for key, item in items.items() if str(item.get("href")).endswith(".xhtml")}
    assert sorted(spine) == sorted(is_document)
    for item in items.values():
        tree = book.documents.get(item.get("href", ""))
        if tree is not None and tree.tag == f"{XHTML}html":
            drawn = tree.find(".//{http://www.w3.org/2000/svg}svg") is not None
            assert drawn == ("svg" in str(item.get("properties")))


@both
def test_no_link_of_the_book_leads_nowhere(built_site: Path, lang: Language) -> None:
    """Each link inside the book has its document and its anchor; ids are unique."""
    book = read(built_site, lang)
    ids = {}
    for path, tree in book.documents.items():
        found = [node.attrib["id"] for node in tree.iter() if "id" in node.attrib]
        assert len(found) == len(set(found)), path
        ids[path] = set(found)
    dead = set()
    for path, tree in book.documents.items():
        for link in links(tree):
            parts = urlsplit(link)
            target = normpath(join(dirname(path), parts.path)) if parts.path else path
            is_there = f"EPUB/{target}" in book.names
            if not parts.scheme and not (
                is_there and (not parts.fragment or parts.fragment in ids[target])
            ):
                dead.add(f"{path}: {link}")
    assert dead == set()


@both
def test_contents_name_every_document(built_site: Path, lang: Language) -> None:
    """The table of contents, for new and for old reading apps, leads to each document once."""
    book = read(built_site, lang)
    (toc, _) = book.documents["nav.xhtml"].iter(f"{XHTML}nav")
    named = list(links(toc))
    pages = {path for path, tree in book.documents.items() if tree.tag == f"{XHTML}html"}
    assert sorted(named) == sorted(pages - {"nav.xhtml"})
    assert list(links(book.documents["toc.ncx"])) == named


@both
def test_every_document_says_its_language_and_title(built_site: Path, lang: Language) -> None:
    """Screen readers choose a voice by it; the package says the same."""
    book = read(built_site, lang)
    assert [one.text for one in book.package.iter(f"{DC}language")] == [TAGS[lang]]
    for path, tree in book.documents.items():
        if tree.tag == f"{XHTML}html":
            assert (tree.get("lang"), tree.get(f"{XML}lang")) == (TAGS[lang], TAGS[lang]), path
            assert tree.findtext(f".//{XHTML}title"), path


@both
def test_package_tells_how_accessible_it_is(built_site: Path, lang: Language) -> None:
    """What EPUB Accessibility 1.1 asks for, and a modified day that is that of the run."""
    book = read(built_site, lang)
    assert book.meta("schema:accessModeSufficient") == ["textual"]
    assert book.meta("schema:accessibilityHazard") == ["none"]
    assert "alternativeText" in book.meta("schema:accessibilityFeature")
    assert len(book.meta("schema:accessibilitySummary")[0]) > 50
    assert book.meta("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert book.meta("dcterms:modified") == ["2026-11-23T00:00:00Z"]


def test_books_have_names_of_their_own(built_site: Path) -> None:
    """The two languages are two books."""
    found = {read(built_site, lang).package.findtext(f".//{DC}identifier") for lang in LANGUAGES}
    assert len(found) == 2


@both
def test_chapters_hold_every_entry_once(project: Project, lang: Language) -> None:
    """Each entry stands in one chapter; the urgent situation comes first."""
    made = chapters(project.publication, lang)
    held = [one for each in made for one in (each.opening, *each.members)]
    entries = {f"{lang}/{ref}.html" for ref, _ in project.publication.kb.entries()}
    indexes = {one for one in held if "/index" in one}
    assert len(held) == len(set(held))
    assert set(held) == entries | indexes
    assert made[0].opening == f"{lang}/topics/{project.publication.urgent()}.html"


def test_same_entries_give_the_same_bytes(
    project: Project, settings: SiteSettings, tmp_path: Path
) -> None:
    """On the same day, wherever it is written; an address with `&` is no fault."""
    told: list[tuple[int, int]] = []
    for name in ("one.epub", "deep/other.epub"):
        write_epub(project.publication, "en", settings, tmp_path / name,
                   progress=lambda done, total: told.append((done, total)))  # fmt: skip
    assert checksum(tmp_path / "one.epub") == checksum(tmp_path / "deep/other.epub")
    assert told[-1][0] == told[-1][1] > 5
    with ZipFile(tmp_path / "one.epub") as archive:
        package = ET.fromstring(archive.read("EPUB/package.opf"))  # noqa: S314  (our own)
    assert package.findtext(f".//{DC}creator") == "知权 & Rights"


def test_links_lead_inside_the_book_or_to_the_live_site() -> None:
    """A page of the book is named by its place in it, any other by its address."""
    places = {"en/limits/a.html": "limits/a.xhtml", "en/laws/b.html": "laws/b.xhtml"}
    body = (
        '<p><a href="../laws/b.html#art">b</a> <a class="x" href="../faq/index.html">f</a>'
        ' <a href="#here">h</a> <a href="tel:110">110</a> <a href="https://x.example/a">x</a><br></p>'
        '<h2>t<a class="zq-anchor" href="#t" tabindex="-1" aria-hidden="true"></a></h2>'
        "<details><summary>s</summary></details>"
    )
    made = xhtml(body, "en/limits/a.html", places, "https://site.example/")
    assert made == (
        '<p><a href="../laws/b.xhtml#art">b</a>'
        ' <a class="x" href="https://site.example/en/faq/index.html">f</a>'
        ' <a href="#here">h</a> <a href="tel:110">110</a> <a href="https://x.example/a">x</a><br/></p>'
        '<h2>t</h2><details open="open"><summary>s</summary></details>'
    )
