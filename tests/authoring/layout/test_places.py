from __future__ import annotations

import itertools
import subprocess
import sys
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.layout.test_graph import STORY, graph
from trainer.authoring.layout import worker
from trainer.authoring.layout.places import HIGH, WIDE, Places
from trainer.practice.map_layout import lay_out

if TYPE_CHECKING:
    from trainer.authoring.layout.graph import Graph
    from trainer.practice.map_layout import MapLayout


def laid(made: Graph, pins: dict[str, tuple[float, float]] | None = None) -> Places:
    places = Places()
    places.renew(made, pins or {})
    places.take(lay_out(made.names(), made.edges(), made.start))
    places.renew(made, pins or {})
    return places


def overlapping(places: Places) -> list[tuple[str, str]]:
    return [
        (one, two)
        for one, two in itertools.combinations(places.names(), 2)
        if abs(places.at(one)[0] - places.at(two)[0]) < WIDE
        and abs(places.at(one)[1] - places.at(two)[1]) < HIGH
    ]


def test_a_new_scene_stands_near_what_leads_there_and_moves_nothing() -> None:
    places = laid(graph())
    before = {name: places.at(name) for name in places.names()}
    more = graph(STORY.replace("  b: {next: d}", "  b: {next: new}\n  new: {next: d}"))
    places.renew(more, {})
    assert {name: places.at(name) for name in before} == before
    assert abs(places.at("new")[0] - before["b"][0]) < 2 * WIDE
    assert overlapping(places) == []


def test_a_scene_of_another_name_stands_where_it_stood() -> None:
    places = laid(graph())
    places.laid["d"] = before = (2000.0, 900.0)  # Where nobody would put it.
    places.renew(graph(STORY.replace("  d:", "  other:").replace("next: d", "next: other")), {})
    assert places.at("other") == before


def test_a_pinned_box_stands_where_it_was_pinned_and_others_make_room() -> None:
    free = laid(graph())
    pinned = laid(graph(), {"lost": free.at("d"), "gone": (0.0, 0.0)})
    assert pinned.at("lost") == free.at("d")
    assert pinned.at("d") != free.at("d")
    assert overlapping(pinned) == []
    assert "gone" not in pinned.names()


def test_no_two_boxes_lie_on_each_other_however_they_come() -> None:
    @given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
    def holds(ways: list[tuple[int, int]]) -> None:
        places = Places()
        for count in range(0, len(ways) + 1, 5):
            ways_of = {a: [b for c, b in ways[:count] if c == a] for a, _b in ways[:count]}
            scenes = "".join(
                f"  s{a}: {{choices: [{', '.join(f'{{next: s{b}}}' for b in targets)}]}}\n"
                for a, targets in sorted(ways_of.items())
            )
            made = graph(f"start: s0\nscenes:\n{scenes or '  s0: {text: x}' + chr(10)}")
            places.renew(made, {})
            assert overlapping(places) == []
        places.take(lay_out(made.names(), made.edges(), made.start))
        places.renew(made, {})
        assert overlapping(places) == []

    holds()


def read(answer: bytes) -> MapLayout | None:
    made = worker.Answered(answer)
    for _step in made.steps():
        assert made.layout is None
    return made.layout


def test_the_process_lays_out_as_the_program_itself() -> None:
    made = graph()
    answer = subprocess.run(
        [sys.executable, "-m", worker.__name__],
        input=worker.question(made), capture_output=True, check=True,
    ).stdout  # fmt: skip
    own = lay_out(made.names(), made.edges(), made.start)
    layout = read(answer)
    assert layout is not None
    assert layout.places == own.places
    assert dict(layout.routes) == {
        ends: route for ends, route in own.routes.items() if len(route) > 2
    }
    for wrong in (b"", b'{"places": 3}', b"[1, 2]\n{}\nend", b"\xff\n", b"3\nend", answer[:-3]):
        assert read(wrong) is None
    assert read(answer[: len(answer) // 2]) is None


def test_a_map_without_a_start_or_without_scenes_is_laid_out() -> None:
    assert lay_out([], [], "a").places == {}
    assert set(lay_out(["a", "b"], [("a", "b")], "gone", quick=True).places) == {"a", "b"}
