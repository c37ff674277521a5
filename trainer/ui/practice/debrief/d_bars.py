"""How often each D was used, as bars with their words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from trainer.language import _
from trainer.method import ds
from trainer.practice.debrief import times
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from trainer.method.ds import D
    from trainer.practice.debrief import DUse

_FULL = 3
"""Uses that fill a bar, unless one was used more often."""


def use_words(use: DUse) -> str:
    """Say how often, and how it fitted."""
    fits = [(ds.fit_name(fit).lower(), count) for fit, count in use.fits if fit is not None]
    if not fits:
        return times(use.count)
    told = [fit for fit, _count in fits]
    if len(fits) > 1:
        told = [_("%(fit)s %(times)s") % {"fit": fit, "times": times(count)} for fit, count in fits]
    return _("%(times)s · %(fits)s") % {"times": times(use.count), "fits": _(", ").join(told)}


class _Bar(QWidget):
    def __init__(self, use: DUse, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._d, self._share = use.d, share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Bar for %(d)s") % {"d": use.name})
        self.setAccessibleDescription(use_words(use))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(40), theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = self.height() / 2
        painter.setPen(QPen(QColor(palette.outline if palette.contrast else palette.line), 1))
        painter.setBrush(QColor(palette.card if palette.contrast else palette.line))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, corner, corner)
        if self._share:
            box.setWidth(max(box.height(), box.width() * self._share))
            if self.isRightToLeft():
                box.moveRight(self.width() - 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.of(self._d)))
            painter.drawRoundedRect(box, corner, corner)


class _Name(Words):
    """A D's icon and name in its colour."""

    def __init__(self, d: D, parent: QWidget) -> None:
        super().__init__(ds.name(d), parent, role=Role.NOTE_STRONG, tone=d.value, wrap=False)
        self._d = d
        self.setToolTip(ds.meaning(d))
        self._make_room()

    def restyled(self) -> None:
        """Make room for the icon at the new size."""
        super().restyled()
        if hasattr(self, "_d"):
            self._make_room()

    def _make_room(self) -> None:
        room = theme.px(22)
        self.setContentsMargins(0 if self.isRightToLeft() else room, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon before the name."""
        super().paintEvent(event)
        side = theme.px(15)
        left = self.width() - side if self.isRightToLeft() else 0
        box = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), icons.OF_D[self._d], box, theme.colours().of(self._d))


class DBars(QWidget):
    """Three columns: name, bar, words. What the bars show stands beside them in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = theme.lay(QGridLayout(self), spacing=8)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 4)
        self._made: list[QWidget] = []

    def show_uses(self, uses: Sequence[DUse]) -> None:
        """Show these uses, one a row."""
        take_out(self._grid, *self._made)
        self._made = []
        full = max([_FULL, *(use.count for use in uses)])
        for row, use in enumerate(uses):
            words = Words(use_words(use), role=Role.NOTE, tone="soft")
            cells = (_Name(use.d, self), _Bar(use, use.count / full, self), words)
            for column, widget in enumerate(cells):
                self._grid.addWidget(widget, row, column)
                self._made.append(widget)
