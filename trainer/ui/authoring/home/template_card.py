"""A template to begin with: a small picture of its shape, its name, and what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.authoring.templates.shape import shape_of
from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.authoring.templates.catalogue import Template
    from trainer.authoring.templates.shape import Drawn

_TALL, _BOX_WIDE, _BOX_TALL = 108, 46, 24


class ShapePicture(QWidget):
    """Scenes as boxes, ways as lines; the words beside it say the same."""

    def __init__(self, drawn: Drawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = drawn
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(theme.px(120), theme.px(_TALL))

    def minimumSizeHint(self) -> QSize:
        """As high as it always is."""
        return QSize(theme.px(80), theme.px(_TALL))

    def _places(self) -> dict[str, QRectF]:
        columns = self._drawn.columns
        wide, tall = theme.px(_BOX_WIDE), theme.px(_BOX_TALL)
        step = min(self.width() / len(columns), wide * 2)
        left = (self.width() - step * len(columns)) / 2
        places = {}
        for at, column in enumerate(columns):
            across = left + step * (at + 0.5)
            if self.isRightToLeft():
                across = self.width() - across
            for row, name in enumerate(column):
                down = self.height() * (row + 0.5) / len(column)
                places[name] = QRectF(across - wide / 2, down - tall / 2, wide, tall)
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ways, then boxes."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Inside the edge of the card, which shows the focus.
        gap = theme.px(8)
        ground = QRectF(self.rect()).adjusted(gap, gap, -gap, 0)
        paint_surface(painter, ground, fill=palette.well, border=palette.well, corner=8)
        places = self._places()
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.setPen(QPen(QColor(palette.soft), theme.px(1.5)))
        for here, there in self._drawn.ways:
            painter.drawPath(_way(places[here], places[there]))
        corner = theme.px(6)
        for name, box in places.items():
            ending = name in self._drawn.endings
            painter.setPen(QPen(QColor(palette.teal if ending else palette.outline), 1.5))
            painter.setBrush(QColor(palette.wash if ending else palette.card))
            painter.drawRoundedRect(box, corner, corner)


def _way(here: QRectF, there: QRectF) -> QPainterPath:
    forward = here.center().x() < there.center().x()
    start = QPointF(here.right() if forward else here.left(), here.center().y())
    end = QPointF(there.left() if forward else there.right(), there.center().y())
    middle = (start.x() + end.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    return path


class TemplateCard(SurfaceButton):
    """Pressed as a whole.

    Signals:
        picked(object): the :class:`Template`.
    """

    picked = Signal(object)

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(_(template.words), _(template.meaning), parent)
        self.template = template
        self.add_top(ShapePicture(shape_of(template), self))
        self.add(Heading(_(template.words), self))
        self.add(SoftLabel(_(template.meaning), self))
        self.add_stretch()
        self.clicked.connect(self._picked)

    def _picked(self) -> None:
        self.picked.emit(self.template)
