"""Fields to write in, boxes to tick, lists to pick from: Qt's own, painted in our palette.

Each needs its words: a tick box brings them, the others are given an accessible name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets import enter, pasted
from trainer.ui.widgets.card import paint_ring, paint_surface
from trainer.ui.widgets.endless import with_ends
from trainer.ui.widgets.scroll_bar import SlimScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from trainer.ui.widgets.dropped import Dropped

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_BOX, _GAP, _PAD = 20, 10, 4


def paint_field(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    """Paint the surface of something that is written in or picked from."""
    palette = theme.colours()
    paint_surface(
        painter,
        box,
        fill=palette.card,
        border=palette.focus if focused else palette.outline,
        width=theme.RING if focused else 1,
        corner=theme.CONTROL_CORNER,
    )


def paint_tick(painter: QPainter, box: QRectF, *, on: bool) -> None:
    """Paint a box to tick, ticked or not."""
    palette = theme.colours()
    box = box.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(QColor(palette.teal if on else palette.outline), 1.5))
    painter.setBrush(QColor(palette.teal if on else palette.card))
    corner = theme.px(5)
    painter.drawRoundedRect(box, corner, corner)
    if on:
        icons.paint(painter, "check", box.adjusted(2, 2, -2, -2), palette.on_teal)


class CheckBox(QCheckBox):
    """A box to tick, with words that wrap; ``toggled(bool)``."""

    def __init__(self, text: str, parent: QWidget | None = None, *, role: Role = Role.BODY) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        theme.suit(self, text)
        theme.set_role(self, role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @staticmethod
    def _beside() -> int:
        """Width of all that is not words."""
        return theme.px(_BOX) + theme.px(_GAP) + 2 * theme.px(_PAD)

    def sizeHint(self) -> QSize:
        """Words on one line."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self._words) + self._beside() + 2
        return QSize(width, max(metrics.height(), theme.px(_BOX)) + 2 * theme.px(_PAD))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the longest word."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(longest + self._beside() + 2, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height that the wrapped words need."""
        room = QRect(0, 0, max(1, width - self._beside()), 100_000)
        words = QFontMetrics(self.font()).boundingRect(room, int(_WRAP), self._words)
        return max(words.height(), theme.px(_BOX)) + 2 * theme.px(_PAD)

    def hitButton(self, pos: object) -> bool:
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the tick, the words, and the ring."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        pad, taken = theme.px(_PAD), theme.px(_BOX) + theme.px(_GAP) + theme.px(_PAD)
        room = self.rect().adjusted(taken, 0, -pad, 0)
        if self.isRightToLeft():
            room = self.rect().adjusted(pad, 0, -taken, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(palette.ink if self.isEnabled() else palette.soft))
        painter.drawText(room, int(_WRAP), self._words)
        if self.hasFocus():
            paint_ring(painter, self.rect())

    def _paint_box(self, painter: QPainter) -> None:
        pad, size = theme.px(_PAD), theme.px(_BOX)
        # Beside the first line, however many there are.
        first_line = max(QFontMetrics(self.font()).height(), size)
        # A column with room to spare gives it more height than the words need.
        spare = max(0, self.height() - self.heightForWidth(self.width()))
        left = self.width() - pad - size if self.isRightToLeft() else pad
        top = pad + (first_line - size + spare) / 2
        paint_tick(painter, QRectF(left, top, size, size), on=self.isChecked())


class TextField(QLineEdit):
    """One line to write in. ``name`` is its accessible name, ``hint`` shows while it is empty."""

    def __init__(self, name: str, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setAutoFillBackground(False)
        theme.set_role(self, Role.BODY)
        self.textChanged.connect(self._suit)
        self.restyled()

    def _suit(self, text: str) -> None:
        theme.suit(self, text)

    def restyled(self) -> None:
        """Keep the text off the frame at any size."""
        self.setTextMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what is written."""
        from trainer.ui.widgets import field_menu

        field_menu.open_menu(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text on its surface, then the frame."""
        super().paintEvent(event)
        painter = QPainter(self)
        palette = theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        width = theme.RING if focused else 1
        painter.setPen(QPen(QColor(palette.focus if focused else palette.outline), width))
        corner = theme.px(theme.CONTROL_CORNER)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, corner, corner)


class PlainEdit(QPlainTextEdit):
    """Plain text to write, with more pasted into it than anybody types, if need be."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste."""
        words = with_ends(pasted.words_in(source))
        if words:
            self.textCursor().insertText(words)
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words; a file that is dropped is none."""
        return source.hasText() and not source.hasUrls()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what is written."""
        from trainer.ui.widgets import field_menu

        field_menu.open_menu(self, event)


