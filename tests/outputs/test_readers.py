"""What a page tells a screen reader: its landmarks, their names, and the language of each."""

import re
from pathlib import Path

import pytest

from tests.html import Html
from tests.kinds import LANGUAGES, ONE_OF_EACH
from tests.languages import unmarked

HAN = re.compile("[\u3400-\u9fff]")


def _pages(site: Path, lang: str) -> dict[str, str]:
    """One page of every kind, and every twentieth of the rest."""
    kinds = [site / lang / address.partition("?")[0] for address in ONE_OF_EACH.values()]
    rest = sorted((site / lang).rglob("*.html"))[::20]
    return {page.as_posix(): page.read_text("utf-8") for page in (*kinds, *rest)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_passage_of_the_other_language_says_so(built_site: Path, lang: str) -> None:
    """A Chinese name on an English page is read by a Chinese voice, and the other way round."""
    found = {page: unmarked(html) for page, html in _pages(built_site, lang).items()}
    assert not {page: told for page, told in found.items() if told}
    assert len(found) > 40


@pytest.mark.parametrize("lang", LANGUAGES)
def test_landmarks_are_named_in_the_language_of_the_page(built_site: Path, lang: str) -> None:
    """One main part; every way through the site has a name of its own, in the page's language."""
    for page, html in _pages(built_site, lang).items():
        read = Html(html)
        assert read.one("html")["lang"] == {"zh": "zh-Hans", "en": "en"}[lang]
        assert len(read.all("main")) == len(read.all("header")) == len(read.all("footer")) == 1
        named = [*read.all("nav"), *read.all("form", role="search")]
        names = [str(own.get("aria-label")) for own in named]
        assert len(names) == len(set(names)) > 1, page
        assert all(bool(HAN.search(name)) == (lang == "zh") for name in names), page


def test_the_check_sees_an_unmarked_passage() -> None:
    """Words, names of controls and nested languages are looked at; markup is not."""
    assert unmarked('<html lang="en"><p>The court (法院)</p>') == ["法院"]
    assert unmarked('<html lang="en"><p>The <i lang="zh">法院</i> (法)</p>') == ["法"]
    assert unmarked('<html lang="en"><a aria-label="菜单">x</a><script>"法"</script>') == ["菜单"]
    assert unmarked('<html lang="zh-Hans"><p>见<b lang="en">the old rule</b>，App</p>') == []
    assert unmarked('<html lang="zh-Hans"><p>见the old rule</p>') == ["the old rule"]
