"""Addresses: every file name is written out, and links are relative."""

import pytest

from zhiquan.pages.addresses import (
    alternate,
    entry_address,
    faq_address,
    index_address,
    relative,
)


def test_an_entry_lies_in_the_folder_of_its_language_and_kind() -> None:
    """The address is language, kind and id, so that it never changes."""
    assert entry_address("limits/contact-hours", "zh") == "zh/limits/contact-hours.html"


def test_later_parts_of_an_index_cannot_take_the_address_of_an_entry() -> None:
    """Numbered parts hold an underscore, which no id does."""
    assert index_address("laws", "en") == "en/laws/index.html"
    assert index_address("laws", "en", 2) == "en/laws/index_2.html"


def test_questions_about_a_topic_and_a_lender_lie_side_by_side() -> None:
    """The kind stands in front of the id, so that equal ids of two kinds do not collide."""
    assert faq_address("topics/sued", "zh") == "zh/faq/topic-sued.html"
    assert faq_address("lenders/sued", "zh", 3) == "zh/faq/lender-sued_3.html"


def test_the_other_language_is_the_same_address_in_the_other_folder() -> None:
    """The language switch keeps the page."""
    assert alternate("zh/faq/index.html") == "en/faq/index.html"
    assert alternate("en/laws/civil-code.html") == "zh/laws/civil-code.html"


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("zh/limits/a.html", "zh/limits/b.html", "b.html"),
        ("zh/limits/a.html", "zh/laws/b.html", "../laws/b.html"),
        ("zh/limits/a.html", "en/limits/a.html", "../../en/limits/a.html"),
        ("zh/limits/a.html", "zh/index.html", "../index.html"),
        ("zh/index.html", "zh/limits/a.html", "limits/a.html"),
        ("index.html", "zh/index.html", "zh/index.html"),
    ],
)
def test_links_are_relative(page: str, target: str, link: str) -> None:
    """The site works from a folder of a server, from a zip and from a memory stick."""
    assert relative(page, target) == link
