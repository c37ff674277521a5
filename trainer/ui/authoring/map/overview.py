"""The whole map, small, beside the words below it, where it covers nothing: a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from trainer.ui import theme
from trainer.ui.authoring.map import painting
from trainer.ui.authoring.map.camera import Camera
from trainer.ui.authoring.map.tools import Tools

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from trainer.ui.authoring.map.picture import Picture
    from trainer.ui.authoring.map.view import MapView

_SIZE: Final = (148, 74)
_LEAST: Final = 3.4
"""Times as wide, and as high, as the overview that the map has to be, to have room for it."""


class Overview(QWidget):
    """A picture of everything, with a frame around what shows; only where not all does."""

    def __init__(self, view: MapView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._drawn: tuple[Picture, QPixmap] | None = None
        self._camera = Camera()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.camera_moved.connect(self.follow)
        for told in (view.model.opened, view.model.renewed, view.looks_otherwise):
            told.connect(self._anew)
        self.follow()

    def restyled(self) -> None:
        """Draw it in the new look."""
        self._drawn = None
        self.follow()

    def _anew(self) -> None:
        self._drawn = None
        self.follow()

    def follow(self) -> None:
        """Show, if some of the map is out of view."""
        view = self._view
        wide, high = theme.px(_SIZE[0]), theme.px(_SIZE[1])
        extent = view.picture.extent()
        hides = not view.camera.seen(view.room()).contains(extent)
        roomy = view.width() > _LEAST * wide and view.height() > _LEAST * high
        self.setVisible(hides and roomy and not extent.isEmpty())
        if self.isHidden():
            return
        if self.size() != QSize(wide, high):
            self.setFixedSize(wide, high)
        self.update()

    def _drawing(self) -> QPixmap:
        picture = self._view.picture
        if (
            self._drawn is None
            or self._drawn[0] is not picture
            or (self._drawn[1].size() != self.size())
        ):
            self._camera.text = 1.0
            self._camera.fit(picture.extent(), QSizeF(self.size()), theme.px(8), largest=0.5)
            drawn = QPixmap(self.size())
            drawn.fill(QColor(theme.colours().card))
            painter = QPainter(drawn)
            painter.translate(self._camera.offset)
            painter.scale(self._camera.scale, self._camera.scale)
            painting.far(painter, list(picture.boxes.values()), Tools(theme.look()))
            painter.end()
            self._drawn = (picture, drawn)
        return self._drawn[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes, then the frame around what shows."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawing())
        colours, camera, view = theme.colours(), self._camera, self._view
        painter.setPen(QPen(QColor(colours.outline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        seen = view.camera.seen(view.room())
        frame = QRectF(camera.pixel(seen.topLeft()), camera.pixel(seen.bottomRight()))
        painter.setPen(QPen(QColor(colours.teal), 2))
        painter.drawRect(frame.intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep it from the map below."""

    def _go(self, at: QPointF) -> None:
        self._view.look_at(self._camera.unit(at))
