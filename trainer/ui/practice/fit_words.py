"""How well a choice fitted, in words with an icon of its own; never a mark, never a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer.method import ds
from trainer.method.ds import Fit
from trainer.ui import icons, theme
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ICONS = {Fit.STRONG: "circle-check", Fit.FAIR: "circle", Fit.POOR: "circle-minus"}


class FitLabel(QLabel):
    """Says "Strong fit", "Fair fit" or "Poor fit"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit: Fit | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.set_role(self, Role.NOTE_STRONG)

    def say(self, fit: Fit | None) -> None:
        """Say another fit; None hides it."""
        self._fit = fit
        self.setText("" if fit is None else ds.fit_name(fit))
        self.setVisible(fit is not None)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        metrics = QFontMetrics(self.font())
        beside = theme.px(16) + theme.px(6)
        return QSize(metrics.horizontalAdvance(self.text()) + beside + 2, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Never less than it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        if self._fit is None:
            return
        colour = theme.colours().soft
        painter = QPainter(self)
        side = theme.px(16)
        mirrored = self.isRightToLeft()
        left = self.width() - side if mirrored else 0
        box = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, ICONS[self._fit], box, colour)
        painter.setFont(self.font())
        painter.setPen(QColor(colour))
        gap = side + theme.px(6)
        room = self.rect().adjusted(0 if mirrored else gap, 0, -gap if mirrored else 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, int(flags), self.text())
