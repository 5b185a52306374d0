"""How volumes are made: the same bytes each time, kept, split, and refused when they fail."""

import shutil
from pathlib import Path

import pytest

from tests.book.conftest import RULE, printing_of
from tests.book.reading import opened
from tests.sample import ready
from zhiquan.mkdocs_plugin import read_settings
from zhiquan.outputs.book.fonts import CJK, NoFontError, find_fonts
from zhiquan.outputs.book.letters import letter, order
from zhiquan.outputs.book.printing import KEPT, Printing, UnknownVolumeError
from zhiquan.outputs.book.typesetter import MissingGlyphError, Typesetter, missing
from zhiquan.outputs.book.volumes import Volumes
from zhiquan.pages.strings import Strings

A6, A4 = (297.6, 419.5), (595.3, 841.9)


@pytest.mark.parametrize("name", ["card-zh-a6", "handbook-someone-at-the-door-en", "zhiquan-zh"])
def test_the_same_project_gives_the_same_bytes(
    project: Path, printing: Printing, name: str
) -> None:
    """A copy can be checked against its checksum by anyone who builds it."""
    first = printing.printed(name).pdf
    shutil.rmtree(project / KEPT)
    assert printing_of(project).printed(name).pdf == first


def test_what_did_not_change_is_not_set_again(project: Path, printing: Printing) -> None:
    """A kept PDF is given back as long as everything that goes into it is the same."""
    printing.printed("card-en-a6")
    kept = {path: path.stat().st_mtime_ns for path in (project / KEPT).iterdir()}
    printing_of(project).printed("card-en-a6")
    assert {path: path.stat().st_mtime_ns for path in (project / KEPT).iterdir()} == kept


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("size", "box"), [("a6", A6), ("a4", A4)])
def test_a_card_is_one_page_of_its_size(
    printing: Printing, lang: str, size: str, box: tuple[float, float]
) -> None:
    """It is printed and put up: a second page would be lost."""
    card = printing.printed(f"card-{lang}-{size}")
    assert card.pages == 1
    assert len(card.pdf) <= 100_000
    pdf = opened(card.pdf)
    media = [float(str(one)) for one in list(pdf.pages[0].mediabox)[2:]]
    assert media == pytest.approx(box, abs=0.5)


def test_a_handbook_holds_its_topic_and_the_laws_it_rests_on(printing: Printing) -> None:
    """It can be passed on by itself."""
    book = printing.printed("handbook-someone-at-the-door-zh")
    refs = set(book.volume.data["entries"])
    assert {"topics/someone-at-the-door", "limits/contact-hours", "laws/civil-code"} <= refs


def test_an_unknown_volume_is_told_by_name(printing: Printing) -> None:
    """The message lists what there is."""
    with pytest.raises(UnknownVolumeError, match="zhiquan-zh"):
        printing.printed("zhiquan-fr")


def test_a_book_that_is_too_thick_leaves_the_topics_to_the_handbooks(project: Path) -> None:
    """What is not printed in it says in which handbook it stands."""
    publication = ready(project).publication
    words = Strings.load(project / "templates/strings/book", "zh")
    settings = read_settings(project / "mkdocs.yml")
    volumes = Volumes(publication.press("zh"), words, settings, full=1)
    book = volumes.book()
    assert "limits/contact-hours" not in book.data["entries"]
    assert book.data["elsewhere"]["limits/contact-hours"].startswith("手册《")
    assert Typesetter(project, find_fonts(), day=publication.kb.today).set(
        "book", "split", book.data
    )


def test_a_missing_character_is_an_error(project: Path, printing: Printing) -> None:
    """Never a box in print: setting fails and names the character."""
    volume = printing.printed("card-zh-a6").volume
    data = {**volume.data, "title": "x", "site": "https://\U0001f600/"}
    setter = Typesetter(project, find_fonts(), day=ready(project).today)
    with pytest.raises(MissingGlyphError, match="\U0001f600"):
        setter.set("card", "missing", data)


def test_fonts_are_asked_character_by_character() -> None:
    """Common characters are there; emoji and the rarest are not."""
    assert missing("的催收é“—①", find_fonts()) == ()
    assert missing("的\U0001f4dd", find_fonts()) == ("\U0001f4dd",)


def test_the_second_font_takes_over(project: Path, printing: Printing) -> None:
    """Should the first package vanish, the books are still made."""
    fonts = find_fonts(chinese=CJK[1:])
    assert fonts.chinese == "Noto Sans SC"
    volume = printing.printed("handbook-someone-at-the-door-zh").volume
    setter = Typesetter(project, fonts, day=ready(project).today)
    assert setter.set("book", "fallback", volume.data)


def test_without_a_chinese_font_nothing_is_printed() -> None:
    """The message names the packages."""
    with pytest.raises(NoFontError, match="no_such_package"):
        find_fonts(chinese=(("no_such_package", "None"),))


def test_an_untranslated_text_is_printed_with_a_label(tmp_path: Path, project: Path) -> None:
    """A missing language is a visible state, in print too."""
    folder = tmp_path / "project"
    shutil.copytree(project, folder, ignore=shutil.ignore_patterns(".cache"))
    path = folder / RULE
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("zh: 催收联系时间, en: Hours of contact", "en: Hours of contact"), "utf-8"
    )
    entry = printing_of(folder).printed("zhiquan-zh").volume.data["entries"]["limits/contact-hours"]
    assert entry["title"] == {"t": "other", "lang": "en", "c": "Hours of contact"}


def test_names_stand_under_the_letter_of_their_pinyin() -> None:
    """Chinese by pinyin, Latin by letter without case, the rest at the end."""
    assert [
        letter(name) for name in ("催收", "利率", "征信", "LPR", "apr", "12378", "逾期")
    ] == list("CLZLA#Y")
    assert sorted(["征信", "12378", "LPR", "催收", "利率"], key=order) == [
        "催收",
        "LPR",
        "利率",
        "征信",
        "12378",
    ]
