"""Ways on the map keep clear of the boxes that they pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import paths
from trainer.authoring.document import Document
from trainer.authoring.layout.graph import graph_of
from trainer.authoring.layout.places import Places
from trainer.authoring.outline import Outliner
from trainer.practice.map_layout import lay_out
from trainer.ui.authoring.map.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def drawn(name: str, *, mirrored: bool) -> tuple[Picture, Places]:
    file = paths.built_in_scenarios() / name / f"{name}.yaml"
    graph = graph_of(Outliner(Document(file, file.read_text("utf-8"))).outline())
    places = Places()
    places.take(lay_out(graph.names(), list(graph.edges()), graph.start))
    places.renew(graph, {})
    picture = Picture(graph, mirrored=mirrored)
    for _step in picture.filling(places, {}, {}, {}):
        pass
    return picture, places


def brushed(picture: Picture, places: Places) -> list[tuple[str, str, str]]:
    found = set()
    for start, end in picture.graph.edges():
        path = picture.path((start, end))
        if not places.bends((start, end)):
            continue
        for step in range(201):
            box = picture.at(path.pointAtPercent(step / 200))
            if box is not None and box.name not in (start, end):
                found.add((start, end, box.name))
    return sorted(found)


def test_a_way_that_bends_around_boxes_touches_none(qapp: QApplication) -> None:
    for mirrored in (False, True):
        picture, places = drawn("morning-train", mirrored=mirrored)
        assert sum(bool(places.bends(ends)) for ends in picture.graph.edges()) > 5
        assert brushed(picture, places) == []


def test_ways_bend_as_they_are_laid_out_and_pinned_also_in_a_picture_that_is_kept(
    qapp: QApplication,
) -> None:
    kept, places = drawn("morning-train", mirrored=False)
    graph = kept.graph
    bent = next(ends for ends in graph.edges() if places.bends(ends))
    pins: dict[str, tuple[float, float]] = {}
    for what in ("as it is", "pinned", "other ways"):
        if what == "pinned":
            pins = {bent[0]: places.at(bent[0])}
        elif what == "other ways":
            pins, places.routes = {}, {}
        kept.path(bent)
        places.renew(graph, pins)
        kept.renew(graph, places, {}, pins, {})
        anew = Picture(graph)
        for _step in anew.filling(places, {}, pins, {}):
            pass
        assert kept.path(bent) == anew.path(bent), what
