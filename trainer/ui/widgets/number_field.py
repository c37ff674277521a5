"""A number to set: typed, by the arrow keys, or by its two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QSpinBox, QWidget

from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import paint_field

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

_BUTTON, _ICON, _PAD = 34, 16, 12


class NumberField(QSpinBox):
    """A whole number between two others. ``name`` is its accessible name.

    With ``nothing`` it can also say that no number is set; then that is what it shows. The wheel
    does not change it by accident while the page scrolls.

    Signals:
        number_changed(object): the number now, or None.
    """

    number_changed = Signal(object)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        least: int = 0,
        most: int = 999,
        nothing: str = "",
    ) -> None:
        super().__init__(parent)
        self._nothing = bool(nothing)
        self._least = least
        self.setRange(least - 1 if nothing else least, most)
        self.setSpecialValueText(nothing)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.lineEdit().setFrame(False)
        self.lineEdit().setAutoFillBackground(False)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.lineEdit().setPalette(clear)
        theme.set_role(self, Role.BODY)
        self.valueChanged.connect(self._tell)

    def number(self) -> int | None:
        """Give the number, or None where none is set."""
        return None if self._nothing and self.value() < self._least else self.value()

    def set_number(self, number: int | None) -> None:
        """Show a number, without the signal."""
        self.blockSignals(True)
        self.setValue(self.minimum() if number is None else number)
        self.blockSignals(False)

    def restyled(self) -> None:
        """Take the room that the type needs."""
        self.updateGeometry()

    def _tell(self) -> None:
        self.number_changed.emit(self.number())

    def sizeHint(self) -> QSize:
        """Room for the longest number, or what it says without, and both buttons."""
        metrics = QFontMetrics(self.font())
        words = (self.specialValueText(), str(self.maximum()))
        longest = max(metrics.horizontalAdvance(one) for one in words)
        width = longest + 2 * theme.px(_BUTTON) + theme.px(2 * _PAD + 8)
        return QSize(width, metrics.height() + theme.px(18))

    def minimumSizeHint(self) -> QSize:
        """Never less than it needs."""
        return self.sizeHint()

    def _step_box(self, up: bool) -> QRectF:
        wide = theme.px(_BUTTON)
        far = up != self.isRightToLeft()
        left = self.width() - wide if far else self.width() - 2 * wide
        if self.isRightToLeft():
            left = wide if far else 0
        return QRectF(left, 0, wide, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the buttons."""
        super().resizeEvent(event)
        pad, buttons = theme.px(_PAD), 2 * theme.px(_BUTTON)
        left = buttons if self.isRightToLeft() else pad
        self.lineEdit().setGeometry(
            left, 2, max(1, self.width() - buttons - pad), self.height() - 4
        )

    def mousePressEvent(self, event: object) -> None:
        """Step where one of the buttons is pressed."""
        at = getattr(event, "position")()  # noqa: B009 - PySide types it as a plain event
        for up in (True, False):
            if self._step_box(up).contains(at):
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self.stepBy(1 if up else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and plus and minus at its end."""
        palette = theme.colours()
        painter = QPainter(self)
        focused = self.hasFocus() or self.lineEdit().hasFocus()
        paint_field(painter, QRectF(self.rect()), focused=focused)
        for up, name in ((False, "minus"), (True, "plus")):
            box, size = self._step_box(up), theme.px(_ICON)
            at = QRectF(box.center().x() - size / 2, box.center().y() - size / 2, size, size)
            can = self.value() < self.maximum() if up else self.value() > self.minimum()
            icons.paint(painter, name, at, palette.ink if can else palette.line)
