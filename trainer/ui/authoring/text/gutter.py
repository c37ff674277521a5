"""The numbers of the lines beside the text, with a shape where something is wrong.

It is painted, so it says nothing to a screen reader: the line below the text does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from trainer.scenario.problems import Severity
from trainer.ui import theme
from trainer.ui.authoring.text.colouring import MARKS
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.ui.authoring.text.editor import TextEditor

_PAD, _SHAPE, _LEAST = 10, 9, 3


class Gutter(QWidget):
    """The strip at the left of the text."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def wide(self) -> int:
        """Give its width, for as many digits as the last line has."""
        lines = max(self._editor.blockCount(), self._editor.lines)
        digits = max(_LEAST, len(str(lines)))
        metrics = QFontMetrics(theme.font(Role.SMALL))
        return 2 * theme.px(_PAD) + theme.px(_SHAPE) + 4 + metrics.horizontalAdvance("0" * digits)

    def sizeHint(self) -> QSize:
        """As wide as the numbers."""
        return QSize(self.wide(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of the lines that show."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.paper))
        painter.setPen(QColor(colours.line))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.setFont(theme.font(Role.SMALL))
        if self._editor.is_coming:
            return
        here = self._editor.textCursor().blockNumber()
        for line, top, height in self._editor.lines_in_view():
            painter.setPen(QColor(colours.ink if line == here else colours.soft))
            room = QRectF(0, top, self.width() - theme.px(_PAD), height)
            painter.drawText(room, int(_RIGHT), str(line + 1))
            worst = self._editor.worst_at(line)
            if worst is not None:
                size = theme.px(_SHAPE)
                box = QRectF(theme.px(_PAD) - 2, top + (height - size) / 2, size, size)
                paint_shape(painter, box, worst)


_SIDES = Qt.AlignmentFlag
_RIGHT = _SIDES.AlignRight | _SIDES.AlignAbsolute | _SIDES.AlignVCenter
"""Lines of a file begin at the left in every language."""


def paint_shape(painter: QPainter, box: QRectF, severity: Severity) -> None:
    """Paint the shape of a severity: a disc for an error, a triangle, a diamond."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(theme.colours(), MARKS[severity.value][1])))
    if severity is Severity.ERROR:
        painter.drawEllipse(box)
        return
    middle = box.center()
    if severity is Severity.WARNING:
        corners = [QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]
    else:
        corners = [
            QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y()),
        ]  # fmt: skip
    painter.drawPolygon(QPolygonF(corners))
