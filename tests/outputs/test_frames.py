"""Frames: drawn once, cut at their slots, filled once per page."""

import base64
import hashlib

import pytest

from zhiquan.outputs.frames import SLOTS, Frame, MissingSlotError, cut, slot, with_policy

PARTS = {name: f"<{name}>" for name in SLOTS}
DRAWN = "start " + " ".join(slot(name) for name in SLOTS) + " end"


def test_each_slot_is_replaced_by_its_part() -> None:
    """What stands between the slots stays as the theme drew it."""
    filled = cut(DRAWN, name="frame.md").fill(PARTS)
    assert filled == "start <head> <alternate> <contents> <crumbs> <body> <tools> end"


def test_a_slot_may_stand_twice() -> None:
    """The theme may show a part in two places, e.g. the other language in header and footer."""
    frame = cut(DRAWN + slot("alternate"), name="frame.md")
    assert frame.fill(PARTS).count("<alternate>") == 2


def test_what_looks_like_a_slot_in_a_part_stays_text() -> None:
    """An entry that writes a slot's mark cannot pull another part into its text."""
    filled = cut(DRAWN, name="frame.md").fill(PARTS | {"body": slot("head")})
    assert slot("head") in filled
    assert filled.count("<head>") == 1


@pytest.mark.parametrize("lost", SLOTS)
def test_a_lost_slot_is_named(lost: str) -> None:
    """A theme that drops a slot fails with the slot, the frame and the file to look into."""
    drawn = DRAWN.replace(slot(lost), "")
    with pytest.raises(MissingSlotError, match=f"zh/limits.md.*@@zq-{lost}@@.*main.html"):
        cut(drawn, name="zh/limits.md")


def test_a_frame_of_one_piece_is_that_piece() -> None:
    """A frame without slots, were there one, is the page itself."""
    assert Frame(("page",)).fill({}) == "page"


def test_the_policy_allows_this_host_and_the_inline_scripts_by_hash() -> None:
    """Each inline script is named by the SHA-256 of its text; nothing else inline may run."""
    html = f'<meta content="{slot("policy")}"><script>one()</script><script src="x"></script>'
    digest = base64.b64encode(hashlib.sha256(b"one()").digest()).decode()
    page = with_policy(html)
    assert f"script-src 'self' 'sha256-{digest}';" in page
    assert "default-src 'self';" in page
    assert "unsafe" not in page
    assert slot("policy") not in page


def test_the_policy_does_not_depend_on_the_order_of_scripts() -> None:
    """Two scripts give the same policy in either order, and a script that stands twice one hash."""
    one, two = "<script>1</script>", "<script>2</script>"
    policies = {
        with_policy(slot("policy") + scripts).partition("<script>")[0]
        for scripts in (one + two, two + one, one + two + one)
    }
    assert len(policies) == 1
