"""How far on the way: segments, one for each decision; and a plain bar for waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from trainer.language import _
from trainer.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LONGEST = 34
_GAP = 5
_THICK = 7
_MOST = 190


class SegmentedBar(QProgressBar):
    """Segments, the first ``done`` of ``total`` filled: ``bar.show_steps(3, 5)``.

    The total is an estimate (ways differ in length), so it may grow and shrink.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("How far on the way"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_steps(0, 1)

    def show_steps(self, done: int, total: int) -> None:
        """Fill ``done`` of ``total`` segments."""
        total = max(1, total, done)
        # Qt paints a new value at once, and with it all that waits to be painted.
        self.setUpdatesEnabled(False)
        self.setRange(0, total)
        self.setValue(done)
        self.setUpdatesEnabled(True)
        said = _("%(done)d of about %(total)d decisions") % {"done": done, "total": total}
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As long as its segments want to be, up to a limit."""
        count = self.maximum()
        wanted = count * _LONGEST + (count - 1) * _GAP
        return QSize(theme.px(min(wanted, _MOST)), theme.px(_THICK))

    def minimumSizeHint(self) -> QSize:
        """Short where room is short."""
        return QSize(theme.px(60), theme.px(_THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segments, from the side where reading begins."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count, gap = self.maximum(), min(theme.px(_GAP), self.width() / self.maximum() / 4)
        each = (self.width() - gap * (count - 1)) / count
        corner = min(self.height() / 2, each / 2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index in range(count):
            place = count - 1 - index if mirrored else index
            box = QRectF(place * (each + gap), 0, each, self.height())
            filled = index < self.value()
            # What is not filled is told by an outline in high contrast, where surfaces are alike.
            edge = palette.outline if palette.contrast else palette.line
            painter.setPen(QPen(QColor(palette.teal if filled else edge), 1))
            painter.setBrush(QColor(palette.teal if filled else palette.line))
            if palette.contrast and not filled:
                painter.setBrush(QColor(palette.card))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


class PlainBar(QProgressBar):
    """How far something is that takes a while. ``name`` is its accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(240), theme.px(_THICK))

    def minimumSizeHint(self) -> QSize:
        """Short where room is short."""
        return QSize(theme.px(60), theme.px(_THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track and filling."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        corner = box.height() / 2
        painter.setPen(QPen(QColor(palette.outline if palette.contrast else palette.line), 1))
        painter.setBrush(QColor(palette.card if palette.contrast else palette.line))
        painter.drawRoundedRect(box, corner, corner)
        span = max(1, self.maximum() - self.minimum())
        wide = box.width() * (self.value() - self.minimum()) / span
        left = box.right() - wide if self.isRightToLeft() else box.left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.teal))
        painter.drawRoundedRect(QRectF(left, box.top(), wide, box.height()), corner, corner)
