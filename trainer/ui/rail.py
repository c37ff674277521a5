"""The rail: the pages there are, at the left; along the foot where the window is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from trainer.language import _
from trainer.ui import icons, pages, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ICON = 24


class RailButton(QPushButton):
    """One page: its icon above its word; the word stands beside it in the compact form."""

    def __init__(self, name: str, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.name = name
        self._icon = icon
        self._compact = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_role(self, Role.SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        """Set the word beside the icon instead of below it."""
        self._compact = compact
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon and word; at least the rail's width."""
        # The word is set bolder while its page is open: measure that, so nothing jumps.
        metrics = QFontMetrics(theme.font(Role.SMALL_STRONG))
        word = metrics.horizontalAdvance(self.text())
        if self._compact:
            width = word + theme.px(_ICON) + theme.px(8 + 2 * 14)
            return QSize(width, max(theme.px(_ICON), metrics.height()) + theme.px(16))
        width = max(word + theme.px(8), theme.px(theme.RAIL_WIDTH - 16))
        return QSize(width, theme.px(_ICON) + metrics.height() + theme.px(18))

    def minimumSizeHint(self) -> QSize:
        """Never less than it needs."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wash of the open page, icon, word, and the ring."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        box = QRectF(self.rect())
        corner = theme.px(12)
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.wash if here else palette.well))
            painter.drawRoundedRect(box, corner, corner)
        colour = palette.teal if here else palette.soft
        self._paint_inside(painter, colour, theme.font(Role.SMALL_STRONG if here else Role.SMALL))
        if (here and palette.contrast) or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = palette.focus if self.hasFocus() else palette.outline
            painter.setPen(QPen(QColor(ring), theme.RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), corner - 1, corner - 1)

    def _paint_inside(self, painter: QPainter, colour: str, font: object) -> None:
        size = theme.px(_ICON)
        painter.setFont(theme.font(Role.SMALL_STRONG if self.isChecked() else Role.SMALL))
        height = QFontMetrics(painter.font()).height()
        ink = theme.colours().ink if colour == theme.colours().soft else colour
        if self._compact:
            left = theme.px(14)
            icon = QRectF(left, (self.height() - size) / 2, size, size)
            word = self.rect().adjusted(left + size + theme.px(8), 0, 0, 0)
            align = Qt.AlignmentFlag.AlignVCenter
        else:
            top = (self.height() - size - height - theme.px(2)) // 2
            icon = QRectF((self.width() - size) / 2, top, size, size)
            word = QRect(0, top + size + theme.px(2), self.width(), height)
            align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        icons.paint(painter, self._icon, icon, ink)
        painter.setPen(QColor(colour))
        painter.drawText(word, int(align), self.text())


class Rail(QWidget):
    """The pages of the rail, one of them open.

    Signals:
        page_chosen(object): name of the page whose button was pressed.
    """

    page_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self.setAccessibleName(_("Pages"))
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        theme.lay(self._line, margins=(8, 16, 8, 16), spacing=6)
        # No QButtonGroup: with one Tab stops only at the button that is checked.
        self.buttons: list[RailButton] = []
        for name, words, icon in pages.RAIL:
            button = RailButton(name, _(words), icon, self)
            button.clicked.connect(self._pressed)
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.buttons.append(button)
        self._line.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_compact(self, compact: bool) -> None:
        """Lie along the foot instead of standing at the side."""
        if compact == self._compact:
            return
        self._compact = compact
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if compact else directions.TopToBottom)
        margins = (8, 5, 8, 4) if compact else (8, 16, 8, 16)
        theme.lay(self._line, margins=margins, spacing=6)
        across, along = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        self.setSizePolicy(along if compact else across, across if compact else along)
        for button in self.buttons:
            button.set_compact(compact)

    def show_page(self, name: str) -> None:
        """Mark the page that is open; one that is not on the rail leaves it as it was."""
        if any(button.name == name for button in self.buttons):
            for button in self.buttons:
                button.setChecked(button.name == name)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            button.setChecked(True)
            self.page_chosen.emit(button.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the line beside it."""
        palette = theme.colours()
        painter = QPainter(self)
        fill(painter, self.rect(), palette.card)
        edge = QRect(0, 0, self.width(), 1)
        if not self._compact:
            edge = QRect(0 if self.isRightToLeft() else self.width() - 1, 0, 1, self.height())
        fill(painter, edge, palette.line)
