"""In danger right now: the few numbers that answer at once, in the place that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.help.told import told
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, Dress
from trainer.ui.widgets.card import Card, paint_surface
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, breakable_soon, pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from trainer.help.directory import Directory, Listed

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_ICON, _GAP, _WIDEST = 20, 10, 340
_BESIDE, _HEADING = 700, 84


class NumberButton(Button):
    """A number to call or to text, whose it is, and what it has to do with the police."""

    corner = theme.CONTROL_CORNER
    pad_x, pad_y = 14, 9
    role = Role.HEADING

    def __init__(self, directory: Directory, listed: Listed, parent: QWidget | None = None) -> None:
        self.listed = listed
        self._told = told(directory, listed)
        super().__init__(self._told.way, parent, align_left=True)
        known = {"way": self._told.way, "name": self._told.name}
        self.setAccessibleName(_("%(way)s: %(name)s") % known)
        self.setAccessibleDescription(self._told.police)

    def words(self) -> str:
        """Everything that is painted."""
        return "\n".join(text for text, _role, _tone in self._lines())

    def _lines(self) -> tuple[tuple[str, Role, str], ...]:
        return (
            (self._told.way_shown(), Role.HEADING, "ink"),
            (breakable_soon(self._told.name), Role.NOTE, "ink"),
            (self._told.police, Role.SMALL, "soft"),
        )

    def _beside(self) -> int:
        return 2 * theme.px(self.pad_x) + theme.px(_ICON) + theme.px(_GAP)

    def _wide(self) -> int:
        metrics = [QFontMetrics(theme.font(role, of=text)) for text, role, _tone in self._lines()]
        texts = [text for text, _role, _tone in self._lines()]
        wide = max(one.horizontalAdvance(text) for one, text in zip(metrics, texts, strict=True))
        return min(theme.px(_WIDEST), wide + 4 + self._beside())

    def _narrow(self) -> int:
        return (
            self._beside()
            + 2
            + max(
                QFontMetrics(theme.font(role, of=text)).horizontalAdvance(word)
                for text, role, _tone in self._lines()
                for word in pieces(text)
            )
        )

    def _tall(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self._beside()), 100_000)
        heights = (
            QFontMetrics(theme.font(role, of=text)).boundingRect(room, _WRAP, text).height()
            for text, role, _tone in self._lines()
        )
        return sum(heights) + 2 * theme.px(self.pad_y)

    def dress(self) -> Dress:
        """A plain surface, outlined."""
        palette = theme.colours()
        fill = palette.well if self.isDown() or self.underMouse() else palette.card
        return Dress(fill, palette.outline, palette.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, icon, and the lines."""
        palette, dress = theme.colours(), self.dress()
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_surface(painter, box, fill=dress.fill, border=dress.border, corner=self.corner)
        side, pad, mirrored = theme.px(_ICON), theme.px(self.pad_x), self.isRightToLeft()
        first = QFontMetrics(theme.font(Role.HEADING)).height()
        left = self.width() - pad - side if mirrored else pad
        place = QRectF(left, theme.px(self.pad_y) + (first - side) / 2, side, side)
        icons.paint(painter, self._told.way_icon, place, palette.teal)
        inset = side + theme.px(_GAP)
        room = self.rect().adjusted(pad + inset, theme.px(self.pad_y), -pad, 0)
        if mirrored:
            room = self.rect().adjusted(pad, theme.px(self.pad_y), -pad - inset, 0)
        for text, role, tone in self._lines():
            painter.setFont(theme.font(role, of=text))
            painter.setPen(QColor(getattr(palette, tone)))
            painter.drawText(room, _WRAP, text)
            used = painter.fontMetrics().boundingRect(
                QRect(0, 0, room.width(), 100_000), _WRAP, text
            )
            room.setTop(room.top() + used.height())
        if self.hasFocus():
            self._paint_ring(painter)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the longest word."""
        width = self._measure("narrow", self._narrow)
        return QSize(width, self.heightForWidth(self._measure("wide", self._wide)))


class RightNow(Fits, Card):
    """The numbers side by side. Pressing one shows all that is known about it.

    Signals:
        wanted(object): the ``Listed`` that was pressed.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="wash", margins=(18, 10, 10, 10))
        self._line = theme.lay(QBoxLayout(QBoxLayout.Direction.LeftToRight), spacing=10)
        self.body.addLayout(self._line)
        self._heading = Heading(_("In danger right now"), self, role=Role.SUBHEADING)
        self._line.addWidget(self._heading)
        column = theme.lay(QVBoxLayout())
        self._none = SoftLabel(_("No number is known for this place."))
        column.addWidget(self._none)
        self._flow = FlowLayout(spacing=10, line_spacing=8, top=True)
        column.addLayout(self._flow)
        self._line.addLayout(column, 1)
        self._buttons: list[NumberButton] = []

    def tell(self, directory: Directory, found: Sequence[Listed]) -> None:
        """Show these."""
        if [button.listed for button in self._buttons] == list(found):
            return
        take_out(self._flow, *self._buttons)
        self._buttons = []
        for listed in found:
            button = NumberButton(directory, listed, self)
            button.clicked.connect(self._pressed)
            self._flow.addWidget(button)
            button.show()
            self._buttons.append(button)
        self._none.setVisible(not found)

    def first(self) -> QWidget | None:
        """Give the first number, if there is one."""
        return self._buttons[0] if self._buttons else None

    def fit(self) -> None:
        """Set the heading above the numbers where the room is short."""
        beside = self.width() >= theme.px(_BESIDE)
        theme.turn(self._line, beside=beside)
        self._heading.setMaximumWidth(theme.px(_HEADING) if beside else theme.ANY_SIZE)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, NumberButton):
            self.wanted.emit(button.listed)
