"""Chips: the D of a choice, a small fact, a filter that can be switched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer.method import ds
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, Dress

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.method.ds import D


class _Chip(QLabel):
    """A short text with an icon, in an outline."""

    role = Role.SMALL_STRONG
    corner = 8
    pad_x, pad_y, icon_size, gap = 10, 4, 14, 6

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        theme.suit(self, text)
        theme.set_role(self, self.role)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def colours(self) -> tuple[str, str, str]:
        """Fill, outline, text."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        metrics = QFontMetrics(self.font())
        icon = theme.px(self.icon_size) + theme.px(self.gap) if self._icon else 0
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.px(self.pad_x) + icon
        return QSize(width, metrics.height() + 2 * theme.px(self.pad_y))

    def minimumSizeHint(self) -> QSize:
        """Never less than it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        fill, outline, text = self.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(outline), 1.5))
        painter.setBrush(QColor(fill))
        corner = min(theme.px(self.corner), self.height() / 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        pad, mirrored = theme.px(self.pad_x), self.isRightToLeft()
        before = pad
        if self._icon:
            size = theme.px(self.icon_size)
            left = self.width() - pad - size if mirrored else pad
            box = QRectF(left, (self.height() - size) / 2, size, size)
            icons.paint(painter, self._icon, box, text)
            before += size + theme.px(self.gap)
        painter.setFont(self.font())
        painter.setPen(QColor(text))
        # Nothing at its far end: the words may need that point of width.
        words = self.rect().adjusted(0 if mirrored else before, 0, -before if mirrored else 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())


class DChip(_Chip):
    """A D, waiting or harm: its colour, its name and its own icon together."""

    def __init__(self, d: D, parent: QWidget | None = None) -> None:
        super().__init__(ds.name(d), icons.OF_D[d], parent)
        self.d = d
        self.setToolTip(ds.meaning(d))

    def colours(self) -> tuple[str, str, str]:
        """The D's colour on the card."""
        palette = theme.colours()
        return palette.card, palette.of(self.d), palette.of(self.d)


class FactChip(_Chip):
    """A small fact beside a title, such as "Stored only on this computer"."""

    role = Role.SMALL
    corner = 99

    def __init__(self, text: str, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(text, icon, parent)

    def colours(self) -> tuple[str, str, str]:
        """Quiet: soft ink in a thin line."""
        palette = theme.colours()
        return palette.card, palette.line, palette.soft


class FilterChip(Button):
    """A filter that is on or off; checkable, ``toggled(bool)``."""

    corner = 99
    pad_x, pad_y = 11, 3
    icon_size, icon_gap = 14, 4
    role = Role.NOTE

    def __init__(
        self, text: str, parent: QWidget | None = None, *, icon: str = "", checkable: bool = True
    ) -> None:
        super().__init__(text, parent, icon=icon)
        self.setCheckable(checkable)

    def dress(self) -> Dress:
        """Teal while it is on."""
        palette = theme.colours()
        if self.isChecked():
            return Dress(palette.teal, palette.teal, palette.on_teal)
        fill = palette.well if self.underMouse() or self.isDown() else palette.card
        return Dress(fill, palette.outline, palette.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a pill: its corner is half its height."""
        self.corner = int(self.height() / 2 / max(0.1, theme.look().scale))
        super().paintEvent(event)

    def _paint_ring(self, painter: QPainter) -> None:
        if not self.isChecked():
            super()._paint_ring(painter)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colours().on_teal), theme.RING))
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
