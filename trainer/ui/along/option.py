"""One of a few things to choose from, as a tile: what it is, and what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

_ICON = 22


class OptionTile(SurfaceButton):
    """Checkable; the one that is chosen has a teal edge, a wash and a tick."""

    def __init__(self, title: str, about: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, about, parent, margins=(52, 12, 40, 14), spacing=2)
        self.setCheckable(True)
        self._icon = icon
        self.add(Words(title, self, role=Role.STRONG))
        self.add(SoftLabel(about, self))
        self.add_stretch()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the icon, and that it is chosen."""
        palette = theme.colours()
        if self.isChecked():
            ring = self.hasFocus()
            paint_surface(
                painter,
                QRectF(self.rect()),
                fill=palette.wash,
                border=palette.focus if ring else palette.teal,
                width=theme.RING + 1 if ring else theme.RING,
            )
        size, pad = theme.px(_ICON), theme.px(16)
        near, far = pad, self.width() - pad - size
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            near, far = far, near
        tone = palette.teal if self.isChecked() else palette.soft
        icons.paint(painter, self._icon, QRectF(near, theme.px(14), size, size), tone)
        if self.isChecked():
            icons.paint(painter, "check", QRectF(far, theme.px(14), size, size), palette.teal)
