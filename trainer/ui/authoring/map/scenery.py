"""Paints what lies in view of the map: the ground, ways, boxes, notes, and what is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer.ui import theme
from trainer.ui.authoring.map import painting
from trainer.ui.authoring.map.notes import note_rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.authoring.layout.graph import Ends
    from trainer.ui.authoring.map.picture import Box
    from trainer.ui.authoring.map.view import MapView

_AROUND: Final = 40.0
"""Units around a box that its chips and ends of ways may take."""

_MANY: Final = 300
"""Boxes of a map, beyond which ways that only pass through the view are left out."""

_CROWD: Final = 160
"""Boxes in view, beyond which only the ways of what is selected are painted."""

_SMOOTH: Final = 100
"""Ways up to which they are painted smoothly."""

_FAR: Final = 0.3
"""Pixels a unit below which boxes are plain."""


def paint(painter: QPainter, view: MapView, area: QRectF) -> None:
    """Paint what lies in an area of the widget."""
    camera, tools = view.camera, view.tools
    scale = camera.scale
    _ground(painter, view, area)
    if view.model.bench.is_broken:
        painter.setOpacity(0.55)
    seen = camera.seen(view.room()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    boxes = view.picture.within(seen)
    painter.translate(camera.offset)
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    current = view.model.current
    _ways(painter, view, boxes, seen)
    if scale < _FAR:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painting.far(painter, boxes, tools)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    else:
        _boxes(painter, view, boxes)
    chosen = view.picture.boxes.get(current)
    if chosen is not None:
        if view.hasFocus() and not view.model.note:
            _ring(painter, chosen.rect, scale)
        painting.box(painter, chosen, tools, scale, chosen=True)
    _notes(painter, view, seen)
    if view.linking in view.picture.boxes:
        _begun(painter, view, chosen)


def _ground(painter: QPainter, view: MapView, area: QRectF) -> None:
    tile = view.tools.dots(max(0.5, view.camera.scale))
    offset = view.camera.offset
    painter.drawTiledPixmap(
        area, tile, QPointF((area.x() - offset.x()) % tile.width(),
                            (area.y() - offset.y()) % tile.height()),
    )  # fmt: skip


def _boxes(painter: QPainter, view: MapView, boxes: Sequence[Box]) -> None:
    followed = view.model.followed
    on_way = {name for ends in followed for name in ends} if followed is not None else None
    whole = painter.opacity()
    for box in boxes:
        if on_way is not None and box.name not in on_way and box.name != view.model.follows:
            painter.setOpacity(whole * 0.45)
        painting.box(painter, box, view.tools, view.camera.scale, chosen=False)
        painter.setOpacity(whole)


def _ways(painter: QPainter, view: MapView, boxes: Sequence[Box], seen: QRectF) -> None:
    picture, tools, model = view.picture, view.tools, view.model
    painter.setBrush(Qt.BrushStyle.NoBrush)
    mine = [(model.current, to) for to in picture.graph.out.get(model.current, ())]
    last = set(mine)
    pen = tools.way if model.followed is None else tools.pale
    if len(boxes) <= _CROWD:
        near = [ends for ends in _near(view, boxes) if ends not in last]
        # Many smooth curves take longer than a frame may.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=len(near) <= _SMOOTH)
        for ends in near:
            if model.followed is None or ends not in model.followed:
                _way(painter, view, ends, seen, pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    elif model.current:
        for name in picture.graph.into.get(model.current, ()):
            _way(painter, view, (name, model.current), seen, pen)
    for ends in model.followed or ():
        if ends not in last:
            _way(painter, view, ends, seen, tools.followed)
    named = []
    for ends in mine:
        of = painting.ds_of(picture.graph.out[ends[0]][ends[1]])
        _way(painter, view, ends, seen, tools.way_of(of[0] if of else None))
        if of:
            named.append((ends, of))
    if view.camera.scale >= painting.LEGIBLE:
        places = picture.signs(tuple((ends, len(of)) for ends, of in named))
        for (_ends, of), at in zip(named, places, strict=True):
            painting.badges(painter, QPointF(*at), of, tools)


def _near(view: MapView, boxes: Sequence[Box]) -> Iterator[Ends]:
    """Go through the ways that may show: all, or those from and to what is in view."""
    graph = view.picture.graph
    if len(view.picture.boxes) <= _MANY:
        yield from graph.edges()
        return
    names = {box.name for box in boxes}
    for name in names:
        for to in graph.out.get(name, ()):
            yield name, to
        for before in graph.into.get(name, ()):
            if before not in names:
                yield before, name


def _way(painter: QPainter, view: MapView, ends: Ends, seen: QRectF, pen: QPen) -> None:
    path = view.picture.path(ends)
    if not path.controlPointRect().adjusted(-1, -1, 1, 1).intersects(seen):
        return
    ways = view.picture.graph.out[ends[0]][ends[1]]
    if all(way.conditional or way.timer for way in ways):
        pen = QPen(pen)
        pen.setDashPattern([1, 2.5] if all(way.timer for way in ways) else [4, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _ring(painter: QPainter, rect: QRectF, scale: float) -> None:
    """Ring what has the keyboard."""
    pen = QPen(QColor(theme.colours().focus), theme.RING + 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    away = 5 / min(1.0, scale)
    painter.drawRoundedRect(rect.adjusted(-away, -away, away, away), 16, 16)


def _notes(painter: QPainter, view: MapView, seen: QRectF) -> None:
    document = view.model.bench.document
    if document is None:
        return
    tools = view.tools
    for key, note in document.arrangement.notes.items():
        rect = note_rect(note, tools, view.picture)
        if key == view.note_moved[0]:
            rect.translate(view.note_moved[1])
        if not rect.intersects(seen):
            continue
        painter.setBrush(tools.well)
        painter.setPen(tools.chosen if key == view.model.note else tools.edge)
        painter.drawRoundedRect(rect, 4, 4)
        if view.camera.scale >= painting.LEGIBLE:
            painter.setFont(theme.suited(tools.detail_font, note.text))
            painter.setPen(tools.ink)
            painter.drawText(
                rect.adjusted(10, 8, -10, -8), int(Qt.TextFlag.TextWordWrap), note.text
            )
        if key == view.model.note and view.hasFocus():
            _ring(painter, rect, view.camera.scale)


def _begun(painter: QPainter, view: MapView, chosen: Box | None) -> None:
    """Paint the way that is being made: from its box to where the mouse is, or one stands."""
    box = view.picture.boxes[view.linking]
    pen = QPen(view.tools.teal, 3)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.rect.adjusted(-8, -8, 8, 8), 18, 18)
    if view.camera.scale >= painting.LEGIBLE:
        painting.chips(painter, box, view.tools)  # Their words stand above the ring.
        painter.setPen(pen)
    if view.loose_end is not None:
        painter.drawLine(box.rect.center(), view.loose_end)
    elif chosen is not None and chosen is not box:
        painter.drawLine(_side(box, chosen), _side(chosen, box))


def _side(box: Box, other: Box) -> QPointF:
    """Give the middle of the side that looks to another box."""
    rect, there = box.rect, other.rect
    if rect.left() < there.right() and there.left() < rect.right():
        below = there.center().y() > rect.center().y()
        return QPointF(rect.center().x(), rect.bottom() if below else rect.top())
    on = there.center().x() > rect.center().x()
    return QPointF(rect.right() if on else rect.left(), rect.center().y())
