"""Sizes of the path map: where points, labels and ways lie, in pixels before zooming."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainterPath

from trainer.method import ds
from trainer.practice.map_layout import lay_out
from trainer.ui import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.practice.map_layout import MapLayout
    from trainer.ui.practice.path.points import PathPicture, Point

TAKEN, OPEN, PASSED = 17, 8, 8
"""Radius of a decision that was made, of a point that is open, of one that only led on."""

_COLUMN, _WIDEST_COLUMN = 86, 190
_ROW = 40
_LABEL_GAP = 6
_LINES = 2
_MARGIN = 20
_ELIDE = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a point, line by line, and the box that they fill."""

    lines: tuple[str, ...]
    box: QRectF


@dataclass(frozen=True, slots=True)
class Geometry:
    """The whole map; ``size`` is its extent as (width, height)."""

    centres: Mapping[str, QPointF]
    labels: Mapping[str, Label]
    ways: Mapping[tuple[str, str], QPainterPath]
    size: tuple[float, float]


def radius(point: Point) -> int:
    """Radius of a point, scaled with the text."""
    if not point.taken:
        return theme.px(OPEN)
    return theme.px(TAKEN if point.index is not None else PASSED)


def measure(picture: PathPicture, wide: float) -> Geometry:
    """Lay the map out; columns spread up to a limit to fill ``wide`` pixels."""
    plan = lay_out([point.scene for point in picture.points], picture.ways, picture.start)
    column = _column_width(plan, wide)
    texts = {point.scene: _wrapped(point, column) for point in picture.points}
    below = {scene: _roomier_below(scene, plan) for scene in texts}
    row = _row_height(plan, texts, below)

    def pixel(place: tuple[float, float]) -> QPointF:
        return QPointF(column * (place[0] + 0.5), row * place[1])

    centres = {scene: pixel(place) for scene, place in plan.places.items()}
    labels = {
        scene: _label(lines, centres[scene], below=below[scene], width=column)
        for scene, lines in texts.items()
        if lines
    }
    ways = {ends: _way([pixel(place) for place in route]) for ends, route in plan.routes.items()}
    return _trimmed(centres, labels, ways)


def _trimmed(
    centres: dict[str, QPointF], labels: dict[str, Label], ways: dict[tuple[str, str], QPainterPath]
) -> Geometry:
    """Move everything so that it begins at the margin, and measure how far it goes."""
    size, margin = theme.px(TAKEN) * 2, theme.px(_MARGIN)
    whole = QRectF()
    for centre in centres.values():
        whole |= QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    for label in labels.values():
        whole |= label.box
    for way in ways.values():
        whole |= way.boundingRect()
    by = QPointF(margin, margin) - whole.topLeft()
    return Geometry(
        centres={scene: centre + by for scene, centre in centres.items()},
        labels={
            scene: Label(label.lines, label.box.translated(by)) for scene, label in labels.items()
        },
        ways={ends: way.translated(by) for ends, way in ways.items()},
        size=(whole.width() + 2 * margin, whole.height() + 2 * margin),
    )


def _column_width(plan: MapLayout, wide: float) -> float:
    spread = (wide - 2 * theme.px(_MARGIN)) / max(1, plan.columns)
    return float(min(max(spread, theme.px(_COLUMN)), theme.px(_WIDEST_COLUMN)))


def _wrapped(point: Point, column: float) -> tuple[str, ...]:
    """Words of a point in up to two lines, then the name of its D."""
    metrics = QFontMetricsF(theme.font(theme.Role.NOTE, of=point.label))
    lines = wrap(point.label, metrics, column - theme.px(6)) if point.label else ()
    return (*lines, ds.name(point.d)) if point.d is not None else lines


def wrap(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, ...]:
    """Break a text into at most two lines; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < _LINES - 1:
        taken = 1
        while (
            taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width
        ):
            taken += 1
        lines.append(metrics.elidedText(" ".join(words[:taken]), _ELIDE, width))
        words = words[taken:]
    if words:
        lines.append(metrics.elidedText(" ".join(words), _ELIDE, width))
    return tuple(lines)


def _label_height(lines: tuple[str, ...]) -> float:
    if not lines:
        return 0.0
    return len(lines) * _line_height() + theme.px(_LABEL_GAP)


def _line_height() -> float:
    return QFontMetricsF(theme.font(theme.Role.NOTE)).height()


def _gaps(scene: str, plan: MapLayout) -> tuple[float, float]:
    """Free rows above and below a point, up to its neighbours of the same column."""
    column, row = plan.places[scene]
    others = [r - row for c, r in plan.places.values() if c == column and r != row]
    above = min((-gap for gap in others if gap < 0), default=float("inf"))
    return above, min((gap for gap in others if gap > 0), default=float("inf"))


def _roomier_below(scene: str, plan: MapLayout) -> bool:
    above, below = _gaps(scene, plan)
    return below >= above


def _row_height(
    plan: MapLayout, texts: Mapping[str, tuple[str, ...]], below: Mapping[str, bool]
) -> float:
    """Row height that leaves each label its room."""
    row = float(theme.px(_ROW))
    for scene, lines in texts.items():
        gap = _gaps(scene, plan)[below[scene]]
        if lines and gap != float("inf"):
            need = theme.px(TAKEN) + _label_height(lines) + theme.px(TAKEN + _LABEL_GAP)
            row = max(row, need / gap)
    return row


def _label(lines: tuple[str, ...], centre: QPointF, *, below: bool, width: float) -> Label:
    high = len(lines) * _line_height()
    away = theme.px(TAKEN) + theme.px(_LABEL_GAP)
    top = centre.y() + away if below else centre.y() - away - high
    return Label(lines, QRectF(centre.x() - width / 2, top, width, high))


def _way(places: list[QPointF]) -> QPainterPath:
    """Curve through all bends, leaving and arriving level."""
    path = QPainterPath(places[0])
    for a, b in pairwise(places):
        middle = (a.x() + b.x()) / 2
        path.cubicTo(QPointF(middle, a.y()), QPointF(middle, b.y()), b)
    return path
