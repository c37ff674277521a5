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
    from collections.abc import Collection, Sequence

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

_BODY = 138.0
"""Room that two people side by side need, arms included, in units of their boxes."""

_SIDE = 75.0
"""From an edge of the picture or of the counter to the middle of who stands next to it."""

_LEFT_OF_COUNTER = 2

_APART = 1.25
"""Gap to those who only look on, as a multiple of the gap to those it is about."""

_LOOKS_AHEAD = frozenset({"driver", "ride-driver-seated"})
"""Pictures of people who are busy with the road: they look out of the picture."""

_STAFF = frozenset({"cashier-man", "cashier-woman"})
"""Pictures of people who stand behind a counter, where there is one."""


@dataclass(frozen=True, slots=True)
class Stage:
    """How a backdrop takes people: their largest size, and where it has a counter.

    From ``counter`` (a place from left to right) on, staff stand behind it, feet at
    ``behind``.
    """

    largest: float = _LARGEST
    counter: float = WIDTH
    behind: float = FLOOR


_STAGES = {
    "office-chat": Stage(largest=0.7),
    "shop-counter": Stage(counter=290, behind=238),
    "video-call": Stage(largest=0.7),
    "video-class": Stage(largest=0.7),
}
_PLAIN = Stage()


_NO_SEATS = frozenset(
    {
        "bridge-walkway", "checkout", "fair-hall", "gas-station", "market-street", "parking-lot",
        "park-path", "park-road-car", "platform", "restaurant-kitchen", "school-hall",
        "shop-aisle", "shop-counter", "street-evening", "stroll-street",
    }
)  # fmt: skip
"""Backdrops where nobody sits: whoever sits elsewhere in the same scenario gets up."""

_ONLY_SEATS = frozenset({"car-inside"})
"""Backdrops where nobody can stand."""

_SEATED = "-seated"


def posture(picture: str, backdrop: str | None, known: Collection[str]) -> str:
    """Give somebody's picture as it suits the place: standing, sitting, or as it is.

    ``known`` are the built-in pictures of people; without the other one nothing changes.
    """
    other = picture
    if backdrop in _NO_SEATS:
        other = picture.removesuffix(_SEATED)
    elif backdrop in _ONLY_SEATS:
        other = picture.removesuffix(_SEATED) + _SEATED
    return other if other in known else picture


@dataclass(frozen=True, slots=True)
class Place:
    """Where one person stands: ``x`` is the middle of the box, ``floor`` its lower edge.

    Who is ``behind`` is painted before the front part of the backdrop.
    """

    key: str
    x: float
    floor: float
    scale: float
    mirrored: bool
    behind: bool = False


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody in line, as far as it matters where they stand."""

    member: CastMember
    picture: str

    @property
    def about(self) -> bool:
        """Whether the scene is about them; else they look on."""
        return self.member.role in (Role.TARGETED, Role.HARMING)

    @property
    def staff(self) -> bool:
        return self.picture in _STAFF


def _in_order(people: Sequence[_Person]) -> list[_Person]:
    """Order people from left to right, those who are targeted and who harm side by side.

    Who only looks on stands on both sides of them, authorities outermost on the right.
    """
    targeted = [person for person in people if person.member.role is Role.TARGETED]
    harming = [person for person in people if person.member.role is Role.HARMING]
    others = [person for person in people if not person.about]
    others.sort(key=lambda person: person.member.role is Role.AUTHORITY)
    on_left = len(others) // 2
    return others[:on_left] + targeted + harming + others[on_left:]


def _middles(line: Sequence[_Person], scale: float) -> list[float]:
    """Give the middle of each person of a line, in units of the picture."""
    weights = [1.0 if left.about == right.about else _APART for left, right in pairwise(line)]
    room = WIDTH - BOX_WIDTH * scale
    gap = min(_WIDEST_GAP, room / sum(weights)) if weights else 0.0
    x = (WIDTH - gap * sum(weights)) / 2
    found = [x]
    for weight in weights:
        x += gap * weight
        found.append(x)
    return found


def _at_counter(people: Sequence[_Person], stage: Stage) -> tuple[list[_Person], list[float]]:
    """Order and place people where staff stand behind a counter on the right.

    Left of it stand those the scene is about and, if there is room, one who looks on; all
    others stand at its far end.
    """
    line = [person for person in _in_order(people) if not person.staff]
    left = [person for person in line if person.about]
    others = [person for person in line if not person.about]
    if len(left) < _LEFT_OF_COUNTER and len(others) > len(left):
        left.insert(0, others.pop(0))
    right = [person for person in _in_order(people) if person.staff] + others
    near, far = stage.counter - _SIDE, stage.counter + _SIDE
    gap = min(_WIDEST_GAP, (near - _SIDE) / max(1, len(left) - 1))
    at = [near - gap * step for step in reversed(range(len(left)))]
    gap = min(_WIDEST_GAP, (WIDTH - _SIDE - far) / max(1, len(right) - 1))
    return left + right, at + [far + gap * step for step in range(len(right))]


def _focus(line: Sequence[_Person], at: Sequence[float]) -> float:
    """Point that people look at: between who harms and who is targeted, else their middle."""
    for (left, x), (right, next_x) in pairwise(zip(line, at, strict=True)):
        if left.about and right.about and left.member.role is not right.member.role:
            return (x + next_x) / 2
    about = [x for x, person in zip(at, line, strict=True) if person.about] or list(at)
    return sum(about) / len(about)


def _looks_right(person: _Person, x: float, focus: float) -> bool:
    if person.picture in _LOOKS_AHEAD:
        return x > WIDTH / 2
    return x < focus


def arrange(
    members: Sequence[CastMember], pictures: Sequence[str], backdrop: str | None
) -> list[Place]:
    """Place people so that none covers another; ``pictures`` go with ``members``.

    The list is in the order of painting.
    """
    if not members:
        return []
    stage = _STAGES.get(backdrop or "", _PLAIN)
    people = [_Person(*pair) for pair in zip(members, pictures, strict=True)]
    if stage.counter < WIDTH and any(person.staff for person in people):
        line, at = _at_counter(people, stage)
        closest = min((right - left for left, right in pairwise(at)), default=WIDTH)
        scale = min(stage.largest, closest / _BODY)
    else:
        line = _in_order(people)
        scale = min(stage.largest, (WIDTH - 8) / (BOX_WIDTH * len(line)))
        at = _middles(line, scale)
    focus = _focus(line, at)
    all_equal = not any(person.about for person in line)
    places = []
    for person, x in zip(line, at, strict=True):
        behind = person.staff and x > stage.counter
        in_front = (person.about or all_equal) and not behind
        floor = FLOOR if in_front else FLOOR - _STEP_BACK
        places.append(
            Place(
                key=person.member.key,
                x=x,
                floor=stage.behind if behind else floor,
                scale=scale if in_front else scale * _BEHIND,
                mirrored=_looks_right(person, x, focus),
                behind=behind,
            )
        )
    return sorted(places, key=lambda place: (not place.behind, place.floor))
