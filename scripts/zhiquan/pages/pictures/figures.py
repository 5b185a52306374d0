"""The small figures that stand in the picture of a visit, each at its place in the scene."""

from collections.abc import Callable
from typing import Final

from zhiquan.pages.pictures.drawing import mark

GROUND = 168
DOOR: Final = 226
"""Where the threshold is, from the left."""


def house() -> str:
    """The wall with its roof, the closed door, the ground, and the one who lives there."""
    roof = f"M{DOOR - 12} 62L{DOOR + 44} 22L314 62"
    walls = mark("path", d=f"M{DOOR} 62V{GROUND}H306V62", class_="zq-wall")
    inside = mark("g", _person(276, 0.9), class_="zq-tone-act")
    ground = mark("line", x1=6, y1=GROUND, x2=314, y2=GROUND, class_="zq-ground")
    return walls + mark("path", d=roof, class_="zq-ground") + inside + ground


def visitors(number: int) -> str:
    """So many people outside the door, side by side, the one at the door last."""
    room = min(36, 110 / max(1, number - 1))
    return "".join(_person(DOOR - 40 - room * place, 1) for place in reversed(range(number)))


def clock() -> str:
    """A clock in the sky."""
    face = mark("circle", cx=36, cy=36, r=18, class_="zq-area")
    return face + mark("path", d="M36 24V36L45 41", class_="zq-way")


def badge() -> str:
    """A badge on the chest of the visitor at the door."""
    x, y = DOOR - 40, GROUND - 46
    card = mark("rect", x=x - 8, y=y, width=16, height=12, rx=2, class_="zq-card-mark")
    return card + mark("path", d=f"M{x - 4} {y + 4}h8m-8 4h5", class_="zq-way")


def door() -> str:
    """The door, closed."""
    leaf = mark("rect", x=DOOR - 3, y=92, width=7, height=GROUND - 92, rx=2, class_="zq-solid")
    return leaf + mark("circle", cx=DOOR - 8, cy=132, r=3, class_="zq-solid")


def speech() -> str:
    """Words between the visitor and the one who owes, and nobody else."""
    bubble = f"M{DOOR - 62} 62h44a6 6 0 0 1 6 6v14a6 6 0 0 1 -6 6h-20l-8 9v-9h-16a6 6 0 0 1 -6 -6"
    dots = "".join(
        mark("circle", cx=DOOR - 52 + 12 * n, cy=75, r=2, class_="zq-solid") for n in range(3)
    )
    return mark("path", d=bubble + "v-14a6 6 0 0 1 6 -6z", class_="zq-area") + dots


def way_out() -> str:
    """The way back, away from the door."""
    return mark("path", d=f"M{DOOR - 150} {GROUND + 12}h-36m8 -6l-8 6l8 6", class_="zq-way")


def cupboard() -> str:
    """A thing in the house, which stays there."""
    box = mark("rect", x=DOOR + 14, y=GROUND - 34, width=22, height=34, class_="zq-area")
    return box + mark("path", d=f"M{DOOR + 14} {GROUND - 17}h22", class_="zq-way")


def _person(x: float, size: float) -> str:
    head = mark("circle", cx=x, cy=GROUND - 66 * size, r=10 * size, class_="zq-solid")
    wide, tall = 13 * size, 52 * size
    body = (
        f"M{x - wide:.1f} {GROUND}V{GROUND - tall + 12:.1f}a{wide:.1f} {wide:.1f} 0 0 1"
        f" {2 * wide:.1f} 0V{GROUND}z"
    )
    return head + mark("path", d=body, class_="zq-solid")


Figure = Callable[[], str]
