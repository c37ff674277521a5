"""Signs of ways: each at its way, and none hides another one, a box, or the way itself."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.authoring.layout.signs import Line, Rect, along, length, place

TALL = 22.0
BOX = Rect(-176, -32, 0, 32)
"""Where the ways begin: its right edge is at nought."""


def way(to: tuple[float, float], signs: int = 1, begin: tuple[float, float] = (0, 0)) -> Line:
    """Give a straight way."""
    (x, y), (left, top) = to, begin
    long = ((x - left) ** 2 + (y - top) ** 2) ** 0.5
    count = max(2, round(min(long, 160) / 6))
    points = [
        (left + (x - left) * 6 * at / long, top + (y - top) * 6 * at / long)
        for at in range(count + 1)
    ]
    return Line(points, 6, TALL * signs)


def rect(line: Line, middle: tuple[float, float]) -> Rect:
    x, y = middle
    return Rect(x - line.wide / 2, y - TALL / 2, x + line.wide / 2, y + TALL / 2)


def rects(*lines: Line, boxes: tuple[Rect, ...] = (BOX,)) -> list[Rect]:
    found = place(lines, TALL, boxes)
    return [rect(line, middle) for line, middle in zip(lines, found, strict=True)]


def test_one_sign_stands_on_its_way_where_one_looks_first() -> None:
    (middle,) = place([way((240, 0))], TALL, [BOX])
    assert middle == (48, 0)


def test_signs_of_ways_that_begin_together_do_not_hide_one_another() -> None:
    found = rects(way((90, -40)), way((90, 0)), way((90, 40)), way((90, 8), signs=2))
    assert not any(one.meets(other) for one, other in combinations(found, 2))
    assert not any(one.meets(BOX) for one in found)


def test_two_ways_that_are_one_have_two_signs_that_can_be_seen() -> None:
    one, other = rects(way((200, 0)), way((200, 0)))
    assert not one.grown(2).meets(other)


def test_a_short_way_is_not_hidden_by_the_many_signs_of_it() -> None:
    line = way((80, 60), signs=3)
    (sign,) = rects(line)
    assert sign.holds(line.points) <= len(line.points) * 0.34
    (middle,) = place([line], TALL, [BOX])
    near = min(abs(middle[0] - x) + abs(middle[1] - y) for x, y in line.points)
    assert near <= line.wide / 2 + TALL


def test_a_box_in_the_way_is_not_hidden() -> None:
    beside = Rect(30, -20, 70, 20)
    (sign,) = rects(way((240, 0)), boxes=(BOX, beside))
    assert not sign.meets(beside)
    assert not sign.meets(BOX)


def test_signs_come_in_the_order_of_their_ways() -> None:
    long, short = way((240, -200)), way((60, 50))
    found = place([long, short], TALL, [BOX])
    assert found == list(reversed(place([short, long], TALL, [BOX])))
    assert found[0][1] < 0 < found[1][1]


def test_a_way_with_no_length_has_a_place_too() -> None:
    line = Line([(0.0, 0.0), (0.0, 0.0), (0.0, 0.0)], 0.001, TALL)
    assert len(place([line], TALL, [])) == 1
    assert place([], TALL, [BOX]) == []


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(-4, 4), st.integers(1, 3)), min_size=1, max_size=6))
def test_however_many_ways_their_signs_are_apart(given: list[tuple[int, int]]) -> None:
    lines = [way((190, 70.0 * row), signs) for row, signs in given]
    found = rects(*lines)
    assert not any(one.meets(other) for one, other in combinations(found, 2))


def test_points_along_a_way_are_a_step_apart_round_its_corners() -> None:
    corners = [(0.0, 0.0), (4.0, 0.0), (4.0, 0.0), (4.0, 3.0), (16.0, 3.0)]
    assert length(corners) == 19
    assert along(corners, 5, 4) == [(0, 0), (4, 1), (7, 3), (12, 3)]
    assert along(corners, 9.5, 4) == [(0, 0), (6.5, 3), (16, 3), (16, 3)]
