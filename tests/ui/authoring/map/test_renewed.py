"""A picture of the map that was brought up to date is the one that would be made anew."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QPointF, QRectF

from tests.authoring.layout.test_graph import of_chance, otherwise
from trainer.authoring.layout.graph import Graph, graph_of
from trainer.authoring.layout.marks import Marks
from trainer.authoring.layout.places import Places
from trainer.authoring.outline import Outline, SceneLine
from trainer.practice.map_layout import lay_out
from trainer.ui.authoring.map.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NAMES = "abcdefgh"


class Shown(NamedTuple):
    """What there is to show."""

    graph: Graph
    places: Places
    marks: dict[str, Marks]
    pins: dict[str, tuple[float, float]]
    behind: dict[str, int]


def laid_out(graph: Graph) -> Places:
    places = Places()
    places.take(lay_out(graph.names(), graph.edges(), graph.start))
    return places


def of_story(dice: random.Random, scenes: dict[str, SceneLine], places: Places | None) -> Shown:
    graph = graph_of(Outline(scenes, dice.choice(NAMES)))
    pins = {
        name: (dice.randrange(-2, 3) * 300.0, dice.randrange(9) * 200.0)
        for name in scenes
        if dice.random() < 0.2
    }
    found = places if places is not None and dice.random() < 0.7 else laid_out(graph)
    found.renew(graph, pins)
    marks = {name: Marks(errors=1) for name in scenes if dice.random() < 0.2}
    return Shown(graph, found, marks, pins, {name: 2 for name in scenes if dice.random() < 0.2})


def anew(shown: Shown, *, mirrored: bool) -> Picture:
    made = Picture(shown.graph, mirrored=mirrored)
    for _step in made.filling(*shown[1:]):
        pass
    return made


def looks(picture: Picture) -> list[object]:
    """Give all that is seen of a picture, and what is found where."""
    ways = {ends: picture.path(ends).elementCount() for ends in picture.graph.edges()}
    tops = {ends: picture.path(ends).controlPointRect() for ends in picture.graph.edges()}
    signs = [picture.signs((((one, to), 1),)) for one, to in picture.graph.edges()]
    extent = picture.extent()
    columns = range(int(extent.left()), int(extent.right()), 300)
    areas = [QRectF(x, extent.top(), 300, extent.height() / 2) for x in columns]
    near = [sorted(box.name for box in picture.within(area)) for area in areas]
    return [list(picture.boxes.items()), ways, tops, signs, extent, near]


@pytest.mark.parametrize("mirrored", [False, True])
def test_it_looks_as_if_it_were_made_anew(qapp: QApplication, *, mirrored: bool) -> None:
    for seed in range(25):
        dice = random.Random(seed)
        scenes = of_chance(dice, NAMES)
        shown = of_story(dice, scenes, None)
        picture = anew(shown, mirrored=mirrored)
        for _turn in range(4):
            looks(picture)  # What was looked at is known from then on.
            if dice.random() < 0.2:
                picture.move(dice.choice(list(scenes)), QPointF(5, 5))
            scenes = otherwise(dice, scenes)
            shown = of_story(dice, scenes, shown.places)
            picture.renew(*shown)
            assert looks(picture) == looks(anew(shown, mirrored=mirrored))


def test_a_box_that_stays_is_the_very_same(qapp: QApplication) -> None:
    dice = random.Random(3)
    scenes = of_chance(dice, NAMES)
    graph = graph_of(Outline(scenes, "a"))
    shown = Shown(graph, laid_out(graph), {}, {}, {})
    shown.places.renew(graph, {})
    picture = anew(shown, mirrored=False)
    before = dict(picture.boxes)
    del scenes["c"]
    scenes |= of_chance(dice, "d")
    after = graph_of(Outline(scenes, "a"))
    shown.places.renew(after, {})
    picture.renew(after, shown.places, {"e": Marks(errors=1)}, {}, {})
    stay = [name for name in after.names() if name in before and name in scenes]
    assert len(stay) == len(NAMES) - 1
    assert all(picture.boxes[name] is before[name] for name in stay)
    assert picture.boxes["e"].marks.errors == 1
    assert picture.boxes["d"].line is scenes["d"]
