"""The way that was taken, drawn on the map of all ways.

Painted, so it has a name, a description, and beside it the outline
(:mod:`trainer.ui.practice.path.outline`) that holds the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from trainer.language import _, ngettext
from trainer.ui import icons, theme
from trainer.ui.practice.path.geometry import measure, radius
from trainer.ui.widgets.words import tip

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QHelpEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from trainer.ui.practice.path.geometry import Geometry, Label
    from trainer.ui.practice.path.points import PathPicture, Point

_SMALLEST, _LARGEST, _STEP = 0.35, 2.5, 1.25
_LEGIBLE = 0.82
"""Zoom below which the whole map is not squeezed by itself."""


class PathMap(QWidget):
    """The map. Arrow keys walk the decisions, Enter plays one again; + - 0 zoom.

    Signals:
        replay_asked(int): position of a decision that is to be played again.
        pointed_at(object): the :class:`Point` under the keyboard's mark changed.
    """

    replay_asked = Signal(int)
    pointed_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: PathPicture | None = None
        self._geometry: Geometry | None = None
        self._points: dict[str, Point] = {}
        self._decisions: list[Point] = []
        self._marked = 0
        self._zoom, self._offset, self._fitted = 1.0, QPointF(), True
        self._dragged_from: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Map of your path"))

    def show_path(self, picture: PathPicture) -> None:
        """Draw this path."""
        self._picture = picture
        self._points = {point.scene: point for point in picture.points}
        order = sorted(
            (point.index, point.scene) for point in picture.points if point.index is not None
        )
        self._decisions = [self._points[scene] for _index, scene in order]
        self._marked = 0
        count = len(self._decisions)
        self.setAccessibleDescription(
            ngettext(
                "A drawing of %(count)s decision on the map of all ways. The list beside it"
                " holds the same.",
                "A drawing of %(count)s decisions on the map of all ways. The list beside it"
                " holds the same.",
                count,
            )
            % {"count": count}
        )
        self.show_all()

    def mark(self, index: int) -> None:
        """Mark the decision at this position of the run."""
        for number, point in enumerate(self._decisions):
            if point.index == index:
                self._marked = number
                self.update()

    # Zooming and moving

    def zoom_in(self) -> None:
        """Show it larger."""
        self._zoom_to(self._zoom * _STEP, QRectF(self.rect()).center())

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._zoom_to(self._zoom / _STEP, QRectF(self.rect()).center())

    def show_all(self) -> None:
        """Show the whole map, as far as its words stay legible."""
        self._fitted = True
        self._measure()

    def _measure(self) -> None:
        if self._picture is None:
            return
        self._geometry = measure(self._picture, self.width())
        if self._fitted:
            self._fit()
        self.updateGeometry()
        self.update()

    def _fit(self) -> None:
        if self._geometry is None:
            return
        wide, high = self._geometry.size
        self._zoom = max(_LEGIBLE, min(1.0, self.width() / wide, self.height() / high))
        self._offset = QPointF(
            max(0.0, (self.width() - wide * self._zoom) / 2),
            (self.height() - high * self._zoom) / 2,
        )
        if high * self._zoom > self.height() and self._picture is not None:
            start = self._geometry.centres[self._picture.start]
            self._offset.setY(self.height() / 2 - start.y() * self._zoom)

    def _zoom_to(self, zoom: float, around: QPointF) -> None:
        zoom = min(_LARGEST, max(_SMALLEST, zoom))
        self._offset = around - (around - self._offset) * (zoom / self._zoom)
        self._zoom, self._fitted = zoom, False
        self.update()

    def _bring_into_view(self, point: Point) -> None:
        if self._geometry is None:
            return
        at = self._offset + self._geometry.centres[point.scene] * self._zoom
        room = QRectF(self.rect()).adjusted(*(theme.px(60) * side for side in (1, 1, -1, -1)))
        if room.isValid() and not room.contains(at):
            self._offset += room.center() - at
            self._fitted = False

    # Qt

    def sizeHint(self) -> QSize:
        """Wide enough for the map, as high as it is up to a limit."""
        high = 0.0 if self._geometry is None else self._geometry.size[1]
        return QSize(theme.px(520), int(min(max(high, theme.px(220)), theme.px(400))))

    def minimumSizeHint(self) -> QSize:
        """Small windows still show a part, and pan."""
        return QSize(theme.px(120), min(self.sizeHint().height(), theme.px(300)))

    def restyled(self) -> None:
        """Measure anew after the text size or the palette changed."""
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the new width."""
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, play again, zoom."""
        key = event.key()
        forward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._walk(1 if forward or key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._walk(-1 if forward or key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._decisions and not event.isAutoRepeat():
                self._ask_for(self._decisions[self._marked])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        if self._decisions:
            self._marked = min(len(self._decisions) - 1, max(0, self._marked + by))
            point = self._decisions[self._marked]
            self._bring_into_view(point)
            self.pointed_at.emit(point)
            self.update()

    def _ask_for(self, point: Point) -> None:
        if point.index is not None:
            self.replay_asked.emit(point.index)

    def _point_at(self, place: QPointF) -> Point | None:
        if self._geometry is None:
            return None
        at = (place - self._offset) / self._zoom
        for scene, centre in self._geometry.centres.items():
            point, label = self._points[scene], self._geometry.labels.get(scene)
            away = centre - at
            if away.x() ** 2 + away.y() ** 2 <= (radius(point) + theme.px(6)) ** 2:
                return point
            if label is not None and label.box.contains(at):
                return point
        return None

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what a point is."""
        if event.type() == QEvent.Type.ToolTip:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            point = self._point_at(QPointF(help_event.pos()))
            words = tip(point.sentence) if point else ""
            QToolTip.showText(help_event.globalPos(), words, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self._dragged_from, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or show what can be clicked."""
        if self._dragged_from is None:
            point = self._point_at(event.position())
            clickable = point is not None and point.index is not None
            shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        by = event.position() - self._dragged_from
        if self._dragged or by.manhattanLength() > theme.px(6):
            self._dragged, self._fitted = True, False
            self._offset += by
            self._dragged_from = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a decision plays it again."""
        point = None if self._dragged else self._point_at(event.position())
        self._dragged_from = None
        if point is not None:
            self._ask_for(point)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; else the page scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            factor = _STEP if event.angleDelta().y() > 0 else 1 / _STEP
            self._zoom_to(self._zoom * factor, event.position())
        else:
            event.ignore()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw open ways, then the taken one, then points and their words."""
        if self._geometry is None or self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._offset)
        painter.scale(self._zoom, self._zoom)
        self._paint_ways(painter, self._geometry, self._picture)
        for scene, label in self._geometry.labels.items():
            self._paint_label(painter, self._points[scene], label)
        for scene, centre in self._geometry.centres.items():
            self._paint_point(painter, self._points[scene], centre)
        painter.end()

    def _paint_ways(self, painter: QPainter, geometry: Geometry, picture: PathPicture) -> None:
        colours = theme.colours()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        taken = set(picture.taken)
        pale = QColor(colours.outline)
        if not colours.contrast:
            pale.setAlphaF(0.6)
        painter.setPen(QPen(pale, theme.px(1.5)))
        for ends, way in geometry.ways.items():
            if ends not in taken:
                painter.drawPath(way)
        painter.setPen(
            QPen(
                QColor(colours.teal),
                theme.px(5),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
            )
        )
        for ends in picture.taken:
            if ends in geometry.ways:
                painter.drawPath(geometry.ways[ends])

    def _paint_label(self, painter: QPainter, point: Point, label: Label) -> None:
        colours = theme.colours()
        backing = QColor(colours.card)
        backing.setAlphaF(0.86)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(backing)
        painter.drawRoundedRect(label.box, theme.px(6), theme.px(6))
        line = QRectF(label.box)
        line.setHeight(label.box.height() / len(label.lines))
        for number, words in enumerate(label.lines):
            of_d = point.d is not None and number == len(label.lines) - 1
            colour = colours.of(point.d) if of_d and point.d is not None else colours.ink
            role = theme.Role.SMALL_STRONG if of_d else theme.Role.NOTE
            painter.setFont(theme.font(role, of=" ".join(label.lines)))
            painter.setPen(QColor(colour))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
            line.translate(0, line.height())

    def _paint_point(self, painter: QPainter, point: Point, centre: QPointF) -> None:
        colours = theme.colours()
        if point.ending:
            self._paint_ending(painter, point, centre)
        elif not point.taken:
            painter.setPen(QPen(QColor(colours.outline), theme.px(2)))
            painter.setBrush(QColor(colours.card))
            painter.drawEllipse(centre, radius(point), radius(point))
        else:
            colour = colours.teal if point.d is None else colours.of(point.d)
            painter.setPen(QPen(QColor(colours.card), theme.px(2)))
            painter.setBrush(QColor(colour))
            painter.drawEllipse(centre, radius(point), radius(point))
            if point.d is not None:
                side = theme.px(18)
                box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
                icons.paint(painter, icons.OF_D[point.d], box, colours.card)
        if self.hasFocus() and self._decisions and point is self._decisions[self._marked]:
            painter.setPen(QPen(QColor(colours.focus), theme.px(theme.RING)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = radius(point) + theme.px(5)
            painter.drawEllipse(centre, ring, ring)

    def _paint_ending(self, painter: QPainter, point: Point, centre: QPointF) -> None:
        colours = theme.colours()
        if not point.taken:
            side = theme.px(7)
            painter.setPen(QPen(QColor(colours.outline), theme.px(2)))
            painter.setBrush(QColor(colours.card))
            box = QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side)
            painter.drawRoundedRect(box, theme.px(3), theme.px(3))
            return
        painter.setFont(theme.font(theme.Role.BUTTON))
        words = _("Not written") if point.unwritten else _("End")
        wide = painter.fontMetrics().horizontalAdvance(words) + theme.px(32)
        box = QRectF(centre.x() - wide / 2, centre.y() - theme.px(17), wide, theme.px(34))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.teal))
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        painter.setPen(QColor(colours.on_teal))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
