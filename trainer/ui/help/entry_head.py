"""The short card of a service: everything at a glance, and one button that unfolds the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from trainer.language import _
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, Dress
from trainer.ui.widgets.words import breakable_soon, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from trainer.ui.help.told import Told

_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_ICON, _ICON_GAP, _BESIDE = 16, 7, 22
_CHEVRON = 20


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text with its place; ``icon`` stands in front of its first line."""

    text: str
    role: Role
    tone: str
    icon: str = ""
    box: QRect = field(default_factory=QRect)

    def at(self, left: int, top: int, width: int) -> _Piece:
        """Give the same where it stands, as wide and high as its words need."""
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, max(1, width - self.beside()), 100_000)
        needed = metrics.boundingRect(room, _WRAP, self.text)
        wide = min(width, needed.width() + 2 + self.beside())
        box = QRect(left, top, wide, max(needed.height(), metrics.height()))
        return _Piece(self.text, self.role, self.tone, self.icon, box)

    def font(self) -> QFont:
        return theme.font(self.role, of=self.text)

    def beside(self) -> int:
        return theme.px(_ICON) + theme.px(_ICON_GAP) if self.icon else 0

    def wide(self) -> int:
        """Width on one line."""
        return QFontMetrics(self.font()).horizontalAdvance(self.text) + 2 + self.beside()


class EntryHead(Button):
    """Paints what is told of a service; a click, Enter or Space unfolds the rest."""

    corner = theme.CARD_CORNER
    pad_x, pad_y = 18, 14
    role = Role.SUBHEADING

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        self._told = told
        self._laid: dict[int, tuple[list[_Piece], int]] = {}
        self.is_open = False
        super().__init__(told.name, parent, align_left=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(told.name)
        self.show_open(opened=False)

    def show_open(self, *, opened: bool) -> None:
        """Say whether the rest shows."""
        self.is_open = opened
        more = _("Enter folds it up.") if opened else _("Enter shows the rest.")
        known = {"told": self._told.spoken(), "more": more}
        self.setAccessibleDescription(_("%(told)s. %(more)s") % known)
        self.update()

    def tell(self, told: Told) -> None:
        """Say it otherwise, such as with another language first."""
        if told != self._told:
            self._told = told
            self._laid.clear()
            self.show_open(opened=self.is_open)
            self.updateGeometry()

    def words(self) -> str:
        """Everything that is painted."""
        told = self._told
        notes = (note for _icon, note in told.notes)
        return "\n".join((told.name, told.summary, told.way, told.police, told.facts, *notes))

    def restyled(self) -> None:
        """Lay it out anew, in the type in use."""
        self._laid.clear()

    # Where everything stands

    def _pieces(self) -> Iterator[list[_Piece]]:
        """Lines; what is on one line goes to further ones where there is no room."""
        told = self._told
        yield [_Piece(breakable_soon(told.summary), Role.BODY, "ink")]
        yield [
            _Piece(told.way_shown(), Role.STRONG, "ink", told.way_icon),
            _Piece(told.police, Role.NOTE, "ink", "shield"),
        ]
        yield [_Piece(told.facts, Role.NOTE, "soft")]
        for icon, note in told.notes:
            yield [_Piece(breakable_soon(note), Role.SMALL, "soft", icon)]

    def _lay(self, width: int) -> tuple[list[_Piece], int]:
        known = self._laid.get(width)
        if known is None:
            known = self._laid[width] = self._lay_anew(width)
        return known

    def _lay_anew(self, width: int) -> tuple[list[_Piece], int]:
        left, top = theme.px(self.pad_x), theme.px(self.pad_y)
        room = width - 2 * left
        chevron = theme.px(_CHEVRON) + theme.px(10)
        placed = [
            _Piece(breakable_soon(self._told.name), self.role, "ink").at(left, top, room - chevron)
        ]
        top = placed[0].box.bottom() + 1 + theme.px(4)
        for number, line in enumerate(self._pieces()):
            laid = list(_on_lines(line, left, top, room))
            placed += laid
            # What can be done is set off from what it is.
            gap = theme.px(10 if number == 0 else 6)
            top = max(piece.box.bottom() for piece in laid) + 1 + gap
        return placed, max(piece.box.bottom() for piece in placed) + 1 + theme.px(self.pad_y)

    def sizeHint(self) -> QSize:
        """As wide as its column; until it has a place there, its height is not worked out."""
        wide = theme.px(560)
        known = self.isVisible() or bool(self._laid)
        return QSize(wide, self.heightForWidth(self.width() if known else wide))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the longest word."""
        return QSize(self._measure("narrow", self._narrow), 2 * theme.px(self.pad_y))

    def _narrow(self) -> int:
        parts = [_Piece(breakable_soon(self._told.name), self.role, "ink")]
        parts += [piece for line in self._pieces() for piece in line]
        longest = max(_longest_word(piece) + piece.beside() for piece in parts)
        return longest + 2 * theme.px(self.pad_x) + theme.px(_CHEVRON) + theme.px(10)

    def heightForWidth(self, width: int) -> int:
        """Height of all lines."""
        return self._lay(width)[1]

    # Painting

    def dress(self) -> Dress:
        """Nothing of its own: the card below has the surface."""
        palette = theme.colours()
        return Dress(palette.card, palette.outline, palette.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, the chevron, and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in self._lay(self.width())[0]:
            self._paint_piece(painter, piece)
        self._paint_chevron(painter)
        if self.hasFocus():
            self._paint_ring(painter)

    def _paint_chevron(self, painter: QPainter) -> None:
        palette = theme.colours()
        side, line = theme.px(_CHEVRON), QFontMetrics(self.font()).height()
        left = self.width() - theme.px(self.pad_x) - side
        if self.isRightToLeft():
            left = theme.px(self.pad_x)
        box = QRectF(left, theme.px(self.pad_y) + (line - side) / 2, side, side)
        colour = palette.teal if self.underMouse() or self.hasFocus() else palette.soft
        painter.save()
        if self.is_open:
            painter.translate(box.center())
            painter.rotate(180)
            painter.translate(-box.center())
        icons.paint(painter, "chevron-down", box, colour)
        painter.restore()

    def _paint_piece(self, painter: QPainter, piece: _Piece) -> None:
        colour = getattr(theme.colours(), piece.tone)
        box, mirrored = QRect(piece.box), self.isRightToLeft()
        if mirrored:
            box.moveRight(self.width() - piece.box.left())
        if piece.icon:
            side, inset = theme.px(_ICON), piece.beside()
            line = QFontMetrics(piece.font()).height()
            left = box.right() + 1 - side if mirrored else box.left()
            place = QRectF(left, box.top() + (line - side) / 2, side, side)
            icons.paint(painter, piece.icon, place, colour)
            box.adjust(0 if mirrored else inset, 0, -inset if mirrored else 0, 0)
        painter.setFont(piece.font())
        painter.setPen(QColor(colour))
        painter.drawText(box, _WRAP, piece.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the list as a whole."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _on_lines(line: Iterable[_Piece], left: int, top: int, room: int) -> Iterator[_Piece]:
    """Set pieces beside each other, and break where the room ends."""
    at, low = left, top
    for piece in line:
        if at > left and at + piece.wide() > left + room:
            at, top = left, low + theme.px(4)
        laid = piece.at(at, top, left + room - at)
        yield laid
        at += laid.box.width() + theme.px(_BESIDE)
        low = max(low, laid.box.bottom() + 1)


def _longest_word(piece: _Piece) -> int:
    metrics = QFontMetrics(piece.font())
    return max((metrics.horizontalAdvance(word) for word in pieces(piece.text)), default=0)
