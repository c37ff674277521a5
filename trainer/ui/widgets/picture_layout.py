"""Where the people of a scene stand, as plain numbers.

A picture is :data:`WIDTH` by :data:`HEIGHT` units. A person is drawn in a box of
:data:`BOX_WIDTH` by :data:`BOX_HEIGHT` units with the feet on its lower edge, looking left.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from trainer.scenario.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.scenario.model import CastMember

WIDTH, HEIGHT = 720.0, 272.0
BOX_WIDTH, BOX_HEIGHT = 160.0, 240.0

FLOOR = 263.0
"""Where the feet of those in front are; the others stand a step behind them."""

_STEP_BACK = 7.0
_LARGEST = 0.94
_BEHIND = 0.95
"""Size of those who stand a step behind, as a part of the size of those in front."""

_WIDEST_GAP = 168.0
"""Between two people; with few of them the picture keeps air on both sides."""

_APART = 1.25
"""Gap to those who only look on, as a multiple of the gap to those it is about."""

_LOOKS_AHEAD = frozenset({"driver"})
"""Pictures of people who are busy with the road: they look out of the picture."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one person stands: ``x`` is the middle of the box, ``floor`` its lower edge."""

    key: str
    x: float
    floor: float
    scale: float
    mirrored: bool
    in_front: bool


def in_order(members: Sequence[CastMember]) -> list[CastMember]:
    """Order people from left to right, those who are targeted and who harm side by side.

    Who only looks on stands on both sides of them, authorities outermost on the right.
    """
    targeted = [member for member in members if member.role is Role.TARGETED]
    harming = [member for member in members if member.role is Role.HARMING]
    others = [member for member in members if member not in targeted + harming]
    others.sort(key=lambda member: member.role is Role.AUTHORITY)
    middle = targeted + harming
    on_left = len(others) // 2
    return others[:on_left] + middle + others[on_left:]


def _is_middle(member: CastMember) -> bool:
    return member.role in (Role.TARGETED, Role.HARMING)


def _middles(line: Sequence[CastMember], scale: float) -> list[float]:
    """Give the middle of each person of a line, in units of the picture."""
    weights = [
        1.0 if _is_middle(left) == _is_middle(right) else _APART for left, right in pairwise(line)
    ]
    room = WIDTH - BOX_WIDTH * scale
    gap = min(_WIDEST_GAP, room / sum(weights)) if weights else 0.0
    x = (WIDTH - gap * sum(weights)) / 2
    found = [x]
    for weight in weights:
        x += gap * weight
        found.append(x)
    return found


def _focus(line: Sequence[CastMember], at: Sequence[float]) -> float:
    """Point that people look at: between those it is about, else the middle of all."""
    about = [x for x, member in zip(at, line, strict=True) if _is_middle(member)] or list(at)
    return sum(about) / len(about)


def _looks_right(member: CastMember, picture: str, x: float, focus: float, alone: bool) -> bool:
    if picture in _LOOKS_AHEAD:
        return x > WIDTH / 2
    if alone and member.role is Role.HARMING:
        return False
    return x < focus


def arrange(members: Sequence[CastMember], pictures: Sequence[str]) -> list[Place]:
    """Place people so that none covers another; ``pictures`` go with ``members``.

    Those who stand behind come first, so that the list is also the order of painting.
    """
    if not members:
        return []
    picture_of = {member.key: name for member, name in zip(members, pictures, strict=True)}
    line = in_order(members)
    scale = min(_LARGEST, (WIDTH - 8) / (BOX_WIDTH * len(line)))
    at = _middles(line, scale)
    focus = _focus(line, at)
    alone = len({member.role for member in line if _is_middle(member)}) < 2
    about = any(_is_middle(member) for member in line)
    places = [
        Place(
            key=member.key,
            x=x,
            floor=FLOOR if in_front else FLOOR - _STEP_BACK,
            scale=scale if in_front else scale * _BEHIND,
            mirrored=_looks_right(member, picture_of[member.key], x, focus, alone),
            in_front=in_front,
        )
        for x, member in zip(at, line, strict=True)
        for in_front in (_is_middle(member) or not about,)
    ]
    return sorted(places, key=lambda place: place.in_front)
