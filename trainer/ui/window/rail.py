"""The rail: the pages there are, at the left; along the foot where the window is small.

It places its buttons by itself: along the foot they stand in one line, the word beside the
icon or below it. Where neither fits they break into further lines, and then the words stand alone
if that is lower: in a small window with large text the page needs the room more than icons do.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trainer.language import _
from trainer.ui import icons, pages, theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.card import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_ICON = 24
_GAP, _TIGHT = 6, 8


class Form(Enum):
    """Where the word of a button stands."""

    BESIDE = "beside the icon"
    BELOW = "below the icon"
    ALONE = "without an icon"


class RailButton(QPushButton):
    """One page: its icon above its word, or beside it; or the word alone."""

    def __init__(self, name: str, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.name = name
        self._icon = icon
        self._form = Form.BELOW
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_role(self, Role.SMALL)

    def set_form(self, form: Form) -> None:
        """Set the word beside the icon, below it, or alone."""
        if form is not self._form:
            self._form = form
            self.update()

    def size_if(self, form: Form, *, air: int = 18) -> QSize:
        """Room for icon and word; with the word below, at the side at least the rail's width.

        ``air`` is what stands above and below then, unscaled; along the foot it is little.
        """
        # The word is set bolder while its page is open: measure that, so nothing jumps.
        metrics = QFontMetrics(theme.font(Role.SMALL_STRONG))
        word = metrics.horizontalAdvance(self.text())
        if form is Form.ALONE:
            return QSize(word + theme.px(2 * 8), metrics.height() + theme.px(6))
        if form is Form.BESIDE:
            width = word + theme.px(_ICON) + theme.px(8 + 2 * 14)
            return QSize(width, max(theme.px(_ICON), metrics.height()) + theme.px(16))
        least = _ICON + 16 if air == _TIGHT else theme.RAIL_WIDTH - 16
        width = max(word + theme.px(8), theme.px(least))
        return QSize(width, theme.px(_ICON) + metrics.height() + theme.px(air))

    def sizeHint(self) -> QSize:
        """Room for icon and word as they stand now."""
        return self.size_if(self._form)

    def minimumSizeHint(self) -> QSize:
        """Never less than it needs."""
        return self.size_if(self._form, air=_TIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the page as well as Space."""
        if not enter.is_taken(self, event):
            super().keyPressEvent(event)

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
        painter.setPen(QColor(colour))
        if self._form is Form.ALONE:
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
            return
        if self._form is Form.BESIDE:
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
        # No QButtonGroup: with one Tab stops only at the button that is checked.
        self.buttons: list[RailButton] = []
        for name, words, icon in pages.RAIL:
            button = RailButton(name, _(words), icon, self)
            button.clicked.connect(self._pressed)
            self.buttons.append(button)
        self._take_policy()

    def set_compact(self, compact: bool) -> None:
        """Lie along the foot instead of standing at the side."""
        if compact != self._compact:
            self._compact = compact
            self._take_policy()
            self._place()

    def _take_policy(self) -> None:
        across, along = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        policy = QSizePolicy(along, across) if self._compact else QSizePolicy(across, along)
        policy.setHeightForWidth(self._compact)
        self.setSizePolicy(policy)
        self.updateGeometry()

    # Places

    def _column(self) -> list[QRect]:
        """Places one below the other, each in the middle of the rail."""
        top = theme.px(16)
        boxes: list[QRect] = []
        for button in self.buttons:
            size = button.size_if(Form.BELOW)
            boxes.append(QRect(QPoint((self.width() - size.width()) // 2, top), size))
            top += size.height() + theme.px(_GAP)
        return boxes

    def _lines(self, width: int, form: Form) -> list[QRect]:
        """Places side by side from where reading begins, in as many lines as are needed."""
        edge, gap, least = theme.px(8), theme.px(_GAP), theme.px(5)
        left, top, tall = edge, least, 0
        boxes: list[QRect] = []
        for button in self.buttons:
            size = button.size_if(form, air=_TIGHT)
            if boxes and left + size.width() + edge > width:
                left, top = edge, top + tall + least
            at = width - left - size.width() if self.isRightToLeft() else left
            boxes.append(QRect(QPoint(at, top), size))
            left += size.width() + gap
            tall = size.height()
        return boxes

    def _along(self, width: int) -> tuple[Form, list[QRect]]:
        """Tell in which form the buttons stand lowest along the foot, and where each stands."""
        placed = {form: self._lines(width, form) for form in Form}
        with_icons = {form: placed[form] for form in (Form.BESIDE, Form.BELOW)}
        if all(boxes[-1].top() > boxes[0].top() for boxes in with_icons.values()):
            with_icons = placed
        return min(with_icons.items(), key=_lowest)

    def _place(self) -> None:
        form, boxes = Form.BELOW, self._column()
        if self._compact:
            form, boxes = self._along(self.width())
        for button, box in zip(self.buttons, boxes, strict=True):
            button.set_form(form)
            button.setGeometry(box)

    def hasHeightForWidth(self) -> bool:
        """Along the foot, the height follows the width."""
        return self._compact

    def heightForWidth(self, width: int) -> int:
        """Height of the lines along the foot."""
        return self._along(width)[1][-1].bottom() + 1 + theme.px(4) if self._compact else -1

    def sizeHint(self) -> QSize:
        """As wide as its widest button at the side; along the foot, as the window has it."""
        if self._compact:
            return QSize(self.width(), self.heightForWidth(self.width()))
        sizes = [button.size_if(Form.BELOW) for button in self.buttons]
        tall = sum(size.height() for size in sizes) + theme.px(_GAP) * (len(sizes) - 1)
        wide = max(size.width() for size in sizes) + theme.px(8) * 2
        return QSize(wide, tall + 2 * theme.px(16))

    def minimumSizeHint(self) -> QSize:
        """Along the foot any width will do: the buttons break into lines."""
        return QSize(1, self.sizeHint().height()) if self._compact else self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons in the new size."""
        self._place()
        if self._compact and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def restyled(self) -> None:
        """Place the buttons at the new text size."""
        self._place()

    def show_page(self, name: str) -> None:
        """Mark the page that is open, or the one that it belongs to.

        One that belongs to none leaves the rail as it was.
        """
        name = pages.BELONGS.get(name, name)
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


def _lowest(placed: tuple[Form, list[QRect]]) -> int:
    return placed[1][-1].bottom()
