from __future__ import annotations

import itertools
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.practice.map_layout import lay_out

CIRCLE = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("b", "b"), ("a", "d")]


@pytest.fixture(params=["fast-sugiyama", "our own"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "our own":
        monkeypatch.setitem(sys.modules, "fast_sugiyama", None)


@pytest.mark.usefixtures("either")
def test_circles_and_loops_are_laid_out_from_the_start_on() -> None:
    layout = lay_out(["a", "b", "c", "d"], CIRCLE, "a")
    assert layout.places["a"][0] == 0
    assert layout.places["d"][0] == 3
    assert set(layout.routes) == {(a, b) for a, b in CIRCLE if a != b}
    for (a, b), route in layout.routes.items():
        assert route[0] == layout.places[a]
        assert route[-1] == layout.places[b]


@pytest.mark.usefixtures("either")
def test_a_single_scene_and_one_apart_have_their_place() -> None:
    assert lay_out(["only"], [], "only").places == {"only": (0.0, 0.0)}
    apart = lay_out(["a", "b", "alone"], [("a", "b")], "a")
    assert len(set(apart.places.values())) == 3


@pytest.mark.usefixtures("either")
def test_no_two_points_of_a_column_lie_closer_than_one_row() -> None:
    @given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=40))
    def holds(pairs: list[tuple[int, int]]) -> None:
        nodes = [str(number) for number in range(15)]
        layout = lay_out(nodes, [(str(a), str(b)) for a, b in pairs], "0")
        assert len(layout.places) == 15
        by_column: dict[float, list[float]] = {}
        for column, row in layout.places.values():
            by_column.setdefault(column, []).append(row)
            assert 0 <= row < layout.rows
            assert 0 <= column < layout.columns
        for rows in by_column.values():
            rows.sort()
            assert all(b - a > 0.999 for a, b in itertools.pairwise(rows))

    holds()


def test_two_readings_of_one_graph_give_one_picture() -> None:
    nodes = ["a", "b", "c", "d"]
    assert lay_out(nodes, CIRCLE, "a") == lay_out(nodes, CIRCLE[::-1], "a")