class TextBox(QFrame):
    """Several lines to write in; grows with what is written, between two heights.

    Tab leaves it (it never holds a tab). ``name`` is its accessible name.

    Signals:
        edited(): the text has changed.
    """

    edited = Signal()

    def __init__(
        self, name: str, parent: QWidget | None = None, *, hint: str = "", lines: int = 2
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.edit = PlainEdit(self)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setVerticalScrollBar(SlimScrollBar(self.edit))
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.viewport().setAutoFillBackground(False)
        theme.set_role(self.edit, Role.BODY)
        theme.lay(QVBoxLayout(self), margins=(10, 6, 6, 6)).addWidget(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._suit)
        self.edit.textChanged.connect(self._grow)
        self.edit.textChanged.connect(self.edited)
        self._grow()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus to where one writes.

        As its proxy, Tab would come to that from the last control of the window, too.
        """
        self.edit.setFocus(reason)

    def text(self) -> str:
        """What is written."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace what is written."""
        self.edit.setPlainText(with_ends(text))
        self._suit()  # Also while nobody is told of it.

    def restyled(self) -> None:
        """Grow with the type."""
        self._grow()

    def _suit(self) -> None:
        theme.suit(self.edit, self.text())

    def _grow(self) -> None:
        line = QFontMetrics(self.edit.font()).lineSpacing()
        blocks = min(max(self.edit.document().lineCount(), self._lines), 8)
        self.edit.setFixedHeight(line * blocks + theme.px(10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many lines as the words take at this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the frame anew when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        paint_field(QPainter(self), QRectF(self.rect()), focused=self.edit.hasFocus())


class Dropdown(QComboBox):
    """Pick one of a few; ``add(words, value)``, ``value()``, ``choose(value)``.

    The wheel does not change it by accident while the page scrolls.

    Signals:
        chosen(object): the value that a person picked.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_role(self, Role.BODY)
        self.activated.connect(self._picked)
        self._dropped: Dropped | None = None
        self._longest: int | None = None

    def add(self, words: str, value: object) -> None:
        """Add one to pick from."""
        self.addItem(words, value)
        self._measure_anew()

    def clear(self) -> None:
        """Have nothing to pick from."""
        super().clear()
        self._measure_anew()

    def setItemText(self, index: int, text: str) -> None:
        """Call one of them something else."""
        if text != self.itemText(index):
            super().setItemText(index, text)
            self._measure_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words in the new type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure_anew()

    def _measure_anew(self) -> None:
        """Ask for the room that the words need now: by itself a list stays as wide as it was."""
        self._longest = None
        self.updateGeometry()

    def value(self) -> object:
        """Value of the one that is picked."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Pick by value, without the signal."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def _picked(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))

    def showPopup(self) -> None:
        """Drop the list down: round like the field, and as wide as its words need."""
        if self._dropped is None:
            # Late: setting up what paints rows takes PySide 15 ms, and most lists stay closed.
            from trainer.ui.widgets.dropped import Dropped

            self._dropped = Dropped(self)
        self._dropped.measure()
        super().showPopup()
        self._dropped.place()

    def sizeHint(self) -> QSize:
        """Room for the longest words and the arrow."""
        metrics = QFontMetrics(self.font())
        longest = self._longest
        if longest is None:
            words = (self.itemText(at) for at in range(self.count()))
            longest = self._longest = max(map(metrics.horizontalAdvance, words), default=60)
        return QSize(longest + theme.px(52), metrics.height() + theme.px(18))

    def minimumSizeHint(self) -> QSize:
        """Long words end in … where room is short; the list shows them in full."""
        return QSize(theme.px(120), self.sizeHint().height())

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to the page."""
        getattr(event, "ignore", bool)()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with Enter, as with Space."""
        if enter.is_for_page(event):
            event.ignore()
        elif enter.is_enter(event):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the words and the arrow."""
        palette = theme.colours()
        painter = QPainter(self)
        paint_field(painter, QRectF(self.rect()), focused=self.hasFocus())
        size = theme.px(16)
        pad = theme.px(12)
        mirrored = self.isRightToLeft()
        arrow_left = pad if mirrored else self.width() - pad - size
        box = QRectF(arrow_left, (self.height() - size) / 2, size, size)
        icons.paint(painter, "chevron-down", box, palette.soft)
        font = theme.suited(self.font(), self.currentText())
        painter.setFont(font)
        painter.setPen(QColor(palette.ink))
        room = self.rect().adjusted(pad, 0, -(2 * pad + size), 0)
        if mirrored:
            room = self.rect().adjusted(2 * pad + size, 0, -pad, 0)
        words = QFontMetrics(font).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
